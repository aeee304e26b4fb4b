import { confirmationOf, waitsForConfirmation } from '../../../shared/finding/confirmation.ts'
import type { Finding } from '../../../shared/finding/finding.ts'
import { columnOf, rowOf } from '../../../shared/grid/a1.ts'
import type { Correction, RecognizedTable } from '../../../shared/record/reading.ts'
import { anchorColumn } from '../../../shared/sheet/rows/applyCorrections.ts'
import type { PeriodInfo } from '../../../shared/wire/period.ts'
import { anchorRow } from './anchorCorrection.ts'
import type { SheetCheck } from './checkSheet.ts'

/** What a person can do about a doubt that concerns the whole sheet or many of its rows, by one click. */
export type WayOut =
  /** Report the sheet in the period of which it is. */
  | { readonly tag: 'switchPeriod'; readonly period: string }
  /** Send nothing of these rows and columns. */
  | { readonly tag: 'leaveOut'; readonly of: 'rows' | 'columns'; readonly cells: readonly string[] }
  /** It is the right sheet, whatever it says. */
  | { readonly tag: 'confirm'; readonly finding: Finding }

/**
 * The ways out of a finding, the likeliest first; none where correcting the sheet is the only one.
 *
 *     PERIOD_MISMATCH       the sheet's own period, where it is open; it is this period's
 *     SHEET_OF_OTHER_UNIT   it is this unit's
 *     ROW_NOT_YOURS         leave them out
 */
export function waysOut(finding: Finding, periods: readonly PeriodInfo[]): readonly WayOut[] {
  if (finding.code === 'ROW_NOT_YOURS')
    return [{ tag: 'leaveOut', of: finding.params.columns === true ? 'columns' : 'rows', cells: finding.cells ?? [finding.cell] }]
  if (!waitsForConfirmation(finding)) return []
  const other = periods.find(({ id, state }) => id === finding.params.other && state === 'open')
  return [...(other ? [{ tag: 'switchPeriod', period: other.id } as const] : []), { tag: 'confirm', finding }]
}

/** What is remembered with the workbook when a way is taken; nothing where the sheet is read as before, in another period. */
export function correctionsOf(way: WayOut, check: SheetCheck): readonly Correction[] {
  switch (way.tag) {
    case 'switchPeriod':
      return []
    case 'confirm':
      return [confirmationOf(way.finding)]
    case 'leaveOut':
      return way.cells.flatMap((cell) => leftOut(cell, check))
  }
}

/** The row of a cell is left out, or its column where the cell is a heading. */
function leftOut(cell: string, { grid, reading: { tables } }: SheetCheck): readonly Correction[] {
  const [row, number] = [rowOf(cell), columnOf(cell)]
  const holds = ({ headerRows, dataRows }: RecognizedTable) => headerRows.includes(row) || dataRows.includes(row)
  const table = tables.find((one) => holds(one) && one.columns.some(({ column }) => column === number)) ?? tables.find(holds)
  if (!table) return []
  if (!table.headerRows.includes(row)) return [{ kind: 'skipRow', ...anchorRow(grid, table, row) }]
  const column = table.columns.find((one) => one.column === number)
  return column ? [{ kind: 'column', ...anchorColumn(table.columns, number), field: null }] : []
}
