import type { Area } from '../../grid/a1.ts'
import { withoutSpace } from '../view/compactText.ts'
import type { SheetView } from '../view/sheetView.ts'
import { withoutColumnNumbers } from './columnNumbers.ts'

/** The headings over a column, from the group down to its own, each as the cell's text; empty where there is none. */
export interface ColumnPath {
  readonly column: number
  readonly parts: readonly HeadingPart[]
}

export interface HeadingPart {
  readonly row: number
  /** The column that has the text: the left end of a group. */
  readonly column: number
  readonly text: string
}

/** Joins groups and sub-headings: by merges, and where those are lost, by blanks next to a group over filled sub-headings. */
export function columnPaths(view: SheetView, rows: Area): readonly ColumnPath[] {
  const headings = withoutColumnNumbers(view, rows)
  const paths: ColumnPath[] = []
  for (let column = headings.left; column <= headings.right; column++) {
    const parts: HeadingPart[] = []
    for (let row = headings.top; row <= headings.bottom; row++) {
      const above = parts.at(-1)
      const part = partAt(view, headings, { row, column, above })
      if (part && part.text !== above?.text) parts.push(part)
    }
    paths.push({ column, parts })
  }
  return paths
}

/** A cell of the headings, and what was found above it. */
interface HeadingCell {
  readonly row: number
  readonly column: number
  readonly above: HeadingPart | undefined
}

/** The heading of a cell: its own text, that of its merge, or that of the group whose merge was lost. */
function partAt(view: SheetView, headings: Area, cell: HeadingCell): HeadingPart | undefined {
  const { row, column } = cell
  const own = cellText(view, row, column)
  if (own !== '') return { row, column, text: own }
  const merge = view.mergeAt(row, column)
  // a merge over the whole width is a title, not a group
  if (merge && merge.right - merge.left < headings.right - headings.left + 1) {
    const text = merge.top >= headings.top ? cellText(view, merge.top, merge.left) : ''
    return text === '' ? undefined : { row: merge.top, column: merge.left, text }
  }
  return merge ? undefined : lostGroup(view, headings, cell)
}

/**
 * The group that a blank cell belongs to where merges were lost in copying: the next text to its left, if both columns
 * have a sub-heading below. A group never reaches beyond the group above it.
 *
 *     农村公路 |      | 过街天桥 |          "" under 完成 belongs to 农村公路
 *     目标     | 完成 | 目标     | 完成
 */
function lostGroup(view: SheetView, headings: Area, { row, column, above }: HeadingCell): HeadingPart | undefined {
  if (!hasTextBelow(view, headings, row, column)) return undefined
  for (let left = column - 1; left >= headings.left; left--) {
    if (above && left < above.column) return undefined
    if (view.mergeAt(row, left)) return undefined
    const text = cellText(view, row, left)
    if (text !== '') return hasTextBelow(view, headings, row, left) ? { row, column: left, text } : undefined
  }
  return undefined
}

function hasTextBelow(view: SheetView, headings: Area, row: number, column: number): boolean {
  for (let lower = row + 1; lower <= headings.bottom; lower++) if (view.text(lower, column) !== '') return true
  return false
}

const cellText = (view: SheetView, row: number, column: number): string => {
  const value = view.value(row, column)
  return value === null ? '' : String(value)
}

/** The path as it is shown and anchored: "农村公路（公里）/累计完成", white space removed. */
export const pathHeader = (path: ColumnPath): string => path.parts.map((part) => withoutSpace(part.text)).join('/')
