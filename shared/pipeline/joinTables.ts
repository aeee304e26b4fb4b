import type { ParsedTable } from '../sheet/tally/parsedTable.ts'

/** What the tables of a sheet say together, in their order. */
export function joinTables(tables: readonly ParsedTable[]): Omit<ParsedTable, 'ends'> {
  const [only] = tables
  if (only && tables.length === 1) return only
  return {
    records: tables.flatMap(({ records }) => records),
    totals: tables.flatMap(({ totals }) => totals),
    cells: tables.flatMap(({ cells }) => cells),
    // two tables may report the same, so that it is looked for again
    distinct: false,
    notRead: tables.flatMap(({ notRead }) => notRead),
    setAside: tables.flatMap(({ setAside }) => setAside),
    count: {
      read: tables.reduce((sum, { count }) => sum + count.read, 0),
      skipped: tables.reduce((sum, { count }) => sum + count.skipped, 0),
      reported: tables.reduce((sum, { count }) => sum + count.reported, 0),
    },
  }
}
