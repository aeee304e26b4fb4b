import type { Styles } from '../file/readStyles.ts'
import { attributesText, inside, rootOf, tagOf, writtenOf } from '../file/xml.ts'
import type { RuleLook } from '../rule.ts'
import { type Borders, type CellStyle, type Fill, type Font, NO_STYLE } from '../style.ts'
import { bordersXml, fillXml, fontXml, ruleLookXml, styleXml } from './lookXml.ts'
import { PartDraft, saying } from './partDraft.ts'

/** The order of the lists of a part of looks. */
const ORDER = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs', 'tableStyles', 'colors', 'extLst']

/** The numbers below are those that every Excel knows. */
const FIRST_OWN_FORMAT = 176

/** One list of the part: what it has by object and by what it says, and what comes to its end. */
class LookList<T extends object> {
  readonly added: string[] = []
  readonly #listed: readonly T[]
  readonly #xml: (look: T) => string
  readonly #known = new Map<T, number>()
  /** By how a look is written; made when the first comes that is no object of the list. */
  #same: Map<string, number> | undefined

  constructor(listed: readonly T[], xml: (look: T) => string) {
    this.#listed = listed
    this.#xml = xml
    for (const [number, one] of listed.entries()) if (!this.#known.has(one)) this.#known.set(one, number)
  }

  /** The number of a look; one that is not in the list comes to its end. */
  numberOf(look: T): number {
    const known = this.#known.get(look)
    if (known !== undefined) return known
    this.#same ??= new Map(this.#listed.map((one, number): [string, number] => [this.#xml(one), number]).reverse())
    const written = this.#xml(look)
    const same = this.#same.get(written)
    const number = same ?? this.#listed.length + this.added.length
    if (same === undefined) this.added.push(written)
    this.#same.set(written, number)
    this.#known.set(look, number)
    return number
  }
}

/** The looks of a file, to which those come that cells and rules have got since. Numbers that there are stay as they are. */
export class StylesDraft {
  readonly #styles: Styles
  readonly #formats = new Map<string, number>()
  readonly #newFormats: string[] = []
  readonly #fonts: LookList<Font>
  readonly #fills: LookList<Fill>
  readonly #borders: LookList<Borders>
  readonly #cells: LookList<CellStyle>
  readonly #rules: LookList<RuleLook>
  #lastFormat: number

  constructor(styles: Styles) {
    this.#styles = styles
    for (const [number, format] of styles.formats) if (!this.#formats.has(format)) this.#formats.set(format, number)
    this.#fonts = new LookList(styles.fonts, (font) => fontXml({ ...this.#standardFont(font.name !== undefined), ...font }))
    this.#fills = new LookList(styles.fills, fillXml)
    this.#borders = new LookList(styles.borders, bordersXml)
    this.#cells = new LookList(styles.cells, (style) => this.#styleXml(style))
    this.#rules = new LookList(styles.rules, ruleLookXml)
    this.#lastFormat = Math.max(FIRST_OWN_FORMAT - 1, ...styles.formats.keys())
  }

  /** The number of a cell's style. */
  cell(style: CellStyle): number {
    if (style === NO_STYLE || Object.keys(style).length === 0) return 0
    return this.#cells.numberOf(style)
  }

  /** The number of what a conditional format paints. */
  rule(look: RuleLook): number {
    return this.#rules.numberOf(look)
  }

  get isChanged(): boolean {
    const lists = [this.#fonts, this.#fills, this.#borders, this.#cells, this.#rules]
    return this.#newFormats.length > 0 || lists.some(({ added }) => added.length > 0)
  }

  /** The part with all that came. */
  text(part: string): string {
    const draft = new PartDraft(part, ORDER)
    const lists = {
      numFmts: this.#newFormats,
      fonts: this.#fonts.added,
      fills: this.#fills.added,
      borders: this.#borders.added,
      cellXfs: this.#cells.added,
      dxfs: this.#rules.added,
    }
    for (const [name, added] of Object.entries(lists)) if (added.length > 0) draft.set(name, longer(draft.element(name), name, added))
    return draft.text
  }

  #styleXml(style: CellStyle): string {
    const { numFmt, font, fill, border } = style
    return styleXml(style, {
      numFmtId: this.#format(numFmt),
      fontId: font ? this.#fonts.numberOf(font) : 0,
      fillId: fill ? this.#fills.numberOf(fill) : 0,
      borderId: border ? this.#borders.numberOf(border) : 0,
    })
  }

  /** What a font that says little is otherwise: the file's first, but for the name where it has another. */
  #standardFont(isNamed: boolean) {
    const { name, scheme, carried, ...standard } = this.#styles.fonts[0] ?? { name: '等线', size: 11 }
    if (isNamed) return standard
    return {
      ...standard,
      ...(name === undefined ? {} : { name }),
      ...(scheme === undefined ? {} : { scheme }),
      ...(carried ? { carried } : {}),
    }
  }

  #format(format: string | undefined): number {
    if (format === undefined || format === '' || format === 'General') return 0
    const known = this.#formats.get(format)
    if (known !== undefined) return known
    this.#lastFormat += 1
    this.#formats.set(format, this.#lastFormat)
    this.#newFormats.push(`<numFmt${attributesText({ numFmtId: this.#lastFormat, formatCode: format })}/>`)
    return this.#lastFormat
  }
}

/** A list as it is written, with elements at its end; a new one where there is none. */
function longer(list: string | undefined, name: string, added: readonly string[]): string {
  if (list === undefined) return `<${name} count="${added.length}">${added.join('')}</${name}>`
  const root = rootOf(list)
  const there = inside(list, root)
  const tag = saying(tagOf(list, root).replace(/\s*\/>$/, '>'), { count: there.length + added.length })
  const written = /^<([^\s/>]+)/.exec(tag)?.[1] ?? name
  const parts = root.from === root.end ? '' : writtenOf(list, root).slice(root.from, root.to)
  return `${tag}${parts}${added.join('')}</${written}>`
}
