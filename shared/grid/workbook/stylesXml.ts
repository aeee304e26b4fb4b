import type { Look } from './writtenSheet.ts'
import { element, XML_HEAD } from './xml.ts'

/** Numbers below this are Excel's own number formats (ECMA-376, 18.8.30). */
const FIRST_OWN_FORMAT = 164
const SIDES = ['left', 'right', 'top', 'bottom']

/** The style sheet of a workbook, made of what its cells ask for: each look, font, fill, frame and format is in it once. */
export class Styles {
  private readonly formats = new Numbered()
  private readonly fonts = new Numbered()
  private readonly fills = new Numbered()
  private readonly borders = new Numbered()
  private readonly styles = new Numbered()

  constructor() {
    // Excel wants the first two fills as they are, and takes the first style for what has none
    for (const patternType of ['none', 'gray125']) this.fills.place(element('fill', {}, element('patternFill', { patternType })))
    this.id({}, undefined)
  }

  /** The number of a style. */
  id(look: Look, format: string | undefined): number {
    const { horizontal, vertical, wraps } = look
    const alignment = { ...(horizontal ? { horizontal } : {}), ...(vertical ? { vertical } : {}), ...(wraps ? { wrapText: 1 } : {}) }
    const numbers = {
      numFmtId: format === undefined ? 0 : FIRST_OWN_FORMAT + this.formats.place(format),
      fontId: this.fonts.place(fontXml(look)),
      fillId: look.fill === undefined ? 0 : this.fills.place(fillXml(look.fill)),
      borderId: this.borders.place(borderXml(look.frame)),
      xfId: 0,
    }
    return this.styles.place(element('xf', { ...numbers, ...APPLIED }, element('alignment', alignment)))
  }

  xml(xmlns: string): string {
    const formats = this.formats.all.map((formatCode, i) => element('numFmt', { numFmtId: FIRST_OWN_FORMAT + i, formatCode }))
    return `${XML_HEAD}${element('styleSheet', { xmlns }, [
      formats.length > 0 ? list('numFmts', formats) : '',
      list('fonts', this.fonts.all),
      list('fills', this.fills.all),
      list('borders', this.borders.all),
      list('cellStyleXfs', [element('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 })]),
      list('cellXfs', this.styles.all),
      list('cellStyles', [element('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 })]),
    ])}`
  }
}

/** Things in the order in which they were first wanted. */
class Numbered {
  private readonly places = new Map<string, number>()

  place(thing: string): number {
    const known = this.places.get(thing)
    if (known !== undefined) return known
    this.places.set(thing, this.places.size)
    return this.places.size - 1
  }

  get all(): readonly string[] {
    return [...this.places.keys()]
  }
}

const APPLIED = { applyNumberFormat: 1, applyFont: 1, applyFill: 1, applyBorder: 1, applyAlignment: 1 }

function fontXml({ size = 11, bold, italic, colour }: Look): string {
  const shape = [bold ? '<b/>' : '', italic ? '<i/>' : '', element('sz', { val: size })]
  return element('font', {}, [...shape, colour === undefined ? '' : element('color', { rgb: colour }), element('name', { val: '宋体' })])
}

const fillXml = (rgb: string): string => element('fill', {}, element('patternFill', { patternType: 'solid' }, element('fgColor', { rgb })))

function borderXml(frame: string | undefined): string {
  const colour = element('color', frame === 'auto' ? { auto: 1 } : { rgb: frame ?? '' })
  return element(
    'border',
    {},
    SIDES.map((side) => (frame === undefined ? element(side, {}) : element(side, { style: 'thin' }, colour))),
  )
}

const list = (name: string, elements: readonly string[]): string => element(name, { count: elements.length }, elements)
