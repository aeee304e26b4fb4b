import { type Area, address, columnName, parseArea } from '../../shared/grid/a1.ts'
import type { SheetCell, SheetDocument } from '../ports.ts'
import { addressChunks, areaAddress, joinCells } from './cellAddresses.ts'

type Role = SheetCell['role']

/** Points of a column of so many characters of the default font. */
const columnPoints = (characters: number): number => (characters * 7 + 5) * 0.75
const TITLE_HEIGHT = 30
const LINE_HEIGHT = 16
const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideHorizontal', 'InsideVertical'] as const

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
  missing: (format) => {
    format.font.color = '#7F6000'
    format.fill.color = '#FFF8E1'
    format.horizontalAlignment = 'Center'
    format.verticalAlignment = 'Center'
    format.wrapText = true
  },
}

/** Gives a written sheet its look: roles, merges, widths, lines, heights of merged rows, frozen rows. Queues; syncs nothing. */
export function dressSheet(sheet: Excel.Worksheet, document: SheetDocument): void {
  for (const role of Object.keys(LOOKS) as Role[]) {
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
  for (const [i, row] of document.rows.entries()) {
    const height = rowHeight(document, i + 1, row, merges)
    if (height !== undefined) sheet.getRange(`${i + 1}:${i + 1}`).format.rowHeight = height
  }
  if (document.frozenRows > 0) sheet.freezePanes.freezeRows(document.frozenRows)
}

function cellsOf({ rows }: SheetDocument, wanted: (cell: SheetCell, row: readonly SheetCell[]) => boolean): string[] {
  return rows.flatMap((row, i) => row.flatMap((cell, j) => (wanted(cell, row) ? [address(i + 1, j + 1)] : [])))
}

/** A cell within a table: lines are drawn around it. An empty row between tables has none. */
const isTable = (cell: SheetCell, row: readonly SheetCell[]): boolean =>
  (cell.role === 'heading' || cell.role === 'body' || cell.role === 'missing') && row.some((one) => one.kind !== 'blank')

/** Excel fits rows to wrapped texts by itself, but not where they lie in merged cells. */
function rowHeight(document: SheetDocument, number: number, row: readonly SheetCell[], merges: readonly Area[]): number | undefined {
  if (row.some((cell) => cell.role === 'title' && cell.kind !== 'blank')) return TITLE_HEIGHT
  const lines = merges
    .filter((merge) => merge.top === number && merge.bottom === number)
    .map((merge) => {
      const room = document.widths.slice(merge.left - 1, merge.right).reduce((sum, width) => sum + width, 0)
      return room > 0 ? Math.ceil(textWidth(row[merge.left - 1]?.value ?? '') / room) : 1
    })
  const most = Math.max(0, ...lines)
  return most > 1 ? Math.min(400, most * LINE_HEIGHT + 6) : undefined
}

/** In characters of the default font: a Chinese one is as wide as two. */
const textWidth = (text: string): number => [...text].reduce((sum, char) => sum + (char > '\u2e7f' ? 2 : 1), 0)
