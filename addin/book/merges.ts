import type { Area } from '../../shared/grid/a1.ts'
import { columnsOf, intersect, rowsOf } from './area.ts'
import { emptied } from './cell.ts'
import type { Sheet } from './sheet.ts'

/** Merges the area, or each of its rows; what was merged inside is undone first. Formats stay, of the contents the first cell's. */
export function mergeArea(sheet: Sheet, area: Area, across: boolean): void {
  unmergeArea(sheet, area)
  const parts = across ? Array.from({ length: rowsOf(area) }, (_, i) => ({ ...area, top: area.top + i, bottom: area.top + i })) : [area]
  const merges = parts.filter((part) => rowsOf(part) * columnsOf(part) > 1)
  for (const merge of merges) {
    sheet.eachCell(merge, (cell, row, column) => {
      if (row > merge.top || column > merge.left) sheet.put(row, column, emptied(cell))
    })
  }
  sheet.content.merges = [...sheet.content.merges, ...merges]
}

/** Undoes every merge that touches the area; formats of the cells stay. */
export function unmergeArea(sheet: Sheet, area: Area): void {
  sheet.content.merges = sheet.content.merges.filter((merge) => !intersect(merge, area))
}
