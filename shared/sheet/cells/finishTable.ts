import { columnOf } from '../../grid/a1.ts'
import { columnFieldsWhere } from '../../record/columnFields.ts'
import type { FigureRecord } from '../../record/figureRecord.ts'
import { RecordIndex } from '../../record/recordIndex.ts'
import { factOf, type TableReading } from '../parsing/row.ts'
import type { ParsedTable } from '../tally/parsedTable.ts'
import { setAsideOf } from '../tally/setAside.ts'
import { nameParts } from './nameParts.ts'

/** What was read of a table, once all its rows are: the parts of records named, every cell counted once. */
export function finishTable(table: TableReading): ParsedTable {
  const { setting, tally } = table
  const repeated = repeatedRows(table)
  addNamingFacts(table, repeated)
  const all = [...tally.records, ...tally.texts.records()]
  const records = repeated.size === 0 ? all : nameParts(setting, all)
  if (tally.notRead.some(({ reason }) => reason === 'column_unknown')) tally.readAsNaming(partColumns(records))
  return {
    records,
    totals: tally.totals(),
    cells: tally.facts,
    distinct: repeated.size === 0,
    notRead: tally.notRead,
    ends: tally.ends,
    count: tally.ends.count(),
    setAside: setAsideOf(setting.table, tally.ends, (row, column) => setting.view.value(row, column)),
  }
}

/** The rows of records whose key comes again. */
function repeatedRows({ tally }: TableReading): ReadonlySet<number> {
  const rows = new RecordIndex<number>()
  const repeated = new Set<number>()
  for (const record of tally.records) {
    const before = rows.add(record, record.origin.row)
    if (before !== undefined) repeated.add(before).add(record.origin.row)
  }
  return repeated
}

/** Rows that report the same twice need their words compared; others need no facts of their names. */
function addNamingFacts({ setting, tally, fieldRows }: TableReading, rows: ReadonlySet<number>): void {
  for (const row of rows) {
    for (const plan of fieldRows.plans) {
      const value = setting.view.value(row, plan.column)
      if (value !== null && NAMING_FIELDS.has(plan.field)) tally.addFact(factOf(setting, row, plan))
    }
  }
}

/** Names but for areas, which have facts of their own wherever they need one. */
const NAMING_FIELDS = columnFieldsWhere(({ group, identifies }) => group === 'naming' && identifies !== 'place')

/** The columns whose cells name the parts of records. */
const partColumns = (records: readonly FigureRecord[]): ReadonlySet<number> =>
  new Set(records.flatMap(({ origin }) => (origin.cells.part === undefined ? [] : columnOf(origin.cells.part))))
