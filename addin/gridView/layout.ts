import type { Area } from '../../shared/grid/a1.ts'
import { LAST_COLUMN, LAST_ROW } from '../book/area.ts'
import { filtersOf } from '../book/change/filterRows.ts'
import type { Sheet } from '../book/sheet.ts'
import { columnPixels, rowPixels } from '../book/sheetSize.ts'

/** Where rows and columns of a sheet lie, in pixels: `y[r - 1]` is the top of row r, `y[r]` its bottom. */
export interface Layout {
  readonly sheet: Sheet
  readonly rows: number
  readonly columns: number
  readonly x: readonly number[]
  readonly y: readonly number[]
  /** The areas of filters that hide something. */
  readonly filtered: readonly Area[]
  readonly frozen: { readonly rows: number; readonly columns: number }
}

/** Empty rows and columns offered beyond what is used. */
const SPARE_ROWS = 40
const SPARE_COLUMNS = 12
const LEAST_ROWS = 80
const LEAST_COLUMNS = 26

/** The layout of a sheet, which reaches beyond what is used and beyond `reach`, the selection. */
export function layoutOf(sheet: Sheet, reach: Area): Layout {
  const { rowCount, columnCount } = sheet
  const rows = Math.min(LAST_ROW, Math.max(LEAST_ROWS, rowCount + SPARE_ROWS, reach.top + SPARE_ROWS))
  const columns = Math.min(LAST_COLUMN, Math.max(LEAST_COLUMNS, columnCount + SPARE_COLUMNS, reach.left + SPARE_COLUMNS))
  return {
    sheet,
    rows,
    columns,
    x: sums(columns, (column) => columnPixels(sheet, column)),
    y: sums(rows, (row) => rowPixels(sheet, row)),
    filtered: filtersOf(sheet).flatMap(({ now }) => (now.criteria.size > 0 ? [now.area] : [])),
    frozen: sheet.frozen(),
  }
}

/** The row or column (from 1) at a pixel. */
export function indexAt(edges: readonly number[], pixel: number): number {
  let low = 0
  let high = edges.length - 2
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((edges[middle] ?? 0) <= pixel) low = middle
    else high = middle - 1
  }
  return low + 1
}

/** Left, top, width and height of an area, cut to what is laid out. */
export function boxOf({ x, y, rows, columns }: Layout, area: Area): { left: number; top: number; width: number; height: number } {
  const left = x[area.left - 1] ?? 0
  const top = y[area.top - 1] ?? 0
  return {
    left,
    top,
    width: (x[Math.min(area.right, columns)] ?? left) - left,
    height: (y[Math.min(area.bottom, rows)] ?? top) - top,
  }
}

function sums(count: number, size: (index: number) => number): number[] {
  const edges = [0]
  let sum = 0
  for (let index = 1; index <= count; index++) {
    sum += size(index)
    edges.push(sum)
  }
  return edges
}
