import { ok, type Result } from '../../../shared/base/result.ts'
import { address } from '../../../shared/grid/a1.ts'
import type { CellValue, Grid } from '../../../shared/grid/grid.ts'
import { nextMonth } from '../../../shared/quantity/dates/isNextMonth.ts'
import { nextMonthText } from '../../../shared/report/prefill/nextMonthText.ts'
import { prefillSheet } from '../../../shared/report/prefill/prefillSheet.ts'
import type { ApiFault } from '../../ports/apiFault.ts'
import type { LongWork } from '../../ports/longWork.ts'
import type { Ports } from '../../ports/ports.ts'
import type { CopiedCell, SheetCopy } from '../../ports/sheetCopy.ts'
import type { WorkbookFault } from '../../ports/workbookFault.ts'
import type { PeriodContext } from '../periodContext.ts'
import { figureRecordOf, pullRecords } from '../pullRecords.ts'
import { type CheckFault, checkSheet } from './checkSheet.ts'

/** Next month's sheet in the unit's own layout, before it is made. */
export interface NextSheet {
  /** "2021-06" */
  readonly period: string
  readonly copy: SheetCopy
  /** Cells that hold this month's cumulative figure. */
  readonly carried: readonly string[]
  /** Cells that every month fills in again. */
  readonly cleared: readonly string[]
  /** Titles, headings and notes that name the month. */
  readonly reworded: readonly { readonly cell: string; readonly before: string; readonly after: string }[]
}

/** Reads the sheet that is open again, with the unit's rows as the server has them, and says what next month's would be. Writes nothing. */
export async function planNextSheet(
  ports: Ports,
  context: PeriodContext,
  work: LongWork,
): Promise<Result<NextSheet, CheckFault | ApiFault>> {
  const check = await checkSheet(ports, context, work)
  if (!check.ok) return check
  const { reporter } = context.account
  const pulled = reporter === null ? null : await pullRecords(ports, context.period.id, reporter, work.signal)
  if (pulled && !pulled.ok) return pulled
  const accepted = [...(pulled?.value.stored.values() ?? [])].filter(({ deleted }) => !deleted).map(figureRecordOf)
  const { grid, reading } = check.value
  const period = context.period.id
  const prepared = prefillSheet(grid, reading, { accepted, period })
  return ok({
    ...changesOf(grid, prepared.grid),
    carried: prepared.carried,
    period: nextMonth(period) ?? period,
    copy: copyOf(grid, prepared.grid, period),
  })
}

/** What became of it: made, under a name; or not made, since the sheet says something else by now. */
export type MadeSheet = { readonly tag: 'made'; readonly name: string } | { readonly tag: 'changed'; readonly now: NextSheet }

/** Makes the sheet that was looked at, where it would still be the same. */
export async function makeNextSheet(
  ports: Ports,
  context: PeriodContext,
  seen: NextSheet,
  work: LongWork,
): Promise<Result<MadeSheet, CheckFault | ApiFault | WorkbookFault>> {
  const now = await planNextSheet(ports, context, work)
  if (!now.ok) return now
  if (JSON.stringify(now.value) !== JSON.stringify(seen)) return ok({ tag: 'changed', now: now.value })
  const made = await ports.workbook.copySheet(seen.copy, work)
  if (!made.ok) return made
  // the marks of the sheet were copied with it, and are of last month's figures; where they cannot be taken off, 清除标记 does
  await ports.workbook.unmark(made.value)
  return ok({ tag: 'made', name: made.value })
}

function copyOf(grid: Grid, next: Grid, period: string): SheetCopy {
  const { sheetName } = grid
  const named = nextMonthText(sheetName, period, false)
  const month = Number(period.slice(5)) + 1
  const cells = differing(grid, next).map(({ at, value }): CopiedCell => {
    const format = grid.formats[at]
    if (typeof value === 'number') return { cell: at, value, ...(format === '@' ? { numberFormat: 'General' } : {}) }
    return { cell: at, value, ...(value === null || format === '@' ? {} : { numberFormat: '@' }) }
  })
  return { sheet: sheetName, name: named === sheetName ? `${sheetName}（${month}月）` : named, cells }
}

function changesOf(grid: Grid, next: Grid): Pick<NextSheet, 'cleared' | 'reworded'> {
  const all = differing(grid, next)
  return {
    cleared: all.flatMap(({ at, value }) => (value === null ? [at] : [])),
    reworded: all.flatMap(({ at, before, value }) =>
      typeof before === 'string' && typeof value === 'string' ? [{ cell: at, before, after: value }] : [],
    ),
  }
}

/** The cells that hold something else in the next sheet. */
const differing = (grid: Grid, next: Grid): readonly { readonly at: string; readonly before: CellValue; readonly value: CellValue }[] =>
  next.cells.flatMap((row, r) =>
    row.flatMap((value, c) => {
      const before = grid.cells[r]?.[c] ?? null
      return value === before ? [] : [{ at: address(r + 1, c + 1), before, value }]
    }),
  )
