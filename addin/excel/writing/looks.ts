import { keysOf } from '../../../shared/base/keysOf.ts'
import type { SheetCell } from '../../ports/sheetDocument.ts'

type Role = SheetCell['role']

const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideHorizontal', 'InsideVertical'] as const

/** A fill of its own for each light, with dark letters: the word says which it is, the colour only helps the eye. */
const LIGHT_COLOURS = {
  blue: { fill: '#DDEBF7', font: '#1F4E79' },
  green: { fill: '#E2EFDA', font: '#375623' },
  yellow: { fill: '#FFE699', font: '#7F6000' },
  red: { fill: '#F8CBAD', font: '#9C0006' },
  grey: { fill: '#E7E6E6', font: '#404040' },
} as const

function lit({ fill, font }: { readonly fill: string; readonly font: string }): (format: Excel.RangeFormat) => void {
  return (format) => {
    format.font.color = font
    format.font.bold = true
    format.fill.color = fill
    format.horizontalAlignment = 'Center'
    format.verticalAlignment = 'Center'
  }
}

const LOOKS: Readonly<Record<Role, (format: Excel.RangeFormat) => void>> = {
  title: (format) => {
    format.font.bold = true
    format.font.size = 16
    format.horizontalAlignment = 'Center'
    format.verticalAlignment = 'Center'
  },
  heading: (format) => {
    format.font.bold = true
    format.fill.color = '#DCE6F1'
    format.horizontalAlignment = 'Center'
    format.verticalAlignment = 'Center'
    format.wrapText = true
  },
  note: (format) => {
    format.font.color = '#595959'
    format.verticalAlignment = 'Center'
    format.wrapText = true
  },
  body: (format) => {
    format.verticalAlignment = 'Center'
    format.wrapText = true
  },
  blue: lit(LIGHT_COLOURS.blue),
  green: lit(LIGHT_COLOURS.green),
  yellow: lit(LIGHT_COLOURS.yellow),
  red: lit(LIGHT_COLOURS.red),
  grey: lit(LIGHT_COLOURS.grey),
  missing: (format) => {
    format.font.color = '#7F6000'
    format.fill.color = '#FFF8E1'
    format.horizontalAlignment = 'Center'
    format.verticalAlignment = 'Center'
    format.wrapText = true
  },
}

export const ROLES: readonly Role[] = keysOf(LOOKS)

/** Gives cells the look of their role. Queues; syncs nothing. */
export const dress = (format: Excel.RangeFormat, role: Role): void => LOOKS[role](format)

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
    border.color = '#BFBFBF'
  }
}
