import { withoutSpace } from '../view/compactText.ts'
import type { SheetView } from '../view/sheetView.ts'
import type { HeadingBlock } from './headingRows.ts'

/** The headings over a column, from the group down to its own, each as the cell's text; empty where there is none. */
export interface ColumnPath {
  readonly column: number
  readonly parts: readonly HeadingPart[]
}

export interface HeadingPart {
  readonly row: number
  /** The column in which the text stands: the left end of a group. */
  readonly column: number
  readonly text: string
}

/** Joins groups and sub-headings: by merges, and where those are lost by blanks beside a group over filled sub-headings. */
export function columnPaths(view: SheetView, block: HeadingBlock): readonly ColumnPath[] {
  const paths: ColumnPath[] = []
  for (let column = block.left; column <= block.right; column++) {
    const parts: HeadingPart[] = []
    for (let row = block.top; row <= block.bottom; row++) {
      const part = partAt(view, block, row, column, parts.at(-1))
      if (part && part.text !== parts.at(-1)?.text) parts.push(part)
    }
    paths.push({ column, parts })
  }
  return paths
}

function partAt(
  view: SheetView,
  block: HeadingBlock,
  row: number,
  column: number,
  above: HeadingPart | undefined,
): HeadingPart | undefined {
  const own = cellText(view, row, column)
  if (own !== '') return { row, column, text: own }
  const merge = view.mergeAt(row, column)
  if (merge && merge.right - merge.left < block.right - block.left + 1) {
    const text = merge.top >= block.top ? cellText(view, merge.top, merge.left) : ''
    return text === '' ? undefined : { row: merge.top, column: merge.left, text }
  }
  if (merge || row === block.bottom) return undefined
  // a group whose merge was lost: blank here, a text to the left in this row, and a sub-heading below
  let below = false
  for (let lower = row + 1; lower <= block.bottom; lower++) below ||= view.text(lower, column) !== ''
  if (!below) return undefined
  for (let left = column - 1; left >= block.left; left--) {
    if (above && left < above.column) return undefined
    const found = view.mergeAt(row, left)
    if (found) return undefined
    const text = cellText(view, row, left)
    if (text !== '') {
      let sub = false
      for (let lower = row + 1; lower <= block.bottom; lower++) sub ||= view.text(lower, left) !== ''
      return sub ? { row, column: left, text } : undefined
    }
  }
  return undefined
}

const cellText = (view: SheetView, row: number, column: number): string => {
  const value = view.value(row, column)
  return value === null ? '' : String(value)
}

/** The path as it is shown and anchored: "农村公路（公里）/累计完成", white space removed. */
export const pathHeader = (path: ColumnPath): string => path.parts.map((part) => withoutSpace(part.text)).join('/')
