import { HostError } from '../richapi/hostError.ts'
import type { Act } from '../richapi/hostObject.ts'
import { isWrite, type Mood, type MoodTarget } from '../richapi/mood.ts'
import { sheetOf } from './sheetOf.ts'

/** Refuses some acts with a code of Office.js. */
const refusing = (code: string, message: string, refused: (act: Act) => boolean): Mood => ({
  before: (act) => {
    if (refused(act)) throw new HostError(code, message)
    return false
  },
})

/** Whether the act is a call of one of these members, "Type.Member". */
const calls =
  (...members: readonly string[]) =>
  ({ kind, type, name }: Act): boolean =>
    kind === 'call' && members.includes(`${type}.${name}`)

const VIEW = calls(
  'Worksheet.Activate',
  'WorksheetFreezePanes.FreezeAt',
  'WorksheetFreezePanes.FreezeRows',
  'WorksheetFreezePanes.FreezeColumns',
  'WorksheetFreezePanes.Unfreeze',
)
const FAILED = 'There was an internal error while processing the request.'

/** Nothing of the view can be set: not the shown sheet, not what is frozen, nor a selection on a sheet that is not shown. */
export const lostView = ({ book }: MoodTarget): Mood =>
  refusing('GeneralException', FAILED, (act) => VIEW(act) || (calls('Range.Select')(act) && sheetOf(act) !== book.active))

/** Until the person comes back to this workbook, which here is a click on a cell. */
export function lostFocus(target: MoodTarget): Mood {
  const away = untilSelection(target)
  const view = lostView(target)
  const adding = refusing('GeneralException', FAILED, calls('WorksheetCollection.Add'))
  return { before: (act, session) => away() && (view.before?.(act, session) === true || adding.before?.(act, session) === true) }
}

/** Until the person selects a cell. */
export function chartSelected(target: MoodTarget): Mood {
  const selected = untilSelection(target)
  const needing = calls('Range.Merge', 'Range.Select', 'Range.Delete', 'RangeAreas.Delete')
  return refusing('InvalidSelection', 'The current selection is invalid for this action.', (act) => selected() && needing(act))
}

/** True until a cell is selected. */
function untilSelection({ book }: MoodTarget): () => boolean {
  let lasting = true
  book.listen(({ kind }) => {
    if (kind === 'selected') lasting = false
  })
  return () => lasting
}

/** Every sheet that is there on opening is protected. */
export function protectedSheets({ book }: MoodTarget): Mood {
  for (const sheet of book.sheets) sheet.protect()
  return {}
}

export function protectedStructure({ book }: MoodTarget): Mood {
  book.structureProtected = true
  return {}
}

export function readOnlyBook({ book }: MoodTarget): Mood {
  book.readOnly = true
  const writes = (act: Act) => isWrite(act) || (act.kind === 'call' && act.type.startsWith('Setting') && !act.name.startsWith('Get'))
  return refusing('AccessDenied', 'You cannot perform the requested operation.', writes)
}

/** A chart sheet is added and shown. */
export function chartSheet({ book }: MoodTarget): Mood {
  const chart = book.add('图表1')
  chart.content.kind = 'chart'
  book.activate(chart)
  return {}
}
