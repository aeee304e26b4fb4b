import { columnName } from '../../../shared/grid/a1.ts'
import type { SheetCell, SheetDocument } from '../../ports/sheetDocument.ts'
import { blankCell, lineCells, textCell } from '../makeCells.ts'
import { type KeyedSheet, type KeyedTable, type TableColumn, tableTitle } from './keyedSheet.ts'
import { memoryOf, memoryText } from './sheetMemory.ts'

/** Title, note and headings stay in sight, and come again on each printed page. */
const FROZEN_ROWS = 3

/** A keyed sheet as it is written the first time: title, note, headings and the tables one below the other. */
export function layOut(sheet: KeyedSheet): SheetDocument {
  const width = sheet.columns.length
  const rows: SheetCell[][] = []
  const merges: string[] = []
  const line = (text: string, role: SheetCell['role']): void => {
    rows.push(lineCells(text, role, width))
    if (width > 1) merges.push(`A${rows.length}:${columnName(width)}${rows.length}`)
  }
  line(sheet.title, 'title')
  line(sheet.note.text, 'note')
  for (const table of sheet.tables) {
    if (table.title !== '') {
      rows.push(lineCells('', 'body', width))
      line(tableTitle(table), 'title')
    }
    for (const cells of [table.columns.map(({ heading }) => textCell(heading, 'heading')), ...table.rows]) {
      rows.push(spread(cells, table, width))
      for (const [from, to] of spansOf(table.columns)) merges.push(`${columnName(from)}${rows.length}:${columnName(to)}${rows.length}`)
    }
  }
  return {
    name: sheet.name,
    rows,
    merges,
    widths: sheet.columns.map((column) => column.width),
    frozenRows: FROZEN_ROWS,
    memory: memoryText(memoryOf(sheet)),
    ...(sheet.paper === undefined ? {} : { paper: sheet.paper }),
  }
}

/** The columns of a table that take more than one of the sheet's. */
export const spansOf = (columns: readonly TableColumn[]): (readonly [number, number])[] =>
  columns.flatMap(({ from, to }) => (from < to ? [[from, to] as const] : []))

/** Cells of a table over the columns that they take; what is left of the sheet's width is no part of the table. */
function spread(cells: readonly SheetCell[], { columns }: KeyedTable, width: number): SheetCell[] {
  const row = columns.flatMap(({ from, to }, at) => {
    const cell = cells[at] ?? blankCell()
    return [cell, ...Array.from({ length: to - from }, () => blankCell(cell.role))]
  })
  return [...row, ...Array.from({ length: width - row.length }, () => blankCell('note'))]
}
