import { XmlTags } from '../../../shared/grid/xlsx/xmlTags.ts'
import { xmlText } from '../../../shared/grid/xlsx/xmlText.ts'

/** An element of a part, by where it stands in the part's text. */
export interface Piece {
  /** Without a prefix. */
  readonly name: string
  /** From "<" of its opening tag to behind ">" of its closing one. */
  readonly start: number
  readonly end: number
  /** Behind its opening tag, and before its closing one; both the end of an empty element. */
  readonly from: number
  readonly to: number
}

const NOTHING: Piece = { name: '', start: 0, end: 0, from: 0, to: 0 }

/** The one element that may have megabytes in it, and never another of its name: its end is found without a way through. */
const LARGE = 'sheetData'

/** The elements between two places of a text, without what lies in them. */
export function piecesOf(text: string, from = 0, to = text.length): Piece[] {
  const found: Piece[] = []
  let tags = new XmlTags(text, from)
  while (tags.next() && tags.start < to && !tags.isClosing) {
    const { name, start, end, isEmpty, writtenName } = tags
    if (name === LARGE && !isEmpty) tags = beforeEnd(text, writtenName, tags)
    else tags.skip()
    const isOpen = !isEmpty && tags.end <= to
    found.push({ name, start, end: isEmpty ? end : tags.end, from: end, to: isOpen && tags.isClosing ? tags.start : end })
  }
  return found
}

/** At the tag that closes an element; at the end of the text where there is none. */
function beforeEnd(text: string, name: string, tags: XmlTags): XmlTags {
  const close = text.indexOf(`</${name}`, tags.end)
  const there = new XmlTags(text, close < 0 ? text.length : close)
  there.next()
  return there
}

/** The elements in an element. */
export const inside = (text: string, piece: Piece): Piece[] => piecesOf(text, piece.from, piece.to)

/** The outermost element of a part; an empty one of no name where it has none. */
export function rootOf(text: string): Piece {
  const tags = new XmlTags(text)
  if (!tags.next() || tags.isClosing) return NOTHING
  const { name, writtenName, start, end, isEmpty } = tags
  const close = text.lastIndexOf('</')
  const isLast = !isEmpty && close >= end && text.startsWith(writtenName, close + 2)
  if (!isLast) return piecesOf(text)[0] ?? NOTHING
  return { name, start, end: text.indexOf('>', close) + 1 || text.length, from: end, to: close }
}

/** The first element of a name among those in an element. */
export const childOf = (text: string, piece: Piece | undefined, name: string): Piece | undefined =>
  piece && inside(text, piece).find((one) => one.name === name)

/** All elements of a name at any depth, in their order. */
export function deepPieces(text: string, name: string, piece: Piece = { ...NOTHING, to: text.length }): Piece[] {
  return inside(text, piece).flatMap((one) => (one.name === name ? [one] : deepPieces(text, name, one)))
}

/** An element's opening tag as it is written. */
export const tagOf = (text: string, piece: Piece): string => text.slice(piece.start, piece.from)

/** An element as it is written. */
export const writtenOf = (text: string, piece: Piece): string => text.slice(piece.start, piece.end)

/** What a file says of something by attributes, by the names that are written there, prefixes included. */
export type Attributes = Readonly<Record<string, string>>

const ATTRIBUTE = /([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/** The attributes of an element's opening tag, as they are meant. */
export const attributesOf = (text: string, piece: Piece): Attributes => tagAttributes(tagOf(text, piece))

export const tagAttributes = (tag: string): Attributes =>
  Object.fromEntries([...tag.matchAll(ATTRIBUTE)].map(([, name = '', one, other = '']) => [name, xmlText(one ?? other)]))

/** The value of an attribute with a prefix, whichever it is: "id" of r:id. */
export const prefixedAttribute = (attributes: Attributes, name: string): string | undefined =>
  Object.entries(attributes).find(([written]) => written.endsWith(`:${name}`))?.[1]

/** Whether an attribute says yes. */
export const isOn = (value: string | undefined): boolean => value === '1' || value === 'true' || value === 'on'

/** The number that an attribute says; undefined where it says none. */
export function numberOf(value: string | undefined): number | undefined {
  const number = value === undefined || value.trim() === '' ? Number.NaN : Number(value)
  return Number.isFinite(number) ? number : undefined
}

/** The characters in an element without those of elements in it. */
export function textOf(text: string, piece: Piece | undefined): string {
  if (!piece) return ''
  const tags = new XmlTags(text, piece.start)
  return tags.next() ? tags.characters() : ''
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A text as XML for a text or an attribute. Line ends would become spaces in an attribute, were they not written as numbers. */
export const escaped = (text: string): string => text.replace(/[&<>"\r\n\t]/g, (sign) => SIGNS[sign] ?? `&#${sign.charCodeAt(0)};`)

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones XML cannot hold
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** A text of a cell: what XML cannot hold, and what could be read as a sign for it, is written as such a sign (_x0007_). */
export function escapedText(text: string): string {
  const sign = (character: string) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
  return escaped(text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replace(UNWRITABLE, sign))
}

/** Attributes as they are written in a tag; those without a value are left out. */
export const attributesText = (attributes: Readonly<Record<string, string | number | undefined>>): string =>
  Object.entries(attributes)
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${escaped(String(value))}"`]))
    .join('')
