import { XmlTags } from '../../../shared/grid/xlsx/xmlTags.ts'

/** Last period's figures are grey and slanted. */
const CARRIED_COLOUR = 'FF7F7F7F'
/** Excel's own number of the format of a cell whose content is a text, whatever is typed; a file may have others of the kind. */
const AS_TEXT = '49'

/** What a copy of a style is to be besides what the style is. */
export interface StyleWish {
  readonly isCarried: boolean
  /** Of a cell with a number: a format for texts gives way. */
  readonly isNumber: boolean
}

/** A list of a style sheet: its elements as they are written, and where further ones go. */
interface StyleList {
  readonly elements: readonly string[]
  readonly added: string[]
  readonly close: number
  readonly count: { readonly start: number; readonly end: number } | undefined
}

/** Copies of a workbook's styles, appended behind its own, so that every number of the file goes on meaning the same. */
export class StyleCopies {
  private readonly text: string
  private readonly fonts: StyleList
  private readonly styles: StyleList
  private readonly textFormats = new Set([AS_TEXT])
  private readonly copies = new Map<string, number>()

  constructor(text: string) {
    this.text = text
    this.fonts = listOf(text, 'fonts', 'font')
    this.styles = listOf(text, 'cellXfs', 'xf')
    const tags = new XmlTags(text)
    while (tags.next())
      if (tags.opens('numFmt') && tags.attribute('formatCode') === '@') this.textFormats.add(tags.attribute('numFmtId') ?? '')
  }

  /** The number of a style that is as another one and as wished; the same where nothing has to change, or nothing can. */
  id(style: number, { isCarried, isNumber }: StyleWish): number {
    const own = this.styles.elements[style]
    if (own === undefined) return style
    const turnsNumber = isNumber && this.textFormats.has(attributeOf(own, 'numFmtId') ?? '')
    if (!isCarried && !turnsNumber) return style
    const key = `${style} ${isCarried} ${turnsNumber}`
    const known = this.copies.get(key)
    if (known !== undefined) return known
    const general = turnsNumber ? withAttribute(own, 'numFmtId', '0') : own
    const copy = isCarried ? this.carried(general) : general
    const id = this.styles.elements.length + this.styles.added.push(copy) - 1
    this.copies.set(key, id)
    return id
  }

  /** The style sheet with the copies. */
  xml(): string {
    const lists = [this.fonts, this.styles].filter(({ added }) => added.length > 0)
    const edits = lists.flatMap(({ elements, added, close, count }) => [
      ...(count ? [{ ...count, text: String(elements.length + added.length) }] : []),
      { start: close, end: close, text: added.join('') },
    ])
    let done = 0
    const pieces: string[] = []
    for (const { start, end, text } of edits.sort((a, b) => a.start - b.start)) {
      pieces.push(this.text.slice(done, start), text)
      done = end
    }
    return pieces.join('') + this.text.slice(done)
  }

  private carried(style: string): string {
    const font = this.fonts.elements[Number(attributeOf(style, 'fontId') ?? 0)]
    if (font === undefined) return style
    const id = this.fonts.elements.length + this.fonts.added.push(carriedFont(font)) - 1
    return withAttribute(withAttribute(style, 'fontId', String(id)), 'applyFont', '1')
  }
}

function listOf(text: string, name: string, element: string): StyleList {
  const tags = new XmlTags(text)
  const elements: string[] = []
  while (tags.next() && !tags.opens(name)) {}
  const count = tags.attributePlace('count')
  while (tags.next() && !tags.closes(name)) {
    const { start } = tags
    if (!tags.opens(element)) continue
    tags.skip()
    elements.push(text.slice(start, tags.end))
  }
  return { elements, added: [], close: tags.start, count }
}

/** The parts of a font in the order of the schema (ECMA-376, 18.8.22). */
const ORDER = [
  'b',
  'i',
  'strike',
  'condense',
  'extend',
  'outline',
  'shadow',
  'u',
  'vertAlign',
  'sz',
  'color',
  'name',
  'family',
  'charset',
  'scheme',
]

/** The same font, grey and slanted. */
function carriedFont(font: string): string {
  const tags = new XmlTags(font)
  tags.next()
  const name = tags.writtenName
  const prefix = name.slice(0, -'font'.length)
  const parts = new Map([
    ['i', `<${prefix}i/>`],
    ['color', `<${prefix}color rgb="${CARRIED_COLOUR}"/>`],
  ])
  while (tags.next() && !tags.closes('font')) {
    const [part, start] = [tags.name, tags.start]
    tags.skip()
    if (!parts.has(part)) parts.set(part, font.slice(start, tags.end))
  }
  const inOrder = [...parts].sort(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b))
  return `<${name}>${inOrder.map(([, part]) => part).join('')}</${name}>`
}

function attributeOf(element: string, name: string): string | undefined {
  const tags = new XmlTags(element)
  return tags.next() ? tags.attribute(name) : undefined
}

/** An element with an attribute of its own set. */
function withAttribute(element: string, name: string, value: string): string {
  const tags = new XmlTags(element)
  tags.next()
  const place = tags.attributePlace(name)
  if (place) return element.slice(0, place.start) + value + element.slice(place.end)
  const behindName = 1 + tags.writtenName.length
  return `${element.slice(0, behindName)} ${name}="${value}"${element.slice(behindName)}`
}
