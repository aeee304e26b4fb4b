import { columnName, parseArea } from '../../../shared/grid/a1.ts'
import type { SheetDocument } from '../../ports/sheetDocument.ts'
import { areaAddress, joinCells } from '../../sheetForm/joinCells.ts'
import { cellsOf, isInTable, ROLES } from '../../sheetForm/roleLooks.ts'
import { rowHeights } from '../../sheetForm/rowHeights.ts'
import { addressChunks } from '../host/cellAddresses.ts'
import { drawLines, dress } from './looks.ts'

/** Points of a column of so many characters of the default font. */
const columnPoints = (characters: number): number => (characters * 7 + 5) * 0.75
/** Gives a written sheet its look: roles, merges, widths, lines, heights of merged rows. Queues; syncs nothing. */
export function dressSheet(sheet: Excel.Worksheet, document: SheetDocument): void {
  for (const role of ROLES) {
    for (const addresses of addressChunks(joinCells(cellsOf(document, (cell) => cell.role === role)))) {
      dress(sheet.getRanges(addresses).format, role)
    }
  }
  for (const table of joinCells(cellsOf(document, isInTable))) drawLines(sheet.getRange(areaAddress(table)))
  for (const [i, width] of document.widths.entries()) {
    const name = columnName(i + 1)
    sheet.getRange(`${name}:${name}`).format.columnWidth = columnPoints(width)
  }
  const merges = document.merges.flatMap((merge) => parseArea(merge) ?? [])
  for (const merge of merges) sheet.getRange(areaAddress(merge)).merge(false)
  const { heights, cut } = rowHeights(document, merges)
  for (const [row, height] of heights) sheet.getRange(`${row}:${row}`).format.rowHeight = height
  for (const addresses of addressChunks(joinCells(cut))) sheet.getRanges(addresses).format.verticalAlignment = 'Top'
}
