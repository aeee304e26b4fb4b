import { xmlText } from './xmlText.ts'

const TAB = 0x09
const LINE = 0x0a
const RETURN = 0x0d
const SPACE = 0x20
const BANG = 0x21
const QUOTE = 0x22
const AMPERSAND = 0x26
const APOSTROPHE = 0x27
const SLASH = 0x2f
const COLON = 0x3a
const EQUALS = 0x3d
const GREATER = 0x3e
const QUESTION = 0x3f

/**
 * Goes through a text of XML from tag to tag, without building anything: comments, instructions and declarations are passed
 * over, prefixes of namespaces do not count, and what is ill-formed is passed over as well (`isWhole` says whether the text
 * ends before its first element does). Linear in time, whatever the text.
 *
 *     const tags = new XmlTags(text)
 *     while (tags.next()) if (tags.opens('sheet')) names.push(tags.attribute('name'))
 *
 * Offsets are characters of `text`, for whoever patches it in place.
 */
export class XmlTags {
  readonly text: string
  /** Where the tag begins ("<") and the character behind it (">"); both the end of the text when there is no further tag. */
  start = 0
  end = 0
  /** </a> and <a/>. Neither for <a>. */
  isClosing = false
  isEmpty = false
  /** How many elements are open behind this tag. */
  depth = 0
  private nameStart = 0
  private nameEnd = 0
  /** Of each attribute of this tag: begin and end of its name and of its value, four numbers. */
  private readonly places: number[] = []
  private count = 0
  /** Whether no value of this tag needs more than to be cut out. */
  private isPlain = true

  constructor(text: string, from = 0) {
    this.text = text
    this.end = from
  }

  /** Goes to the next tag; false where there is none. */
  next(): boolean {
    const { text } = this
    let at = text.indexOf('<', this.end)
    while (at >= 0) {
      const sign = text.charCodeAt(at + 1)
      if (sign !== BANG && sign !== QUESTION) return this.take(at)
      const behind = behindMarkup(text, at)
      at = behind < 0 ? -1 : text.indexOf('<', behind)
    }
    this.start = text.length
    this.end = text.length
    this.nameStart = 0
    this.nameEnd = 0
    this.count = 0
    this.isClosing = false
    this.isEmpty = false
    return false
  }

  /** The name of the element without a prefix. */
  get name(): string {
    return this.text.slice(this.nameStart, this.nameEnd)
  }

  /** The name of the element as it is written, prefix included: for whoever writes a sibling. */
  get writtenName(): string {
    const from = this.start + (this.isClosing ? 2 : 1)
    return this.text.slice(from, this.nameEnd)
  }

  /** Whether this tag is of an element of this name. */
  is(name: string): boolean {
    return this.nameEnd - this.nameStart === name.length && this.text.startsWith(name, this.nameStart)
  }

  /** Whether this tag opens an element of this name, an empty one as well. */
  opens(name: string): boolean {
    return !this.isClosing && this.is(name)
  }

  /** Whether this tag closes an element of this name. An empty one is not closed by a tag of its own. */
  closes(name: string): boolean {
    return this.isClosing && this.is(name)
  }

  /** The value of an attribute without a prefix; undefined where the tag has none. */
  attribute(name: string): string | undefined {
    const at = this.attributeAt(name)
    return at < 0 ? undefined : this.valueAt(at)
  }

  /** The value of an attribute with a prefix, whichever it is: "id" for r:id. */
  prefixedAttribute(name: string): string | undefined {
    const { places, text } = this
    for (let at = 0; at < this.count; at += 4) {
      const from = (places[at + 1] ?? 0) - name.length
      if (from > (places[at] ?? 0) && text.charCodeAt(from - 1) === COLON && text.startsWith(name, from)) return this.valueAt(at)
    }
    return undefined
  }

  /** Where the value of an attribute begins and ends, between its quotes; undefined where the tag has none. */
  attributePlace(name: string): { readonly start: number; readonly end: number } | undefined {
    const at = this.attributeAt(name)
    return at < 0 ? undefined : { start: this.places[at + 2] ?? 0, end: this.places[at + 3] ?? 0 }
  }

  /** Whether an attribute of this name says yes: "1", "true", "on". */
  flag(name: string): boolean {
    const value = this.attribute(name)
    return value === '1' || value === 'true' || value === 'on'
  }

  /** The text between this opening tag and the next tag, whichever; CDATA as it is. */
  characters(): string {
    if (this.isEmpty) return ''
    const { text, end } = this
    const at = text.indexOf('<', end)
    if (at < 0) return ''
    const sign = text.charCodeAt(at + 1)
    return sign === BANG || sign === QUESTION ? charactersAround(text, end) : xmlText(text.slice(end, at))
  }

  /** Goes on to the tag that closes this element; stays where it is an empty or a closing one. */
  skip(): void {
    if (this.isEmpty || this.isClosing) return
    const outside = this.depth - 1
    while (this.next() && this.depth > outside) {}
  }

  /** Whether every element that was opened so far is closed: false at the end of a text that was cut off. */
  get isWhole(): boolean {
    return this.depth <= 0
  }

  private take(at: number): boolean {
    const { text } = this
    const { length } = text
    this.isClosing = text.charCodeAt(at + 1) === SLASH
    this.start = at
    this.count = 0
    let i = at + (this.isClosing ? 2 : 1)
    this.nameStart = i
    let code = 0
    for (; i < length; i++) {
      code = text.charCodeAt(i)
      if (code <= SPACE || code === GREATER || code === SLASH) break
      if (code === COLON) this.nameStart = i + 1
    }
    this.nameEnd = i
    if (code !== GREATER) i = this.takeAttributes(i)
    this.isEmpty = !this.isClosing && text.charCodeAt(i - 1) === SLASH && i > this.nameEnd
    this.end = Math.min(length, i + 1)
    if (this.isClosing) this.depth--
    else if (!this.isEmpty) this.depth++
    return true
  }

  /** Notes the attributes from here on, and gives the place of the ">" that ends the tag; the end of the text where none does. */
  private takeAttributes(from: number): number {
    const { text, places } = this
    const { length } = text
    this.isPlain = true
    let i = from
    while (i < length) {
      const nameStart = behindBlanks(text, i)
      i = endOfName(text, nameStart)
      const nameEnd = i
      i = behindBlanks(text, i)
      const code = text.charCodeAt(i)
      if (code === GREATER) return i
      if (code !== EQUALS) {
        if (i === nameStart) i++
        continue
      }
      i = behindBlanks(text, i + 1)
      const quote = text.charCodeAt(i)
      if (quote !== QUOTE && quote !== APOSTROPHE) continue
      const valueStart = ++i
      for (; i < length; i++) {
        const sign = text.charCodeAt(i)
        if (sign === quote) break
        if (sign === AMPERSAND || sign === RETURN) this.isPlain = false
      }
      places[this.count++] = nameStart
      places[this.count++] = nameEnd
      places[this.count++] = valueStart
      places[this.count++] = i++
    }
    return length
  }

  private attributeAt(name: string): number {
    const { places, text } = this
    for (let at = 0; at < this.count; at += 4) {
      const from = places[at] ?? 0
      if ((places[at + 1] ?? 0) - from === name.length && text.startsWith(name, from)) return at
    }
    return -1
  }

  private valueAt(at: number): string {
    const written = this.text.slice(this.places[at + 2], this.places[at + 3])
    return this.isPlain ? written : xmlText(written)
  }
}

const isBlank = (code: number): boolean => code === SPACE || code === LINE || code === TAB || code === RETURN

function behindBlanks(text: string, from: number): number {
  let at = from
  while (isBlank(text.charCodeAt(at))) at++
  return at
}

/** Behind the name of an attribute: at a blank, "=", "/" or ">". */
function endOfName(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === EQUALS || code === GREATER || code === SLASH || isBlank(code)) return at
  }
  return text.length
}

/** Behind a comment, CDATA, an instruction or a declaration; −1 where it has no end. */
function behindMarkup(text: string, at: number): number {
  if (text.startsWith('<!--', at)) return behind(text, '-->', at + 4)
  if (text.startsWith(CDATA, at)) return behind(text, ']]>', at + CDATA.length)
  if (text.charCodeAt(at + 1) === QUESTION) return behind(text, '?>', at + 2)
  return behindDeclaration(text, at)
}

/** A document type may declare entities between brackets; they are not taken up. */
function behindDeclaration(text: string, at: number): number {
  const end = text.indexOf('>', at)
  if (end < 0) return -1
  const bracket = text.slice(at, end).indexOf('[')
  return bracket < 0 ? end + 1 : behind(text, ']>', at + bracket)
}

const CDATA = '<![CDATA['

function behind(text: string, sign: string, from: number): number {
  const at = text.indexOf(sign, from)
  return at < 0 ? -1 : at + sign.length
}

/** The text up to the next tag, where comments, instructions or CDATA lie in it. */
function charactersAround(text: string, from: number): string {
  const parts: string[] = []
  let at = from
  for (;;) {
    const open = text.indexOf('<', at)
    if (open < 0) return parts.join('')
    parts.push(xmlText(text.slice(at, open)))
    const sign = text.charCodeAt(open + 1)
    if (sign !== BANG && sign !== QUESTION) return parts.join('')
    at = behindMarkup(text, open)
    if (at < 0) return parts.join('')
    if (text.startsWith(CDATA, open)) parts.push(text.slice(open + CDATA.length, at - 3))
  }
}
