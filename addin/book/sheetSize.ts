import type { Area } from '../../shared/grid/a1.ts'
import { columnsOf, rowsOf } from './area.ts'
import type { Cell } from './cell.ts'
import { lookOf } from './cellStyle.ts'
import type { Sheet } from './sheet.ts'

const DEFAULT_COLUMN = 72
const DEFAULT_ROW = 20
/** Width of a digit of the default font, and the padding of a cell, in pixels. */
const DIGIT = 7
const PADDING = 5
/** At the 96 pixels an inch that Excel on the web counts with. */
export const PIXELS_PER_POINT = 4 / 3

/** A column's width in pixels; 0 where it is hidden. */
export function columnPixels({ content }: Sheet, column: number): number {
  const stored = content.columns.get(column)
  if (stored?.hidden) return 0
  const characters = stored?.width ?? content.defaultWidth
  return characters ? Math.round(characters * DIGIT + PADDING) : DEFAULT_COLUMN
}

/** Makes a column as wide as so many pixels; a file counts in characters of the default font. */
export function setColumnPixels({ content }: Sheet, column: number, pixels: number): void {
  content.columns.set(column, { ...content.columns.get(column), width: Math.round(((pixels - PADDING) / DIGIT) * 100) / 100 })
}

/** A row's height in pixels, 0 where it is hidden; without a height of its own as tall as its wrapped texts need. */
export function rowPixels(sheet: Sheet, row: number): number {
  const stored = sheet.content.rows.get(row)
  if (!stored) return DEFAULT_ROW
  if (stored.hidden) return 0
  if (stored.height) return Math.round(stored.height * PIXELS_PER_POINT)
  const merges = sheet.merges.crossing(row)
  let tallest = DEFAULT_ROW
  for (const [column, cell] of stored.cells) {
    if (cell.value === '' || merges.some((merge) => column >= merge.left && column <= merge.right)) continue
    tallest = Math.max(tallest, neededHeight(sheet, cell, column))
  }
  return tallest
}

function neededHeight(sheet: Sheet, cell: Cell, column: number): number {
  const look = lookOf(cell.style)
  const em = look.size * PIXELS_PER_POINT
  const text = look.wrap ? String(cell.value) : ''
  const width = Math.max(1, columnPixels(sheet, column) - 6)
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((textEms(line) * em) / width)), 0)
  return Math.ceil(Math.max(1, lines) * em * 1.3 + 3)
}

/** Width of a text in ems: a Chinese character is one, others a little more than half. */
const textEms = (text: string): number => [...text].reduce((sum, char) => sum + (char > '\u2e7f' ? 1 : 0.55), 0)

/** The common width of an area's columns in points, null where they differ. */
export function columnWidth(sheet: Sheet, area: Area): number | null {
  return common(Math.min(columnsOf(area), 200), (i) => columnPixels(sheet, area.left + i) / PIXELS_PER_POINT)
}

/** The common height of an area's rows in points, null where they differ. */
export function rowHeight(sheet: Sheet, area: Area): number | null {
  return common(Math.min(rowsOf(area), 1000), (i) => rowPixels(sheet, area.top + i) / PIXELS_PER_POINT)
}

function common(count: number, at: (i: number) => number): number | null {
  const first = at(0)
  for (let i = 1; i < count; i++) if (at(i) !== first) return null
  return first
}

/** Makes the columns as wide as their widest text. */
export function autofit(sheet: Sheet, area: Area): void {
  const widest = new Map<number, number>()
  sheet.eachCell(area, ({ value, style }, row, column) => {
    if (value === '' || sheet.merges.at(row, column)) return
    const width = textEms(sheet.text(row, column)) * lookOf(style).size * PIXELS_PER_POINT
    widest.set(column, Math.max(widest.get(column) ?? 0, width))
  })
  for (const [column, width] of widest) setColumnPixels(sheet, column, Math.min(600, Math.ceil(width) + 10))
}
