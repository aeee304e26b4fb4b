import { strToU8 } from 'fflate'
import { inflateEntry } from '../../../shared/grid/xlsx/inflateEntry.ts'
import type { ZipEntry } from '../../../shared/grid/xlsx/zipEntries.ts'

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
/** The version of the format that is needed to read this: 2.0. */
const VERSION = 20
/** A flag of a part: its name is UTF-8. */
const UTF8 = 0x0800
const ASCII = /^[ -~]*$/

/** A zip of parts as they are: none is inflated or deflated again. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const entry of entries) {
    const name = strToU8(entry.name)
    const said = saidOf(entry, name.length)
    const local = new Uint8Array([...word(LOCAL), ...said, ...half(0)])
    parts.push(local, name, entry.compressed)
    // Version of the writer, then as above; no comment, first disk, no attributes, and where the part begins.
    const listed = [
      ...word(CENTRAL),
      ...half(VERSION),
      ...said,
      ...half(0),
      ...half(0),
      ...half(0),
      ...half(0),
      ...word(0),
      ...word(offset),
    ]
    directory.push(new Uint8Array(listed), name)
    offset += local.length + name.length + entry.compressed.length
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  const count = half(entries.length)
  const end = [...word(END), ...half(0), ...half(0), ...count, ...count, ...word(size), ...word(offset), ...half(0)]
  return joined([...parts, ...directory, new Uint8Array(end)])
}

/** What both headers of a part say of it. */
function saidOf(entry: ZipEntry, nameLength: number): readonly number[] {
  const { name, method, modified, crc, compressed } = entry
  const size = entry.size < 0 ? inflateEntry(entry, Number.MAX_SAFE_INTEGER).length : entry.size
  const flags = ASCII.test(name) ? 0 : UTF8
  const numbers = [modified, crc, compressed.length, size].flatMap(word)
  return [...half(VERSION), ...half(flags), ...half(method), ...numbers, ...half(nameLength)]
}

/** Two bytes and four bytes of a number, the low one first. */
const half = (value: number): readonly number[] => [value & 0xff, (value >>> 8) & 0xff]
const word = (value: number): readonly number[] => [...half(value), ...half(value >>> 16)]

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
