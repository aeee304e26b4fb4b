import { fail, ok, type Result } from '../../../shared/base/result.ts'
import type { Finding } from '../../../shared/finding/finding.ts'
import type { Grid } from '../../../shared/grid/grid.ts'
import type { ReadingFault, SheetReading } from '../../../shared/pipeline/sheetReading.ts'
import { chinaDay } from '../../../shared/quantity/dates/chinaDay.ts'
import type { Correction } from '../../../shared/record/reading.ts'
import type { StoredLayout } from '../../../shared/wire/layouts.ts'
import type { LongWork } from '../../ports/longWork.ts'
import type { LayoutUse } from '../../ports/memory.ts'
import type { Ports } from '../../ports/ports.ts'
import type { ReaderMissing } from '../../ports/readers.ts'
import type { CellMark } from '../../ports/workbook.ts'
import type { WorkbookFault } from '../../ports/workbookFault.ts'
import type { PeriodContext } from '../periodContext.ts'
import { knownLayouts } from './knownLayouts.ts'

/** A sheet as it was read at one moment, with the corrections that were in force. */
export interface SheetCheck {
  readonly grid: Grid
  readonly corrections: readonly Correction[]
  readonly reading: SheetReading
  /** What was remembered of layouts, and what the person said of it for this sheet. */
  readonly layouts: readonly StoredLayout[]
  readonly layoutUse: LayoutUse | null
}

/** A sheet without a table still shows its rows, so that the person can point at the heading. */
export type CheckFault = WorkbookFault | ReaderMissing | (ReadingFault & { readonly grid: Grid })

/** Reads the sheet that is open and checks it by the period's register; nothing is written and nothing is sent. `work` can be stopped until the reading begins. */
export async function checkSheet(ports: Ports, context: PeriodContext, work?: LongWork): Promise<Result<SheetCheck, CheckFault>> {
  const remembered = knownLayouts(ports.api, context.account.reporter)
  const grid = await ports.workbook.readActiveSheet(work)
  if (!grid.ok) return grid
  const reader = await ports.readers.sheet()
  if (!reader.ok) return reader
  const corrections = await ports.memory.corrections(grid.value.sheetName)
  // Read without what the person has said, it would be another reading than the one that was looked at.
  if (!corrections.ok) return corrections
  const layoutUse = await ports.memory.layoutUse(grid.value.sheetName)
  if (!layoutUse.ok) return layoutUse
  const layouts = await remembered
  if (work?.signal.aborted) return fail({ tag: 'cancelled' })
  const known = { ...contextOf(context, ports.surroundings.now()), layouts: layoutsInUse(layouts, layoutUse.value) }
  const reading = reader.value(grid.value, context.register, known, corrections.value)
  if (!reading.ok) return fail({ ...reading.fault, grid: grid.value })
  return ok({ grid: grid.value, corrections: corrections.value, reading: reading.value, layouts, layoutUse: layoutUse.value })
}

/** The layouts that a sheet is read by, after what the person said of it. */
const layoutsInUse = (layouts: readonly StoredLayout[], use: LayoutUse | null) =>
  use === 'ignored' ? [] : layouts.map((one) => ({ ...one, insisted: use === 'insisted' }))

/** What the reading depends on besides the sheet: whose it is, for which month, and what the unit reported before. */
function contextOf(context: PeriodContext, now: string) {
  return {
    ...(context.account.reporter === null ? {} : { reporter: context.account.reporter }),
    period: context.period.id,
    year: context.register.year,
    today: chinaDay(now),
    earlier: context.earlier,
  }
}

/**
 * One mark a cell, of the gravest finding there; a finding of several cells marks each. A note asks nothing of anybody and
 * colours no cell: where half a sheet is painted, the cells that need a hand are not seen.
 */
export function marksOf(findings: readonly Finding[]): readonly CellMark[] {
  const gravest = new Map<string, CellMark['severity']>()
  for (const { cell, cells, severity } of findings) {
    if (severity === 'info') continue
    for (const at of cells ?? [cell]) if (severity === 'error' || !gravest.has(at)) gravest.set(at, severity)
  }
  return [...gravest].map(([cell, severity]) => ({ cell, severity }))
}

/** Marks that are to be shown: cells of returned rows beside the findings, and whether they are still wanted in their turn. */
export interface WantedMarks {
  readonly returned: readonly string[]
  readonly isWanted: () => boolean
}

/** Shows the marks of a check, or (null) takes them off; cells of returned rows are marked as gravely as errors. */
export async function showMarks(ports: Ports, check: SheetCheck, wanted: WantedMarks | null): Promise<Result<unknown, WorkbookFault>> {
  const { sheetName, findings } = check.reading
  if (wanted === null) return ports.workbook.unmark(sheetName)
  const { returned, isWanted } = wanted
  const others = marksOf(findings).filter(({ cell }) => !returned.includes(cell))
  const marks = [...others, ...returned.map((cell) => ({ cell, severity: 'error' as const }))]
  return ports.workbook.mark(sheetName, marks, isWanted)
}
