import { colorText } from '../cellStyle.ts'
import type { RuleLook } from '../rule.ts'
import { type Alignment, type BorderLine, type Borders, type CellStyle, type Color, type Fill, type Font, NO_STYLE } from '../style.ts'
import { numberFormats } from './numberFormats.ts'
import { type Attributes, attributesOf, childOf, inside, isOn, numberOf, type Piece, rootOf, writtenOf } from './xml.ts'

/** The looks of a file, each by its number there. What is read of one number is one object, by which it is known again. */
export interface Styles {
  /** Of cells, rows and columns. */
  readonly cells: readonly CellStyle[]
  /** Of conditional formats. */
  readonly rules: readonly RuleLook[]
  readonly fonts: readonly Font[]
  readonly fills: readonly Fill[]
  readonly borders: readonly Borders[]
  /** By number: those of the file and those that every Excel knows. */
  readonly formats: ReadonlyMap<number, string>
}

/** Reads a file's part of looks. */
export function readStyles(xml: string): Styles {
  const root = rootOf(xml)
  const listed = (name: string): readonly Piece[] => {
    const list = childOf(xml, root, name)
    return list ? inside(xml, list) : []
  }
  const formats = numberFormats(listed('numFmts').map((piece) => attributesOf(xml, piece)))
  const fonts = listed('fonts').map((piece) => readFont(xml, piece))
  const fills = listed('fills').map((piece) => readFill(xml, piece))
  const borders = listed('borders').map((piece) => readBorders(xml, piece))
  const parts = { formats, fonts, fills, borders }
  return {
    ...parts,
    cells: listed('cellXfs').map((piece, i) => (i === 0 ? NO_STYLE : readStyle(xml, piece, parts))),
    rules: listed('dxfs').map((piece) => readRuleLook(xml, piece)),
  }
}

function readStyle(xml: string, piece: Piece, { formats, fonts, fills, borders }: Omit<Styles, 'cells' | 'rules'>): CellStyle {
  const said = attributesOf(xml, piece)
  const number = Number(said.numFmtId ?? 0)
  const numFmt = number === 0 ? undefined : formats.get(number)
  const [font, fill, border] = [fonts[Number(said.fontId ?? 0)], fills[Number(said.fillId ?? 0)], borders[Number(said.borderId ?? 0)]]
  const alignment = readAlignment(xml, childOf(xml, piece, 'alignment'))
  const protection = childOf(xml, piece, 'protection')
  const named = numberOf(said.xfId) ?? 0
  return {
    ...(numFmt === undefined ? {} : { numFmt }),
    ...(font ? { font } : {}),
    ...(fill ? { fill } : {}),
    ...(border ? { border } : {}),
    ...(alignment ? { alignment } : {}),
    ...(protection ? { protection: readProtection(attributesOf(xml, protection)) } : {}),
    ...(isOn(said.quotePrefix) ? { quotePrefix: true } : {}),
    ...(named === 0 ? {} : { named }),
  }
}

const readProtection = ({ locked, hidden }: Attributes): NonNullable<CellStyle['protection']> => ({
  ...(locked === undefined ? {} : { locked: isOn(locked) }),
  ...(hidden === undefined ? {} : { hidden: isOn(hidden) }),
})

/** What of a font is known here; a value that says no is none. */
function readFont(xml: string, piece: Piece): Font {
  const carried: string[] = []
  const font: { -readonly [K in keyof Font]: Font[K] } = {}
  for (const one of inside(xml, piece)) {
    const { val, ...others } = attributesOf(xml, one)
    const says = val === undefined || isOn(val)
    if ((one.name === 'name' || one.name === 'rFont') && val !== undefined) font.name = val
    else if (one.name === 'sz' && numberOf(val) !== undefined) font.size = Number(val)
    else if (one.name === 'b') font.bold = says
    else if (one.name === 'i') font.italic = says
    else if (one.name === 'u') font.underline = val === undefined || val === 'single' ? true : val
    else if (one.name === 'color') font.color = readColor(others)
    else if (one.name === 'scheme' && val !== undefined) font.scheme = val
    else carried.push(writtenOf(xml, one))
  }
  return carried.length > 0 ? { ...font, carried: carried.join('') } : font
}

/** The font of a stretch of text (its "rPr"). */
export const readRunFont = readFont

function readColor({ rgb, theme, indexed, tint, auto }: Attributes): Partial<Color> {
  return {
    ...(rgb === undefined ? {} : { argb: rgb }),
    ...(numberOf(theme) === undefined ? {} : { theme: Number(theme) }),
    ...(numberOf(indexed) === undefined ? {} : { indexed: Number(indexed) }),
    ...(numberOf(tint) === undefined ? {} : { tint: Number(tint) }),
    ...(isOn(auto) ? { auto: true } : {}),
  }
}

function readFill(xml: string, piece: Piece): Fill {
  const [one] = inside(xml, piece)
  if (one?.name !== 'patternFill') return { type: one ? 'gradient' : 'none' }
  const pattern = attributesOf(xml, one).patternType ?? (childOf(xml, one, 'fgColor') || childOf(xml, one, 'bgColor') ? 'solid' : 'none')
  const [fgColor, bgColor] = [childOf(xml, one, 'fgColor'), childOf(xml, one, 'bgColor')]
  return {
    type: 'pattern',
    pattern,
    ...(fgColor ? { fgColor: readColor(attributesOf(xml, fgColor)) } : {}),
    ...(bgColor ? { bgColor: readColor(attributesOf(xml, bgColor)) } : {}),
  }
}

/** Strict files say start and end for left and right. */
const SIDES: Readonly<Record<string, 'top' | 'left' | 'bottom' | 'right'>> = {
  top: 'top',
  bottom: 'bottom',
  left: 'left',
  right: 'right',
  start: 'left',
  end: 'right',
}

function readBorders(xml: string, piece: Piece): Borders {
  const borders: { [K in 'top' | 'left' | 'bottom' | 'right']?: BorderLine } = {}
  const carried: string[] = []
  for (const one of inside(xml, piece)) {
    const side = SIDES[one.name]
    const { style } = attributesOf(xml, one)
    const color = childOf(xml, one, 'color')
    if (!side) carried.push(writtenOf(xml, one))
    else if (style && style !== 'none') borders[side] = { style, ...(color ? { color: readColor(attributesOf(xml, color)) } : {}) }
  }
  const others = attributesOf(xml, piece)
  return {
    ...borders,
    ...(carried.length > 0 ? { carried: carried.join('') } : {}),
    ...(Object.keys(others).length > 0 ? { others } : {}),
  }
}

/** The middle is "center" in a file, across as well as down: down it has a name of its own here. */
function readAlignment(xml: string, piece: Piece | undefined): Alignment | undefined {
  if (!piece) return undefined
  const { horizontal, vertical, wrapText, indent, ...others } = attributesOf(xml, piece)
  return {
    ...(horizontal === undefined ? {} : { horizontal }),
    ...(vertical === undefined ? {} : { vertical: vertical === 'center' ? 'middle' : vertical }),
    ...(isOn(wrapText) ? { wrapText: true } : {}),
    ...(numberOf(indent) === undefined ? {} : { indent: Number(indent) }),
    ...(Object.keys(others).length > 0 ? { others } : {}),
  }
}

function readRuleLook(xml: string, piece: Piece): RuleLook {
  const [fontPiece, fillPiece] = [childOf(xml, piece, 'font'), childOf(xml, piece, 'fill')]
  const font = fontPiece && readFont(xml, fontPiece)
  const fill = fillPiece && readFill(xml, fillPiece)
  const paint = fill?.type === 'pattern' ? (colorText(fill.bgColor) ?? colorText(fill.fgColor)) : undefined
  const color = colorText(font?.color)
  return {
    ...(paint ? { fill: paint } : {}),
    ...(color ? { color } : {}),
    ...(font?.bold ? { bold: true } : {}),
    ...(font?.underline ? { underline: true } : {}),
  }
}
