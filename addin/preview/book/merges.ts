import './exceljsTypes.ts'
import type { Worksheet } from 'exceljs'
import type { Area } from '../../../shared/grid/a1.ts'
import { areaText, columnsOf, intersect, rowsOf } from './area.ts'

/** The merged areas of a sheet, each as an area of its own: ExcelJS has them with more than that. */
export const mergesOf = (worksheet: Worksheet): Area[] =>
  Object.values(worksheet._merges).map(({ top, left, bottom, right }) => ({ top, left, bottom, right }))

/** Merges the area, or each of its rows; what was merged inside is undone first. Formats of the cells stay. */
export function mergeArea(worksheet: Worksheet, area: Area, across: boolean): void {
  unmergeArea(worksheet, area)
  const parts = across ? Array.from({ length: rowsOf(area) }, (_, i) => ({ ...area, top: area.top + i, bottom: area.top + i })) : [area]
  for (const part of parts) if (rowsOf(part) * columnsOf(part) > 1) worksheet.mergeCellsWithoutStyle(areaText(part))
}

/** Undoes every merge that touches the area; formats of the cells stay. */
export function unmergeArea(worksheet: Worksheet, area: Area): void {
  for (const merge of mergesOf(worksheet)) {
    if (!intersect(merge, area)) continue
    const styles: [number, number, object][] = []
    for (let row = merge.top; row <= merge.bottom; row++) {
      for (let column = merge.left; column <= merge.right; column++) styles.push([row, column, worksheet.getCell(row, column).style])
    }
    worksheet.unMergeCells(areaText(merge))
    for (const [row, column, style] of styles) worksheet.getCell(row, column).style = style
  }
}
