import { readDataRow } from './cells/dataRows.ts'
import { finishTable } from './cells/finishTable.ts'
import { leaveOut, readContinuation, readNotApplicable, readSection } from './cells/skippedRows.ts'
import { isTotalRow, readTotalRow } from './cells/totalRows.ts'
import { FieldRows } from './parsing/fieldRows.ts'
import type { TableReading } from './parsing/row.ts'
import { RowLookups } from './parsing/rowLookups.ts'
import { type TableSource, tableSetting } from './parsing/tableSetting.ts'
import type { ParsedTable } from './tally/parsedTable.ts'
import { Tally } from './tally/tally.ts'

/** Reads the rows of a recognised table; everything the cells say becomes records, totals and facts, never an exception. */
export function parseRecords(source: TableSource): ParsedTable {
  const setting = tableSetting(source)
  const tally = new Tally(setting.sheet, source.table)
  const fieldRows = new FieldRows(setting, tally)
  const reading: TableReading = {
    setting,
    lookups: new RowLookups(setting),
    tally,
    fieldRows,
    percentScales: new Map(),
    lists: { builders: [], cells: [], percentages: [], words: [] },
  }
  const { table } = source
  table.rows.forEach((binding) => {
    readDataRow(reading, binding)
  })
  fieldRows.close()
  for (const skip of table.skipRows) {
    if (isTotalRow(skip)) readTotalRow(reading, skip.row, skip.reason)
    else if (skip.reason === 'not_applicable') readNotApplicable(reading, skip.row)
    else if (skip.reason === 'continuation') readContinuation(reading, skip.row)
    else leaveOut(reading, skip.row, skip.reason)
  }
  for (const row of table.headerRows) leaveOut(reading, row, 'heading')
  for (const row of table.sectionRows) readSection(reading, row)
  return finishTable(reading)
}
