import { columnNumber } from '../../grid/a1.ts'
import type { RecognizedTable } from '../../record/reading.ts'

/** The table that holds a cell (the only one, where there is one); tables side by side share rows, so the column decides too. */
export function tableAt(tables: readonly RecognizedTable[], row: number, column: number): RecognizedTable | undefined {
  if (tables.length <= 1) return tables[0]
  const candidates = rowsOf(tables).get(row) ?? []
  return candidates.length <= 1 ? candidates[0] : candidates.find((table) => table.columns.some((one) => one.column === column))
}

/** The table that holds a cell given by its address. */
export function tableOf(tables: readonly RecognizedTable[], cell: string): RecognizedTable | undefined {
  const match = /^([A-Z]+)(\d+)$/.exec(cell)
  return match?.[1] === undefined ? undefined : tableAt(tables, Number(match[2]), columnNumber(match[1]))
}

/** The heading's cell of each row, over a cell's column. */
export function headingsOver(tables: readonly RecognizedTable[], cell: string): readonly string[] {
  const letters = cell.replace(/\d+$/, '')
  return (tableOf(tables, cell)?.headerRows ?? []).map((row) => `${letters}${row}`)
}

/** The rows of a table that it reads as data. */
export function dataRowsOf(table: RecognizedTable): ReadonlySet<number> {
  const known = dataRows.get(table)
  if (known) return known
  const rows = new Set(table.dataRows)
  dataRows.set(table, rows)
  return rows
}

const dataRows = new WeakMap<RecognizedTable, ReadonlySet<number>>()
const byRow = new WeakMap<readonly RecognizedTable[], ReadonlyMap<number, readonly RecognizedTable[]>>()

function rowsOf(tables: readonly RecognizedTable[]): ReadonlyMap<number, readonly RecognizedTable[]> {
  const known = byRow.get(tables)
  if (known) return known
  const index = new Map<number, RecognizedTable[]>()
  for (const table of tables) {
    for (const row of [...table.headerRows, ...table.dataRows, ...table.sectionRows, ...table.skipRows.map((skip) => skip.row)]) {
      const there = index.get(row)
      if (there) there.push(table)
      else index.set(row, [table])
    }
  }
  byRow.set(tables, index)
  return index
}
