import { type Area, address } from '../../shared/grid/a1.ts'
import type { SheetCell, SheetDocument } from '../ports/sheetDocument.ts'

const TITLE_HEIGHT = 30
/** Points of a line of the default font, and what is left above and below. */
const LINE_HEIGHT = 16
const PADDING = 6
/** Longer texts of a table are cut on the screen, not in the cell: a row stays a row. */
const MOST_LINES = 5
/** The tallest row Excel has is 409. */
const TALLEST = 400

/** What `rowHeights` finds. */
export interface RowHeights {
  /** Points, by row number; other rows are left to Excel. */
  readonly heights: ReadonlyMap<number, number>
  /** Cells whose text is longer than their row shows. */
  readonly cut: readonly string[]
}

/** Heights of the rows that Excel does not fit by itself: titles, wrapped texts in merged cells, and texts without end. */
export function rowHeights({ rows, widths }: SheetDocument, merges: readonly Area[]): RowHeights {
  const heights = new Map<number, number>()
  const cut: string[] = []
  for (const [i, row] of rows.entries()) {
    const number = i + 1
    const across = merges.filter((merge) => merge.top <= number && merge.bottom >= number)
    const isMerged = (column: number) => across.some((merge) => column >= merge.left && column <= merge.right)
    const long = row.flatMap((cell, j) =>
      cell.role === 'body' && !isMerged(j + 1) && linesOf(cell, widths.slice(j, j + 1)) > MOST_LINES ? [address(number, j + 1)] : [],
    )
    cut.push(...long)
    const merged = across
      .filter((merge) => merge.top === merge.bottom)
      .map((merge) => linesOf(row[merge.left - 1], widths.slice(merge.left - 1, merge.right)))
    const lines = Math.max(long.length > 0 ? MOST_LINES : 1, ...merged)
    const isTitle = row.some((cell) => cell.role === 'title' && cell.kind !== 'blank')
    if (isTitle || lines > 1) heights.set(number, isTitle ? TITLE_HEIGHT : Math.min(TALLEST, lines * LINE_HEIGHT + PADDING))
  }
  return { heights, cut }
}

/** Lines that a wrapped text takes in columns of these widths. */
function linesOf(cell: SheetCell | undefined, widths: readonly number[]): number {
  const room = widths.reduce((sum, width) => sum + width, 0)
  return room > 0 ? Math.ceil(textWidth(cell?.value ?? '') / room) : 1
}

/** In characters of the default font: a Chinese one is as wide as two. */
const textWidth = (text: string): number => [...text].reduce((sum, char) => sum + (char > '\u2e7f' ? 2 : 1), 0)
