import type { Cell } from '../cell.ts'
import type { CellPlace } from '../file/openedFile.ts'
import type { Row } from '../sheetContent.ts'

/** Where in a sheet by now is what the file had of its cells (links, notes), by its number there. */
export function placesOf(rows: ReadonlyMap<number, Row>, numberOf: (cell: Cell) => number | undefined): ReadonlyMap<number, CellPlace> {
  const places = new Map<number, CellPlace>()
  for (const [row, { cells }] of rows) {
    for (const [column, cell] of cells) {
      const number = numberOf(cell)
      if (number !== undefined) places.set(number, { row, column })
    }
  }
  return places
}

/** Whether everything is where it was. */
export const areInPlace = (before: readonly CellPlace[], now: ReadonlyMap<number, CellPlace>): boolean =>
  before.every(({ row, column }, i) => now.get(i)?.row === row && now.get(i)?.column === column)
