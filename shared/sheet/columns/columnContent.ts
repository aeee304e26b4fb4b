/** What a cell looks like, before anything is known of its column. */
export type CellKind =
  | 'number'
  | 'percent'
  | 'quantity'
  | 'date'
  | 'area'
  | 'units'
  | 'measure'
  | 'flag'
  | 'phone'
  | 'mark'
  | 'error'
  | 'short'
  | 'long'

/** How many cells of a column look like what, among the filled ones that were looked at. */
export interface ColumnContent {
  readonly filled: number
  readonly kinds: Readonly<Partial<Record<CellKind, number>>>
  /** Whole numbers that count up by one from row to row. */
  readonly countsUp: boolean
  /** Texts that are a figure and nothing before it but 不少于 and the like (不少于2.9万户, not 新建公路300公里). */
  readonly bare: number
  /** Numbers that no notation of a day gives: 41 and 350, not 5.26, 2021 or 44342. */
  readonly undated: number
}

/** How many of the cells are of one of the kinds. */
export function countOf({ kinds }: ColumnContent, ...wanted: readonly CellKind[]): number {
  let count = 0
  for (const kind of wanted) count += kinds[kind] ?? 0
  return count
}

/** Most of a column: the others are notes, totals and slips. */
const MOSTLY = 0.6

/** Whether most of a column's cells, of which there are some, are of one of the kinds. */
export const isMostly = (content: ColumnContent, ...wanted: readonly CellKind[]): boolean =>
  content.filled > 0 && countOf(content, ...wanted) >= content.filled * MOSTLY
