import { type Area, address, parseArea } from '../a1.ts'
import type { CellValue } from '../grid.ts'
import { PartFault } from './fault.ts'
import { LIMITS } from './limits.ts'
import type { SheetCells } from './sheetReader.ts'

const LAST_COLUMN = 16_384

/**
 * The part of merged areas that a sheet uses: whole columns and rows are merged as well as a title. Of those that lie beside
 * what it holds nothing is left.
 */
export function usedAreas(references: readonly string[], cells: readonly (readonly CellValue[])[]): readonly Area[] {
  const rows = cells.length
  const columns = cells.reduce((most, row) => Math.max(most, row.length), 0)
  return references.flatMap((reference) => {
    const area = parseArea(reference)
    if (!area || area.top > rows || area.left > columns) return []
    const right = area.right >= LAST_COLUMN ? columns : area.right
    return [{ ...area, bottom: Math.min(area.bottom, rows), right }]
  })
}

/**
 * Takes out of a sheet what merged areas hide: only the first cell of each is shown. Linear in what the areas cover; areas
 * that overlap without end, which no program writes, are refused as PartFault.
 */
export function clearHidden({ cells, formats, formulas }: SheetCells, areas: readonly Area[]): void {
  let room: number = LIMITS.cells
  for (const area of areas) {
    for (let row = area.top; row <= area.bottom; row++) {
      const values = cells[row - 1] ?? []
      const right = Math.min(area.right, values.length)
      room -= 1 + Math.max(0, right - area.left)
      for (let column = row > area.top ? area.left : area.left + 1; column <= right; column++) {
        if (values[column - 1] == null) continue
        values[column - 1] = null
        const at = address(row, column)
        delete formats[at]
        delete formulas[at]
      }
    }
    if (room < 0) throw new PartFault({ tag: 'tooLarge', what: 'cells' })
  }
}
