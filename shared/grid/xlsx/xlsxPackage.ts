import { fail, ok, type Result } from '../../base/result.ts'
import { damaged, type XlsxFault } from './fault.ts'
import { inflateEntry } from './inflateEntry.ts'
import { LIMITS } from './limits.ts'
import { partPath, relationshipsPath } from './partPath.ts'
import { partText } from './partText.ts'
import { XmlTags } from './xmlTags.ts'
import { type ZipEntry, zipEntries } from './zipEntries.ts'

/** How a part names another one, or something outside. */
export interface Relationship {
  /** "rId1". */
  readonly id: string
  /** The last word of its type, which is the same in Strict files: "worksheet", "sharedStrings", "styles". */
  readonly type: string
  /** The path of the part in the package, or the address outside as it is written. */
  readonly target: string
  readonly isExternal: boolean
}

/**
 * The parts of an .xlsx, inflated when they are asked for. Paths have neither a slash in front nor a fixed case: "xl/workbook.xml"
 * finds "/XL/Workbook.xml" and "xl\workbook.xml". What cannot be inflated is thrown as PartFault; see `catching`.
 */
export class XlsxPackage {
  /** In the order of the zip, folders and doubles included. */
  readonly entries: readonly ZipEntry[]
  private readonly byPath = new Map<string, ZipEntry>()
  /** Of the parts that were asked for, in bytes. */
  private readonly sizes = new Map<ZipEntry, number>()

  /** Of `openPackage`, which has looked at the bounds. */
  constructor(entries: readonly ZipEntry[]) {
    this.entries = entries
    for (const entry of entries) this.byPath.set(keyOf(entry.name), entry)
  }

  /** The entry of a part; of several under one path the last, as others take it. */
  entry(path: string): ZipEntry | undefined {
    return this.byPath.get(keyOf(path))
  }

  has(path: string): boolean {
    return this.byPath.has(keyOf(path))
  }

  /** The paths of all parts, as the zip has them but for slashes. */
  get paths(): readonly string[] {
    return [...this.byPath.values()].map(({ name }) => slashed(name))
  }

  /** The bytes of a part; undefined where there is none. They are not cached. */
  bytes(path: string): Uint8Array | undefined {
    const entry = this.entry(path)
    if (!entry) return undefined
    const others = [...this.sizes].reduce((sum, [part, size]) => (part === entry ? sum : sum + size), 0)
    const bytes = inflateEntry(entry, Math.min(LIMITS.part, LIMITS.read - others))
    this.sizes.set(entry, bytes.length)
    return bytes
  }

  /** The text of a part; undefined where there is none. */
  text(path: string): string | undefined {
    const bytes = this.bytes(path)
    return bytes && partText(bytes)
  }

  /** What a part relates to, '' for the package itself; none where its relationships are missing. Those without a target are left out. */
  relationships(part: string): readonly Relationship[] {
    const tags = new XmlTags(this.text(relationshipsPath(part)) ?? '')
    const found: Relationship[] = []
    while (tags.next()) {
      if (!tags.opens('Relationship')) continue
      const target = tags.attribute('Target')
      if (target === undefined) continue
      const isExternal = tags.attribute('TargetMode') === 'External'
      const type = tags.attribute('Type') ?? ''
      found.push({
        id: tags.attribute('Id') ?? '',
        type: type.slice(type.lastIndexOf('/') + 1),
        target: isExternal ? target : partPath(part, target),
        isExternal,
      })
    }
    return found
  }

  /** The content type of a part, by its own entry or by its ending; '' where none is named. */
  contentType(path: string): string {
    const tags = new XmlTags(this.text('[Content_Types].xml') ?? '')
    const key = keyOf(path)
    let byEnding = ''
    while (tags.next()) {
      if (tags.opens('Override') && keyOf(tags.attribute('PartName') ?? '') === key) return tags.attribute('ContentType') ?? ''
      if (tags.opens('Default') && key.endsWith(`.${(tags.attribute('Extension') ?? '').toLowerCase()}`)) {
        byEnding = tags.attribute('ContentType') ?? ''
      }
    }
    return byEnding
  }
}

const slashed = (path: string): string => path.replaceAll('\\', '/').replace(/^\/+/, '')
const keyOf = (path: string): string => slashed(path).toLowerCase()

/** Opens the container of an .xlsx. More than a workbook has is refused before a part is inflated. */
export function openPackage(bytes: Uint8Array): Result<XlsxPackage, XlsxFault> {
  if (bytes.length > LIMITS.file) return fail({ tag: 'tooLarge', what: 'file' })
  const entries = zipEntries(bytes, LIMITS.parts)
  if (entries.length === 0) return fail(damaged('').fault)
  if (entries.length > LIMITS.parts) return fail({ tag: 'tooLarge', what: 'parts' })
  const declared = entries.reduce((sum, { size }) => sum + Math.max(0, size), 0)
  const packed = entries.reduce((sum, { compressed }) => sum + compressed.length, 0)
  const isBomb = declared > LIMITS.unsuspicious && declared > packed * LIMITS.ratio
  if (declared > LIMITS.declared || isBomb) return fail({ tag: 'tooLarge', what: 'inflated' })
  return ok(new XlsxPackage(entries))
}

/** The text of a part that cannot be done without. */
export function neededText(files: XlsxPackage, path: string): string {
  const text = files.text(path)
  if (text === undefined) throw damaged(path)
  return text
}
