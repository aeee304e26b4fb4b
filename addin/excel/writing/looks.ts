import type { SheetCell } from '../../ports/sheetDocument.ts'
import { LINE_COLOR, ROLE_LOOKS } from '../../sheetForm/roleLooks.ts'

const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideHorizontal', 'InsideVertical'] as const

/** Gives cells the look of their role. Queues; syncs nothing. */
export function dress(format: Excel.RangeFormat, role: SheetCell['role']): void {
  const { fill, color, bold, size, horizontal, vertical, wrap } = ROLE_LOOKS[role]
  if (fill !== undefined) format.fill.color = fill
  if (color !== undefined) format.font.color = color
  if (bold !== undefined) format.font.bold = bold
  if (size !== undefined) format.font.size = size
  if (horizontal !== undefined) format.horizontalAlignment = horizontal
  format.verticalAlignment = vertical
  if (wrap !== undefined) format.wrapText = wrap
}

/** Takes off what another role gave, or what an inserted row has from the one above it. */
export function undress(format: Excel.RangeFormat): void {
  format.fill.clear()
  format.font.color = '#000000'
  format.font.bold = false
  format.horizontalAlignment = 'General'
}

/** Thin lines around and between the cells of a table. */
export function drawLines(range: Excel.Range): void {
  for (const edge of EDGES) {
    const border = range.format.borders.getItem(edge)
    border.style = 'Continuous'
    border.color = LINE_COLOR
  }
}
