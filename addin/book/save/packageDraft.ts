import { strToU8, zipSync } from 'fflate'
import { partPath, relationshipsPath } from '../../../shared/grid/xlsx/partPath.ts'
import type { XlsxPackage } from '../../../shared/grid/xlsx/xlsxPackage.ts'
import { type ZipEntry, zipEntries } from '../../../shared/grid/xlsx/zipEntries.ts'
import { attributesOf, attributesText, inside, rootOf } from '../file/xml.ts'
import { PartDraft } from './partDraft.ts'
import { writeZip } from './writeZip.ts'

const TYPES = '[Content_Types].xml'
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships'
/** What the types of relationships begin with. */
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
/** And in files of the strict kind. */
export const STRICT = 'http://purl.oclc.org/ooxml/officeDocument/relationships'
export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

const keyOf = (path: string): string => path.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()

/** A file that is being changed: what is not put or removed stays as it is, bit by bit. */
export class PackageDraft {
  readonly #files: XlsxPackage
  /** By path in small letters; undefined of one that was removed. */
  readonly #changed = new Map<string, { readonly path: string; readonly text: string } | undefined>()

  constructor(files: XlsxPackage) {
    this.#files = files
  }

  has(path: string): boolean {
    return this.#changed.has(keyOf(path)) ? this.#changed.get(keyOf(path)) !== undefined : this.#files.has(path)
  }

  text(path: string): string | undefined {
    const key = keyOf(path)
    return this.#changed.has(key) ? this.#changed.get(key)?.text : this.#files.text(path)
  }

  put(path: string, text: string): void {
    this.#changed.set(keyOf(path), { path, text })
  }

  /** Changes a part's text; one that is as it was is not touched. */
  change(path: string, change: (text: string) => string): void {
    const before = this.text(path)
    const after = before === undefined ? undefined : change(before)
    if (after !== undefined && after !== before) this.put(path, after)
  }

  /** Removes a part with what it relates to by name, and what the file says of it. */
  remove(path: string): void {
    for (const one of [path, relationshipsPath(path)]) if (this.has(one)) this.#changed.set(keyOf(one), undefined)
    this.change(TYPES, (text) => without(text, ({ PartName = '' }) => keyOf(PartName) === keyOf(path)))
  }

  /** A path that no part has: "xl/tables/table3.xml". */
  freePath(before: string): string {
    let number = 1
    while (this.has(`${before}${number}.xml`)) number++
    return `${before}${number}.xml`
  }

  /** Puts a new part, and says what it is. */
  add(path: string, contentType: string, text: string): void {
    this.put(path, text)
    this.change(TYPES, (types) => appended(types, `<Override${attributesText({ PartName: `/${path}`, ContentType: contentType })}/>`))
  }

  /** Relates a part to another; answers the relationship's id. */
  relate(from: string, type: string, target: string): string {
    const path = relationshipsPath(from)
    const text = this.text(path) ?? `${HEAD}<Relationships xmlns="${RELATIONSHIPS}"></Relationships>`
    const taken = new Set(inside(text, rootOf(text)).map((piece) => attributesOf(text, piece).Id))
    let number = taken.size + 1
    while (taken.has(`rId${number}`)) number++
    const said = { Id: `rId${number}`, Type: `${OFFICE}/${type}`, Target: targetFrom(from, target) }
    this.put(path, appended(text, `<Relationship${attributesText(said)}/>`))
    return said.Id
  }

  /** What a part relates to within the file. */
  relationsOf(from: string): readonly { readonly id: string; readonly type: string; readonly target: string }[] {
    const text = this.text(relationshipsPath(from)) ?? ''
    return inside(text, rootOf(text)).flatMap((piece) => {
      const { Id: id = '', Type = '', Target = '', TargetMode } = attributesOf(text, piece)
      return TargetMode === 'External' ? [] : [{ id, type: Type.slice(Type.lastIndexOf('/') + 1), target: partPath(from, Target) }]
    })
  }

  /** Takes away the relationships of a part to others whose ids are given. */
  unrelate(from: string, ids: readonly string[]): void {
    if (ids.length > 0) this.change(relationshipsPath(from), (text) => without(text, ({ Id = '' }) => ids.includes(Id)))
  }

  /** The file as it is now. */
  bytes(): Uint8Array {
    const fresh = new Map<string, ZipEntry>()
    for (const [key, part] of this.#changed) {
      const [entry] = part ? zipEntries(zipSync({ [part.path]: strToU8(inUtf8(part.text)) }), 1) : []
      if (entry) fresh.set(key, entry)
    }
    const entries: ZipEntry[] = []
    for (const entry of this.#files.entries) {
      const key = keyOf(entry.name)
      const changed = fresh.get(key)
      if (!this.#changed.has(key)) entries.push(entry)
      else if (changed) entries.push({ ...changed, name: entry.name })
      fresh.delete(key)
    }
    return writeZip([...entries, ...fresh.values()])
  }

  get isChanged(): boolean {
    return this.#changed.size > 0
  }
}

/** A list of elements without those of which something is said. */
function without(text: string, drop: (said: Readonly<Record<string, string>>) => boolean): string {
  const gone = inside(text, rootOf(text)).filter((piece) => drop(attributesOf(text, piece)))
  return gone.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text)
}

/** A list of elements with another at its end. */
function appended(text: string, element: string): string {
  const draft = new PartDraft(text, [])
  draft.append(element)
  return draft.text
}

/** A part's path as another names it, from its own folder: not every reader knows the other way. */
function targetFrom(from: string, path: string): string {
  const folders = from.split('/').slice(0, -1)
  const steps = path.split('/')
  let common = 0
  while (common < folders.length && common < steps.length - 1 && folders[common] === steps[common]) common++
  return [...folders.slice(common).map(() => '..'), ...steps.slice(common)].join('/')
}

/** What is written is UTF-8, whatever it was read from. */
const inUtf8 = (text: string): string => text.replace(/^(<\?xml[^>]*\bencoding=)(["'])[^"']*\2/, '$1$2UTF-8$2')
