import { colorOf } from '../cellStyle.ts'
import { attributesText } from '../file/xml.ts'
import type { RuleLook } from '../rule.ts'
import type { Alignment, BorderLine, Borders, CellStyle, Color, Fill, Font } from '../style.ts'

/** A font as a file has it; a cell's own says at least what it is called and how large it is. */
export function fontXml(font: Font): string {
  const { name, size, bold, italic, underline, color, scheme, carried = '' } = font
  const kind = typeof underline === 'string' ? (underline === 'none' ? undefined : underline) : undefined
  const parts = [
    bold ? '<b/>' : '',
    italic ? '<i/>' : '',
    kind === undefined ? (underline === true ? '<u/>' : '') : `<u${attributesText({ val: kind })}/>`,
    size === undefined ? '' : `<sz val="${size}"/>`,
    color ? colorXml('color', color) : '',
    name === undefined ? '' : `<name${attributesText({ val: name })}/>`,
    carried,
    scheme === undefined ? '' : `<scheme${attributesText({ val: scheme })}/>`,
  ]
  return `<font>${parts.join('')}</font>`
}

function colorXml(name: string, { argb, theme, indexed, tint, auto }: Partial<Color>): string {
  return `<${name}${attributesText({ auto: auto ? '1' : undefined, indexed, rgb: argb, theme, tint })}/>`
}

export function fillXml({ pattern = 'none', fgColor, bgColor }: Fill): string {
  const colors = `${fgColor ? colorXml('fgColor', fgColor) : ''}${bgColor ? colorXml('bgColor', bgColor) : ''}`
  return `<fill><patternFill${attributesText({ patternType: pattern })}>${colors}</patternFill></fill>`
}

export function bordersXml({ left, right, top, bottom, carried = '', others = {} }: Borders): string {
  const lines = Object.entries({ left, right, top, bottom }).map(([name, line]) => lineXml(name, line))
  return `<border${attributesText(others)}>${lines.join('')}${carried}</border>`
}

function lineXml(name: string, line: BorderLine | undefined): string {
  if (!line?.style || line.style === 'none') return `<${name}/>`
  return `<${name}${attributesText({ style: line.style })}>${line.color ? colorXml('color', line.color) : ''}</${name}>`
}

/** The numbers of the parts of a look. */
export interface LookNumbers {
  readonly numFmtId: number
  readonly fontId: number
  readonly fillId: number
  readonly borderId: number
}

/** The look of cells as a file has it. */
export function styleXml({ alignment, protection, quotePrefix, named = 0 }: CellStyle, numbers: LookNumbers): string {
  const applies = {
    quotePrefix: quotePrefix ? '1' : undefined,
    applyNumberFormat: numbers.numFmtId === 0 ? undefined : '1',
    applyFont: '1',
    applyFill: '1',
    applyBorder: '1',
    applyAlignment: alignment ? '1' : undefined,
    applyProtection: protection ? '1' : undefined,
  }
  const parts = [alignment ? alignmentXml(alignment) : '', protection ? protectionXml(protection) : '']
  return `<xf${attributesText({ ...numbers, xfId: named, ...applies })}>${parts.join('')}</xf>`
}

function alignmentXml({ horizontal, vertical, wrapText, indent, others = {} }: Alignment): string {
  const down = vertical === 'middle' ? 'center' : vertical
  return `<alignment${attributesText({ horizontal, vertical: down, wrapText: wrapText ? '1' : undefined, indent, ...others })}/>`
}

const protectionXml = ({ locked, hidden }: NonNullable<CellStyle['protection']>): string =>
  `<protection${attributesText({ locked: flag(locked), hidden: flag(hidden) })}/>`

const flag = (on: boolean | undefined): string | undefined => (on === undefined ? undefined : on ? '1' : '0')

/** The look that a conditional format gives. */
export function ruleLookXml({ fill, color, bold, underline }: RuleLook): string {
  const font = `${bold ? '<b/>' : ''}${underline ? '<u/>' : ''}${color ? colorXml('color', colorOf(color)) : ''}`
  const paint = fill ? `<fill><patternFill patternType="solid">${colorXml('bgColor', colorOf(fill))}</patternFill></fill>` : ''
  return `<dxf>${font ? `<font>${font}</font>` : ''}${paint}</dxf>`
}
