import type { Finding } from '../../../shared/finding/finding.ts'
import type { InboxSheet } from '../../../shared/inbox/inboxFile.ts'
import type { FileOnBehalf } from '../../../shared/wire/submission.ts'
import type { InboxCity } from '../../flow/inbox/gatherKnown.ts'
import { clashes, planSheet, type SheetPlan } from '../../flow/inbox/sheetPlan.ts'
import type { PeriodContext } from '../../flow/periodContext.ts'
import { type InboxItem, NEW_SHEET, type SheetState } from './inboxState.ts'

/** A sheet of a file in the list. */
export interface InboxLine {
  readonly sha256: string
  readonly fileName: string
  readonly sheet: InboxSheet
  readonly state: SheetState
  /** Null while it is nobody's, or cannot be read. */
  readonly plan: SheetPlan | null
  readonly doubts: readonly Finding[]
  /** The same file was sent for the unit before. */
  readonly before: FileOnBehalf | null
  /** Other lines that report the same rows of the same unit with other figures. */
  readonly clashes: readonly { readonly fileName: string; readonly sheetName: string; readonly rows: number }[]
  readonly standing: Standing
}

/**
 * Where a line is: it waits for a person (whose it is; whether it is the right one; which of two files holds), has nothing to
 * send, is ready, or has been sent.
 */
export type Standing = 'unreadable' | 'chooseUnit' | 'doubt' | 'clash' | 'nothing' | 'ready' | 'sent'

/** The lines of all files that were read, in the order in which they were dropped. */
export function inboxLines(items: readonly InboxItem[], city: InboxCity, context: PeriodContext): readonly InboxLine[] {
  const lines = items.flatMap((item) =>
    item.read?.ok === true ? item.read.value.sheets.map((sheet) => lineOf(item, sheet, { city, context })) : [],
  )
  const byUnit = Map.groupBy(lines, ({ sheet }) => sheet.unit)
  return lines.map((line) => {
    const others = line.sheet.unit === null ? [] : (byUnit.get(line.sheet.unit) ?? []).filter((other) => other !== line)
    const found = others.flatMap((other) => {
      const rows = competes(other) && line.plan !== null && other.plan !== null ? clashes(line.plan, other.plan).length : 0
      return rows === 0 ? [] : [{ fileName: other.fileName, sheetName: other.sheet.sheetName, rows }]
    })
    if (found.length === 0) return line
    // The one that a person left out of the two does not hold up the other.
    const held = line.standing === 'ready' && line.state.ticked !== false
    return { ...line, clashes: found, standing: held ? 'clash' : line.standing }
  })
}

/** A line that was left out, or is nobody's yet, takes no part in whose figures hold. */
const competes = ({ state, standing }: InboxLine): boolean => state.ticked !== false && standing !== 'doubt' && standing !== 'sent'

function lineOf(
  item: InboxItem,
  sheet: InboxSheet,
  { city, context }: { readonly city: InboxCity; readonly context: PeriodContext },
): InboxLine {
  const state = item.sheets.get(sheet.sheetName) ?? NEW_SHEET
  const { name, sha256 } = item.file
  const unit = city.units.find(({ reporter }) => reporter === sheet.unit)
  const before = unit?.filesOnBehalf.find((file) => file.sha256 === sha256) ?? null
  const reading = sheet.reading?.ok === true ? sheet.reading.value : null
  const plan =
    reading === null
      ? null
      : planSheet({
          context,
          era: city.era,
          file: item.file,
          reading,
          stored: city.stored.get(sheet.unit ?? '') ?? new Map(),
          overUnit: state.overUnit,
        })
  const line = { sha256, fileName: name, sheet, state, plan, doubts: plan?.doubts ?? [], before, clashes: [] }
  return { ...line, standing: standingOf(line) }
}

function standingOf({ sheet, state, plan, doubts }: Omit<InboxLine, 'standing'>): Standing {
  if (state.sent !== null && state.sent.unit === sheet.unit) return 'sent'
  if (sheet.unit === null) return 'chooseUnit'
  if (plan === null) return 'unreadable'
  if (doubts.length > 0) return 'doubt'
  return plan.going === 0 ? 'nothing' : 'ready'
}

/** Whether a line goes when the person sends: ready, and ticked by hand or, where nothing was said, not sent before. */
export const goes = ({ standing, state, before }: InboxLine): boolean => standing === 'ready' && (state.ticked ?? before === null)
