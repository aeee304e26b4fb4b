import { oncePer } from '../../base/oncePer.ts'
import { columnLetters, parseAddress } from '../../grid/a1.ts'
import type { RecognizedTable } from '../../record/reading.ts'

/** The table that holds a cell (the only one, where there is one); tables side by side share rows, so the column decides too. */
export function tableAt(tables: readonly RecognizedTable[], row: number, column: number): RecognizedTable | undefined {
  if (tables.length <= 1) return tables[0]
  const candidates = rowsOf(tables).get(row) ?? []
  return candidates.length <= 1 ? candidates[0] : candidates.find((table) => table.columns.some((one) => one.column === column))
}

/** The table that holds a cell given by its address. */
export function tableOf(tables: readonly RecognizedTable[], cell: string): RecognizedTable | undefined {
  const place = parseAddress(cell)
  return place && tableAt(tables, place.row, place.column)
}

/** The heading's cell of each row, over a cell's column. */
export function headingsOver(tables: readonly RecognizedTable[], cell: string): readonly string[] {
  const letters = columnLetters(cell)
  return (tableOf(tables, cell)?.headerRows ?? []).map((row) => `${letters}${row}`)
}

/** The rows of a table that it reads as data. */
export const dataRowsOf = oncePer((table: RecognizedTable): ReadonlySet<number> => new Set(table.dataRows))

/** The tables that have a row, whatever it is to them: tables side by side share rows. */
const rowsOf = oncePer((tables: readonly RecognizedTable[]): ReadonlyMap<number, readonly RecognizedTable[]> => {
  const index = new Map<number, RecognizedTable[]>()
  for (const table of tables) {
    for (const row of [...table.headerRows, ...table.dataRows, ...table.sectionRows, ...table.skipRows.map((skip) => skip.row)]) {
      const there = index.get(row)
      if (there) there.push(table)
      else index.set(row, [table])
    }
  }
  return index
})
