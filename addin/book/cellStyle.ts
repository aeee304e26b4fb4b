import { isKeyOf } from '../../shared/base/keysOf.ts'
import type { Alignment, CellStyle, Color, Fill, Font } from './style.ts'

/** The part of a cell's look that Office.js can read and set, in its own words. */
export interface Look {
  /** "#RRGGBB"; "" is no fill. */
  fill: string
  bold: boolean
  italic: boolean
  underline: boolean
  color: string
  size: number
  fontName: string
  wrap: boolean
  horizontal: string
  vertical: string
  indent: number
}

/** The look of a cell that was never touched, in a Chinese Excel. */
export const DEFAULT_LOOK: Look = {
  fill: '',
  bold: false,
  italic: false,
  underline: false,
  color: '#000000',
  size: 11,
  fontName: '等线',
  wrap: false,
  horizontal: 'General',
  vertical: 'Bottom',
  indent: 0,
}

const THEME = ['#FFFFFF', '#000000', '#E7E6E6', '#44546A', '#4472C4', '#ED7D31', '#A5A5A5', '#FFC000', '#5B9BD5', '#70AD47']
const INDEXED: Readonly<Record<number, string>> = {
  8: '#000000',
  9: '#FFFFFF',
  10: '#FF0000',
  11: '#00FF00',
  12: '#0000FF',
  13: '#FFFF00',
  14: '#FF00FF',
  15: '#00FFFF',
  16: '#800000',
  17: '#008000',
  18: '#000080',
  19: '#808000',
  20: '#800080',
  21: '#008080',
  22: '#C0C0C0',
  23: '#808080',
  26: '#FFFFCC',
  27: '#CCFFFF',
  31: '#CCCCFF',
  41: '#CCFFFF',
  42: '#CCFFCC',
  43: '#FFFF99',
  44: '#99CCFF',
  45: '#FF99CC',
  46: '#CC99FF',
  47: '#FFCC99',
  51: '#FFCC00',
  52: '#FF9900',
  53: '#FF6600',
  55: '#969696',
  64: '#000000',
  65: '#FFFFFF',
}

/** "#RRGGBB" of a colour as a file holds it: rgb, theme with tint, or index. Undefined where it says none. */
export function colorText(color: Partial<Color> | undefined): string | undefined {
  if (!color) return undefined
  if (color.argb) return `#${color.argb.slice(-6).toUpperCase()}`
  const { theme, indexed, tint } = color
  const base = theme !== undefined ? THEME[theme] : indexed !== undefined ? INDEXED[indexed] : undefined
  return base && tint ? tinted(base, tint) : base
}

/** A colour ("#RRGGBB") as a file holds it. */
export const colorOf = (text: string): Partial<Color> => ({ argb: `FF${text.slice(1).toUpperCase()}` })

function tinted(color: string, tint: number): string {
  const parts = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
  const moved = parts.map((part) => Math.round(tint < 0 ? part * (1 + tint) : part + (255 - part) * tint))
  return `#${moved.map((part) => part.toString(16).padStart(2, '0')).join('')}`.toUpperCase()
}

/** Alignments by Office.js's names; a name that is not here ("General") is the way of a cell that says none. */
const HORIZONTAL = {
  Left: 'left',
  Center: 'center',
  Right: 'right',
  Fill: 'fill',
  Justify: 'justify',
  CenterAcrossSelection: 'centerContinuous',
  Distributed: 'distributed',
} as const
const VERTICAL = { Top: 'top', Center: 'middle', Bottom: 'bottom', Justify: 'justify', Distributed: 'distributed' } as const

const nameOf = (names: Readonly<Record<string, string>>, value: string | undefined): string | undefined =>
  Object.keys(names).find((name) => names[name] === value)

/** The look of a cell; a cell that was never touched has the default. */
export function lookOf(style: CellStyle | undefined): Look {
  if (!style) return DEFAULT_LOOK
  const { font, fill, alignment } = style
  const solid = fill?.type === 'pattern' && fill.pattern === 'solid' ? colorText(fill.fgColor) : undefined
  return {
    fill: solid ?? '',
    bold: font?.bold === true,
    italic: font?.italic === true,
    underline: font?.underline !== undefined && font.underline !== false && font.underline !== 'none',
    color: colorText(font?.color) ?? DEFAULT_LOOK.color,
    size: font?.size ?? DEFAULT_LOOK.size,
    fontName: font?.name ?? DEFAULT_LOOK.fontName,
    wrap: alignment?.wrapText === true,
    horizontal: nameOf(HORIZONTAL, alignment?.horizontal) ?? DEFAULT_LOOK.horizontal,
    vertical: nameOf(VERTICAL, alignment?.vertical) ?? DEFAULT_LOOK.vertical,
    indent: alignment?.indent ?? 0,
  }
}

type Changeable<T> = { -readonly [K in keyof T]: T[K] }

/** A style with another look. */
export function restyled(style: CellStyle, change: Partial<Look>): CellStyle {
  const font: Changeable<Font> = { ...style.font }
  const alignment: Changeable<Alignment> = { ...style.alignment }
  if (change.bold !== undefined) font.bold = change.bold
  if (change.italic !== undefined) font.italic = change.italic
  if (change.underline !== undefined) font.underline = change.underline
  if (change.color !== undefined) font.color = colorOf(change.color)
  if (change.size !== undefined) font.size = change.size
  if (change.fontName !== undefined) {
    font.name = change.fontName
    delete font.scheme
  }
  if (change.wrap !== undefined) alignment.wrapText = change.wrap
  if (change.indent !== undefined) alignment.indent = change.indent
  if (isKeyOf(HORIZONTAL, change.horizontal)) alignment.horizontal = HORIZONTAL[change.horizontal]
  else if (change.horizontal !== undefined) delete alignment.horizontal
  if (isKeyOf(VERTICAL, change.vertical)) alignment.vertical = VERTICAL[change.vertical]
  return {
    ...style,
    ...(change.fill === undefined ? {} : { fill: fillOf(change.fill) }),
    ...(Object.keys(font).length > 0 ? { font } : {}),
    ...(Object.keys(alignment).length > 0 ? { alignment } : {}),
  }
}

/** A fill of one colour; "" is none. */
export const fillOf = (color: string): Fill =>
  color ? { type: 'pattern', pattern: 'solid', fgColor: colorOf(color) } : { type: 'pattern', pattern: 'none' }
