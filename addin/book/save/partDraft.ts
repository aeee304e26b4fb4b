import { inside, rootOf, tagAttributes } from '../file/xml.ts'

/** An element below the outermost one, with the blanks before it. */
interface Child {
  readonly name: string
  readonly text: string
}

/**
 * A part that is being changed by the elements below its outermost one; the others stay as they are written. What is put
 * in is written without a prefix, and gets the one that the part has.
 */
export class PartDraft {
  /** The order that the elements have to be in, by name. */
  readonly #order: readonly string[]
  readonly #text: string
  #isChanged = false
  readonly #before: string
  #head: string
  #children: Child[]
  readonly #tail: string
  /** "x:", or '' where the part has none. */
  readonly prefix: string

  constructor(text: string, order: readonly string[]) {
    const root = rootOf(text)
    const written = /^<([^\s/>]+)/.exec(text.slice(root.start))?.[1] ?? root.name
    const isEmpty = root.from === root.end
    this.#order = order
    this.#text = text
    this.prefix = written.slice(0, written.length - root.name.length)
    this.#before = text.slice(0, root.start)
    this.#head = isEmpty ? text.slice(root.start, root.from).replace(/\s*\/>$/, '>') : text.slice(root.start, root.from)
    const pieces = inside(text, root)
    this.#children = pieces.map((piece, i) => ({ name: piece.name, text: text.slice(pieces[i - 1]?.end ?? root.from, piece.end) }))
    this.#tail = isEmpty ? `</${written}>${text.slice(root.end)}` : text.slice(pieces.at(-1)?.end ?? root.from)
  }

  get isChanged(): boolean {
    return this.#isChanged
  }

  get text(): string {
    if (!this.#isChanged) return this.#text
    return [this.#before, this.#head, ...this.#children.map(({ text }) => text), this.#tail].join('')
  }

  /** The first element of a name as it is written; undefined where there is none. */
  element(name: string): string | undefined {
    return this.#children.find((child) => child.name === name)?.text.trimStart()
  }

  /** Puts elements in the place of all of a name, or where they belong; '' takes these away. */
  set(name: string, elements: string): void {
    this.#isChanged = true
    const at = this.#children.findIndex((child) => child.name === name)
    const place = at < 0 ? this.#placeOf(name) : at
    const rest = this.#children.filter((child) => child.name !== name)
    const [blanks = ''] = /^\s*/.exec(this.#children[at]?.text ?? '') ?? []
    const put = elements === '' ? [] : [{ name, text: blanks + withPrefix(elements, this.prefix) }]
    this.#children = [...rest.slice(0, place), ...put, ...rest.slice(place)]
  }

  /** Changes the element of a name where it stands, prefixes and all. */
  edit(name: string, change: (written: string) => string): void {
    this.#children = this.#children.map((child) => (child.name === name ? { name, text: change(child.text) } : child))
    this.#isChanged = true
  }

  /** Puts an element behind all others. */
  append(element: string): void {
    this.#isChanged = true
    this.#children.push({ name: '', text: withPrefix(element, this.prefix) })
  }

  /** Says something by attributes of the outermost element; undefined takes one away. */
  say(said: Readonly<Record<string, string | undefined>>): void {
    if (Object.keys(said).length === 0) return
    this.#isChanged = true
    this.#head = saying(this.#head, said)
  }

  /** The prefix of a namespace ("r:"), which is declared where it is not yet. */
  prefixOf(namespaces: readonly string[], wanted: string): string {
    const declared = Object.entries(tagAttributes(this.#head)).find(
      ([name, value]) => name.startsWith('xmlns:') && namespaces.includes(value),
    )
    if (declared) return `${declared[0].slice('xmlns:'.length)}:`
    this.say({ [`xmlns:${wanted}`]: namespaces[0] })
    return `${wanted}:`
  }

  /** Before the first that has to follow. */
  #placeOf(name: string): number {
    const own = this.#order.indexOf(name)
    const at = this.#children.findIndex((child) => this.#order.indexOf(child.name) > own)
    return at < 0 ? this.#children.length : at
  }
}

/** Elements with a prefix before each name that has none. */
export const withPrefix = (elements: string, prefix: string): string =>
  prefix === '' ? elements : elements.replace(/<(\/?)(?=[A-Za-z_][\w.-]*[\s/>])/g, `<$1${prefix}`)

/** An opening tag that says something else by attributes; undefined takes one away. What else it says stays as it is written. */
export function saying(tag: string, said: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(said).reduce((text, [name, value]) => {
    const pattern = new RegExp(`\\s${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`)
    const written = value === undefined ? '' : ` ${name}="${escapedValue(String(value))}"`
    return pattern.test(text) ? text.replace(pattern, () => written) : text.replace(/\s*(\/?>)$/, (_, close: string) => written + close)
  }, tag)
}

const escapedValue = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
