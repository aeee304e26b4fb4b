import { keysOf } from '../../../shared/base/keysOf.ts'
import { address, columnName, parseArea } from '../../../shared/grid/a1.ts'
import type { SheetCell, SheetDocument } from '../../ports/sheetDocument.ts'
import { addressChunks, areaAddress, joinCells } from '../host/cellAddresses.ts'
import { rowHeights } from './rowHeights.ts'

type Role = SheetCell['role']

/** Points of a column of so many characters of the default font. */
const columnPoints = (characters: number): number => (characters * 7 + 5) * 0.75
const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideHorizontal', 'InsideVertical'] as const

/** A fill of its own for each light, with dark letters: the word says which it is, the colour only helps the eye. */
const LIGHT_COLOURS = {
  blue: { fill: '#DDEBF7', font: '#1F4E79' },
  green: { fill: '#E2EFDA', font: '#375623' },
  yellow: { fill: '#FFE699', font: '#7F6000' },
  red: { fill: '#F8CBAD', font: '#9C0006' },
  grey: { fill: '#E7E6E6', font: '#404040' },
} as const

function lit({ fill, font }: { readonly fill: string; readonly font: string }): (format: Excel.RangeFormat) => void {
  return (format) => {
    format.font.color = font
    format.font.bold = true
    format.fill.color = fill
    format.horizontalAlignment = 'Center'
    format.verticalAlignment = 'Center'
  }
}

const LOOKS: Readonly<Record<Role, (format: Excel.RangeFormat) => void>> = {
  title: (format) => {
    format.font.bold = true
    format.font.size = 16
    format.horizontalAlignment = 'Center'
    format.verticalAlignment = 'Center'
  },
  heading: (format) => {
    format.font.bold = true
    format.fill.color = '#DCE6F1'
    format.horizontalAlignment = 'Center'
    format.verticalAlignment = 'Center'
    format.wrapText = true
  },
  note: (format) => {
    format.font.color = '#595959'
    format.verticalAlignment = 'Center'
    format.wrapText = true
  },
  body: (format) => {
    format.verticalAlignment = 'Center'
    format.wrapText = true
  },
  blue: lit(LIGHT_COLOURS.blue),
  green: lit(LIGHT_COLOURS.green),
  yellow: lit(LIGHT_COLOURS.yellow),
  red: lit(LIGHT_COLOURS.red),
  grey: lit(LIGHT_COLOURS.grey),
  missing: (format) => {
    format.font.color = '#7F6000'
    format.fill.color = '#FFF8E1'
    format.horizontalAlignment = 'Center'
    format.verticalAlignment = 'Center'
    format.wrapText = true
  },
}

/** Gives a written sheet its look: roles, merges, widths, lines, heights of merged rows. Queues; syncs nothing. */
export function dressSheet(sheet: Excel.Worksheet, document: SheetDocument): void {
  for (const role of keysOf(LOOKS)) {
    for (const addresses of addressChunks(joinCells(cellsOf(document, (cell) => cell.role === role)))) {
      LOOKS[role](sheet.getRanges(addresses).format)
    }
  }
  for (const table of joinCells(cellsOf(document, isTable))) {
    for (const edge of EDGES) {
      const border = sheet.getRange(areaAddress(table)).format.borders.getItem(edge)
      border.style = 'Continuous'
      border.color = '#BFBFBF'
    }
  }
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

function cellsOf({ rows }: SheetDocument, wanted: (cell: SheetCell, row: readonly SheetCell[]) => boolean): string[] {
  return rows.flatMap((row, i) => row.flatMap((cell, j) => (wanted(cell, row) ? [address(i + 1, j + 1)] : [])))
}

/** A cell within a table: lines are drawn around it. An empty row between tables has none. */
const isTable = (cell: SheetCell, row: readonly SheetCell[]): boolean =>
  cell.role !== 'title' && cell.role !== 'note' && row.some((one) => one.kind !== 'blank')
