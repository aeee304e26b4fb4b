import type { CellFact } from '../checks/facts.ts'
import type { Grid } from '../grid/grid.ts'
import type { Register } from '../register/register.ts'
import { readRow } from './dataRows.ts'
import type { FigureRecord } from './figureRecord.ts'
import { parsedTable } from './parsedTable.ts'
import type { ReadingContext, RecognizedTable, StatedTotal } from './reading.ts'
import { closeRows } from './rowRecords.ts'
import { type SheetView, viewSheet } from './sheetView.ts'
import { readContinuation, readNotApplicable, readSection, skipRow } from './skippedRows.ts'
import { TableState } from './tableState.ts'
import { readTotal } from './totalRows.ts'

/** What a table's cells say: records, stated totals, and a fact for each cell that says more than its record. */
export interface ParsedTable {
  readonly records: readonly FigureRecord[]
  readonly totals: readonly StatedTotal[]
  readonly cells: readonly CellFact[]
  /** True where no two records share a key. */
  readonly distinct: boolean
  /** Cells that were not taken, by address, and why. */
  readonly notRead: readonly NotRead[]
  /** Non-empty cells of headings, sections, notes and rows skipped with a reason. */
  readonly skipped: number
  /** Non-empty cells that were read, and those that a finding speaks of. */
  readonly read: number
  readonly reported: number
}

export interface NotRead {
  readonly cell: string
  readonly reason: 'column_unknown' | 'subject_unknown' | 'subject_ambiguous' | 'area_unknown'
  readonly candidates?: readonly string[]
}

/** Parses the rows of a recognised table; everything the cells say becomes records, totals and facts, never an exception. */
export function parseRecords(grid: Grid, table: RecognizedTable, register: Register, context: ReadingContext): ParsedTable {
  return parseView(viewSheet(grid), table, register, context)
}

/** The same for a view that is already made. */
export function parseView(view: SheetView, table: RecognizedTable, register: Register, context: ReadingContext): ParsedTable {
  const state = new TableState(view, table, register, context)
  table.rows.forEach((binding) => {
    readRow(state, binding)
  })
  closeRows(state)
  for (const { row, reason } of table.skipRows) {
    if (reason === 'total' || reason === 'subtotal' || reason === 'of_which') readTotal(state, row, reason)
    else if (reason === 'not_applicable') readNotApplicable(state, row)
    else if (reason === 'continuation') readContinuation(state, row)
    else skipRow(state, row)
  }
  for (const row of table.headerRows) skipRow(state, row)
  for (const row of table.sectionRows) readSection(state, row)
  return parsedTable(state)
}
