import type { CellFact } from '../checks/facts.ts'
import type { Grid } from '../grid/grid.ts'
import type { Register } from '../register/register.ts'
import type { FigureRecord } from './figureRecord.ts'
import type { ReadingContext, RecognizedTable, StatedTotal } from './reading.ts'
import { RowParser } from './rowParser.ts'
import { type SheetView, viewSheet } from './sheetView.ts'

/** What a table's cells say: records, stated totals, and a fact for each cell that says more than its record. */
export interface ParsedTable {
  readonly records: readonly FigureRecord[]
  readonly totals: readonly StatedTotal[]
  readonly cells: readonly CellFact[]
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
  const parser = new RowParser(view, table, register, context)
  for (const binding of table.rows) parser.readRow(binding)
  for (const skipped of table.skipRows) {
    if (skipped.reason === 'total' || skipped.reason === 'subtotal' || skipped.reason === 'of_which')
      parser.readTotal(skipped.row, skipped.reason)
    else if (skipped.reason === 'not_applicable') parser.readNotApplicable(skipped.row)
    else parser.skipRow(skipped.row)
  }
  for (const row of [...table.headerRows, ...table.sectionRows]) parser.skipRow(row)
  return parser.done()
}
