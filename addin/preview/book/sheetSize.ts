import type { Cell, Worksheet } from 'exceljs'
import { type Area, columnName } from '../../../shared/grid/a1.ts'
import { columnsOf, rowsOf } from './area.ts'
import { lookOf } from './cellStyle.ts'
import { cellText } from './cellText.ts'
import { scalarOf } from './cellValue.ts'

const DEFAULT_COLUMN = 72
const DEFAULT_ROW = 20
/** Width of a digit of the default font, and the padding of a cell, in pixels. */
const DIGIT = 7
const PADDING = 5
/** At the 96 pixels an inch that Excel on the web counts with. */
export const PIXELS_PER_POINT = 4 / 3

/** A column's width in pixels; 0 where it is hidden. */
export function columnPixels(worksheet: Worksheet, column: number): number {
  const stored = worksheet.columns?.[column - 1]
  if (stored?.hidden) return 0
  const characters = stored?.width ?? worksheet.properties.defaultColWidth
  return characters ? Math.round(characters * DIGIT + PADDING) : DEFAULT_COLUMN
}

/** Makes a column as wide as so many pixels; a file counts in characters of the default font. */
export function setColumnPixels(worksheet: Worksheet, column: number, pixels: number): void {
  worksheet.getColumn(column).width = Math.round(((pixels - PADDING) / DIGIT) * 100) / 100
}

/** A row's height in pixels, 0 where it is hidden; without a height of its own as tall as its wrapped texts need. */
export function rowPixels(worksheet: Worksheet, row: number): number {
  const stored = worksheet.findRow(row)
  if (!stored) return DEFAULT_ROW
  if (stored.hidden) return 0
  if (stored.height) return Math.round(stored.height * PIXELS_PER_POINT)
  let tallest = DEFAULT_ROW
  stored.eachCell((cell, column) => {
    if (!cell.isMerged) tallest = Math.max(tallest, neededHeight(worksheet, cell, column))
  })
  return tallest
}

function neededHeight(worksheet: Worksheet, cell: Cell, column: number): number {
  const look = lookOf(cell.style)
  const em = look.size * PIXELS_PER_POINT
  const text = look.wrap ? String(scalarOf(cell)) : ''
  const width = Math.max(1, columnPixels(worksheet, column) - 6)
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((textEms(line) * em) / width)), 0)
  return Math.ceil(Math.max(1, lines) * em * 1.3 + 3)
}

/** Width of a text in ems: a Chinese character is one, others a little more than half. */
const textEms = (text: string): number => [...text].reduce((sum, char) => sum + (char > '\u2e7f' ? 1 : 0.55), 0)

/** The common width of an area's columns in points, null where they differ. */
export function columnWidth(worksheet: Worksheet, area: Area): number | null {
  return common(Math.min(columnsOf(area), 200), (i) => columnPixels(worksheet, area.left + i) / PIXELS_PER_POINT)
}

/** The common height of an area's rows in points, null where they differ. */
export function rowHeight(worksheet: Worksheet, area: Area): number | null {
  return common(Math.min(rowsOf(area), 1000), (i) => rowPixels(worksheet, area.top + i) / PIXELS_PER_POINT)
}

function common(count: number, at: (i: number) => number): number | null {
  const first = at(0)
  for (let i = 1; i < count; i++) if (at(i) !== first) return null
  return first
}

/** Makes the columns as wide as their widest text. */
export function autofit(worksheet: Worksheet, area: Area, date1904: boolean): void {
  for (let column = area.left; column <= Math.min(area.right, worksheet.columnCount); column++) {
    let widest = 0
    worksheet.getColumn(columnName(column)).eachCell((cell) => {
      const text = cell.isMerged ? '' : cellText(scalarOf(cell), cell.numFmt ?? 'General', date1904)
      widest = Math.max(widest, textEms(text) * lookOf(cell.style).size * PIXELS_PER_POINT)
    })
    if (widest > 0) setColumnPixels(worksheet, column, Math.min(600, Math.ceil(widest) + 10))
  }
}
