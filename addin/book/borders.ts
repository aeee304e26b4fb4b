import type { Area } from '../../shared/grid/a1.ts'
import { colorOf, colorText } from './cellStyle.ts'
import type { Sheet } from './sheet.ts'
import type { BorderLine, CellStyle } from './style.ts'

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

/** Draws or removes one edge of an area. */
export function drawEdge(sheet: Sheet, area: Area, edge: string, look: EdgeLook): void {
  sheet.each(area, (row, column) => {
    const sides = EDGES[edge]?.(area, row, column) ?? []
    if (sides.length === 0) return
    const style = sheet.styleOf(row, column)
    const border: Partial<Record<Side, BorderLine>> = { ...style.border }
    for (const side of sides) {
      if (look.style === 'None') delete border[side]
      else border[side] = line(border[side], look)
    }
    sheet.setStyle(row, column, { ...style, border })
  })
}

function line(before: BorderLine | undefined, look: EdgeLook): BorderLine {
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
export function edgeOf(style: CellStyle, edge: string): { style: string; color: string } {
  const border = style.border?.[SIDE_OF[edge] ?? 'bottom']
  return { style: border?.style ? 'Continuous' : 'None', color: border?.style ? (colorText(border.color) ?? '#000000') : '' }
}
