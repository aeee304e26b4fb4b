import type { Area } from '../../shared/grid/a1.ts'
import { cellArea } from '../book/area.ts'
import { tablePaint } from '../book/change/tables.ts'
import { boxOf, type Layout } from './layout.ts'
import { type Painted, paintCell } from './paintCell.ts'

/** What conditional formats paint over a cell. */
export type Painter = (row: number, column: number) => Painted | undefined

/** The nodes of a window of cells; a merge is one node, also where the window cuts it. */
export function drawCells(layout: Layout, window: Area, painter: Painter): HTMLElement[] {
  const cells: HTMLElement[] = []
  const merges = new Set<Area>()
  for (let row = window.top; row <= window.bottom; row++) {
    for (let column = window.left; column <= window.right; column++) {
      const merge = layout.sheet.merges.at(row, column)
      if (merge) merges.add(merge)
      else cells.push(drawCell(layout, cellArea(row, column), painter))
    }
  }
  return [...cells, ...[...merges].map((merge) => drawCell(layout, merge, painter))]
}

function drawCell(layout: Layout, area: Area, painter: Painter): HTMLElement {
  const { sheet } = layout
  const { top: row, left: column, bottom, right } = area
  const merged = bottom > row || right > column
  return paintCell({
    area,
    box: boxOf(layout, area),
    cell: sheet.at(row, column),
    corner: merged ? sheet.at(bottom, right) : undefined,
    value: sheet.value(row, column),
    text: sheet.text(row, column),
    painted: painter(row, column),
    overflow: merged ? 0 : roomRight(layout, row, column),
    gridlines: sheet.content.gridlines,
    table: tablePaint(sheet, row, column),
  })
}

const MOST_COLUMNS = 12

/** Width of the empty cells to the right, over which a long text may run. */
function roomRight({ x, sheet, columns }: Layout, row: number, column: number): number {
  if (typeof sheet.value(row, column) !== 'string') return 0
  const isFree = (next: number) => next <= columns && sheet.value(row, next) === '' && !sheet.merges.at(row, next)
  let last = column
  while (last - column < MOST_COLUMNS && isFree(last + 1)) last++
  return (x[last] ?? 0) - (x[column] ?? 0)
}
