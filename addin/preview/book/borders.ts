import type { Border, Borders, Cell } from 'exceljs'
import type { Area } from '../../../shared/grid/a1.ts'
import { colorOf, colorText } from './cellStyle.ts'

type Side = 'top' | 'left' | 'bottom' | 'right'

/** The edges of Office.js, and which sides of which cells of an area they are. */
const EDGES: Readonly<Record<string, (area: Area, row: number, column: number) => Side[]>> = {
  EdgeTop: (area, row) => (row === area.top ? ['top'] : []),
  EdgeBottom: (area, row) => (row === area.bottom ? ['bottom'] : []),
  EdgeLeft: (area, _, column) => (column === area.left ? ['left'] : []),
  EdgeRight: (area, _, column) => (column === area.right ? ['right'] : []),
  InsideHorizontal: (area, row) => [...(row > area.top ? (['top'] as const) : []), ...(row < area.bottom ? (['bottom'] as const) : [])],
  InsideVertical: (area, _, column) => [
    ...(column > area.left ? (['left'] as const) : []),
    ...(column < area.right ? (['right'] as const) : []),
  ],
}

/** Whether a text names an edge of Office.js. */
export const isEdge = (name: string): boolean => name in EDGES

/** What of an edge is to be changed; what is absent stays. */
export interface EdgeLook {
  /** Office.js line style; "None" takes the line away. */
  readonly style?: string
  readonly color?: string
}

/** Draws or removes one edge of an area; `cell` gives the cells by row and column. */
export function drawEdge(area: Area, edge: string, look: EdgeLook, cell: (row: number, column: number) => Cell): void {
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      const sides = EDGES[edge]?.(area, row, column) ?? []
      if (sides.length === 0) continue
      const target = cell(row, column)
      const border: Partial<Borders> = { ...target.style.border }
      for (const side of sides) {
        if (look.style === 'None') delete border[side]
        else border[side] = line(border[side], look)
      }
      target.style = { ...target.style, border }
    }
  }
}

function line(before: Partial<Border> | undefined, look: EdgeLook): Partial<Border> {
  return { style: before?.style ?? 'thin', color: look.color ? colorOf(look.color) : (before?.color ?? { argb: 'FF000000' }) }
}

/** The side of an area's first cell by which the area's edge is read. */
const SIDE_OF: Readonly<Record<string, Side>> = {
  EdgeTop: 'top',
  EdgeBottom: 'bottom',
  EdgeLeft: 'left',
  EdgeRight: 'right',
  InsideHorizontal: 'bottom',
  InsideVertical: 'right',
}

/** How one edge of a cell looks. */
export function edgeOf(cell: Cell | undefined, edge: string): { style: string; color: string } {
  const border = cell?.style.border?.[SIDE_OF[edge] ?? 'bottom']
  return { style: border?.style ? 'Continuous' : 'None', color: border?.style ? (colorText(border.color) ?? '#000000') : '' }
}
