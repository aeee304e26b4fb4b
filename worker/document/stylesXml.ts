import { element, XML_HEAD } from './xml.ts'

/** Numbers below this are Excel's own number formats (ECMA-376, 18.8.30). */
const FIRST_OWN_FORMAT = 164

const [GREY_TEXT, GREY_FILL] = ['FF7F7F7F', 'FFEDEDED']
/** Fonts, fills and borders in the order that `LOOKS` counts them in; Excel wants the first two fills as they are. */
const FONTS = [font(11), font(16, '<b/>'), font(11, '<b/>'), font(11, '<i/>', element('color', { rgb: GREY_TEXT }))]
const FILLS = ['none', 'gray125', 'solid'].map((patternType) =>
  element('fill', {}, element('patternFill', { patternType }, patternType === 'solid' ? element('fgColor', { rgb: GREY_FILL }) : '')),
)
const SIDES = ['left', 'right', 'top', 'bottom']
const BORDERS = [
  element(
    'border',
    {},
    SIDES.map((side) => element(side, {})),
  ),
  element(
    'border',
    {},
    SIDES.map((side) => element(side, { style: 'thin' }, element('color', { auto: 1 }))),
  ),
]

/** How each of `XLSX_STYLES` looks, in that order. */
const LOOKS = [
  { font: 1, fill: 0, border: 0, alignment: { horizontal: 'center', vertical: 'center', wrapText: 1 } },
  { font: 2, fill: 2, border: 1, alignment: { horizontal: 'center', vertical: 'center', wrapText: 1 } },
  { font: 0, fill: 0, border: 1, alignment: { horizontal: 'general', vertical: 'center', wrapText: 1 } },
  { font: 3, fill: 0, border: 1, alignment: { horizontal: 'general', vertical: 'center', wrapText: 1 } },
]

/** The style sheet: each style without a number format, then with each of the workbook's formats. */
export function stylesXml(formats: readonly string[], xmlns: string): string {
  const own = formats.map((formatCode, i) => element('numFmt', { numFmtId: FIRST_OWN_FORMAT + i, formatCode }))
  const numbers = [0, ...formats.map((_, i) => FIRST_OWN_FORMAT + i)]
  const styles = LOOKS.flatMap(({ font, fill, border, alignment }) =>
    numbers.map((numFmtId) =>
      element('xf', { numFmtId, fontId: font, fillId: fill, borderId: border, ...APPLIED }, element('alignment', alignment)),
    ),
  )
  return `${XML_HEAD}${element('styleSheet', { xmlns }, [
    own.length > 0 ? list('numFmts', own) : '',
    list('fonts', FONTS),
    list('fills', FILLS),
    list('borders', BORDERS),
    list('cellStyleXfs', [element('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 })]),
    list('cellXfs', styles),
  ])}`
}

const APPLIED = { applyNumberFormat: 1, applyFont: 1, applyFill: 1, applyBorder: 1, applyAlignment: 1 }

function font(size: number, shape = '', colour = ''): string {
  return element('font', {}, [shape, element('sz', { val: size }), colour, element('name', { val: '宋体' })])
}

const list = (name: string, elements: readonly string[]): string => element(name, { count: elements.length }, elements)
