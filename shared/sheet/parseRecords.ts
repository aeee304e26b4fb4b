import type { Grid } from '../grid/grid.ts'
import type { ReadingContext, RecognizedTable } from '../record/reading.ts'
import type { Register } from '../register/register.ts'
import { readRow } from './cells/dataRows.ts'
import type { ParsedTable } from './cells/parsed.ts'
import { parsedTable } from './cells/parsedTable.ts'
import { closeRows } from './cells/rowRecords.ts'
import { readContinuation, readNotApplicable, readSection, skipRow } from './cells/skippedRows.ts'
import { TableState } from './cells/tableState.ts'
import { readTotal } from './cells/totalRows.ts'
import { type SheetView, viewSheet } from './view/sheetView.ts'

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
