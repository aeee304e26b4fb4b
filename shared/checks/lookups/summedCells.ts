import { oncePer } from '../../base/oncePer.ts'
import type { CellFact, CheckFacts } from '../../finding/facts.ts'
import { COLUMN_FIELDS, type ColumnField } from '../../record/columnFields.ts'
import type { RecognizedTable } from '../../record/reading.ts'
import { factIndex } from './factIndex.ts'
import { dataRowsOf } from './tableAt.ts'

/** The figures of one column, by row. */
export type FigureColumn = ReadonlyMap<number, CellFact>
/** The figures of a table that add up, by column. */
export type FigureColumns = ReadonlyMap<number, FigureColumn>

/** The figures of a table's data rows and rows of totals, of fields whose cells add up. */
export function figureColumns(facts: CheckFacts, table: RecognizedTable): FigureColumns {
  const columns = new Map<number, Map<number, CellFact>>()
  const wanted = new Set(table.columns.filter((column) => isSummed(column.field)).map((column) => column.column))
  const rows = new Set([...dataRowsOf(table), ...totalRows(table).map(({ row }) => row)])
  for (const fact of facts.cells) {
    if (!wanted.has(fact.column) || !isSummed(fact.field) || !rows.has(fact.row)) continue
    const column = columns.get(fact.column) ?? new Map<number, CellFact>()
    columns.set(fact.column, column.set(fact.row, fact))
  }
  return columns
}

/** The rows of a table that state totals and subtotals of it. */
export const totalRows = (table: RecognizedTable): readonly { readonly row: number; readonly reason: 'total' | 'subtotal' }[] =>
  table.skipRows.flatMap(({ row, reason }) => (reason === 'total' || reason === 'subtotal' ? [{ row, reason }] : []))

/** Whether a cell's row names an area that the register does not know (经开区). */
export const isOutsideRegister = (facts: CheckFacts, cell: CellFact): boolean => areaRows(facts).get(`${cell.sheet}!${cell.row}`) === null

/** Whether a cell's row is the city's own. */
export const isOfCity = (facts: CheckFacts, cell: CellFact): boolean =>
  areaRows(facts).get(`${cell.sheet}!${cell.row}`) === facts.register.city

/** The area of each row that names one; null for an area that the register does not know. */
const areaRows = oncePer(
  (facts: CheckFacts): ReadonlyMap<string, string | null> =>
    new Map(factIndex(facts).areas.map((fact) => [`${fact.sheet}!${fact.row}`, fact.area?.code ?? null])),
)

/** Whether cells of a field add up over the rows of a table: quantities do, percentages never. */
export const isSummed = (field: ColumnField | undefined): boolean => field !== undefined && COLUMN_FIELDS[field].group === 'figure'
