import type { Sheet } from '../../book/sheet.ts'
import { isWrite, type Mood, type MoodTarget } from '../richapi/mood.ts'
import { asksFor, readsValues, shows, writes } from './batchKind.ts'

/** Done once: after the add-in has read the shown sheet, and before it next writes, shows a cell or asks for the sheet by its name. */
function onceRead({ book }: MoodTarget, happen: (sheet: Sheet) => void): Mood {
  let read: Sheet | undefined
  let happened = false
  return {
    batch: (request, go) => {
      if (read === undefined && readsValues(request)) read = book.active
      else if (!happened && read !== undefined && (writes(request) || shows(request) || asksFor(request, read.name))) {
        happened = true
        happen(read)
      }
      return go()
    },
  }
}

/** The sheet gets another name, as when somebody renames its tab. */
export const renamedSheet = (target: MoodTarget): Mood =>
  onceRead(target, (sheet) => target.book.rename(sheet, `${sheet.name.slice(0, 28)}（改）`))

/** The sheet goes; where it was the only one, an empty one is there instead. */
export const deletedSheet = (target: MoodTarget): Mood =>
  onceRead(target, (sheet) => {
    const { book } = target
    if (book.sheets.filter((other) => !other.hidden).length === 1) book.add('空白')
    book.remove(sheet)
  })

/** After the add-in's first write the person begins to edit a cell, while there is more to be written. */
export function editWhileWriting({ edit }: MoodTarget): Mood {
  let [wrote, begun] = [false, false]
  return {
    keepsEdit: true,
    batch: async (_, go) => {
      const answer = await go()
      if (!begun && wrote) {
        begun = true
        edit()
      }
      return answer
    },
    before: (act) => {
      wrote ||= isWrite(act)
      return false
    },
  }
}
