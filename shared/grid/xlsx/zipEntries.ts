import { strFromU8 } from 'fflate'

/** A part as the zip holds it: enough to inflate it, and to write it again as it is. */
export interface ZipEntry {
  /** As the zip has it, slashes and case included. */
  readonly name: string
  /** 0 stored, 8 deflated. */
  readonly method: number
  readonly encrypted: boolean
  /** Bytes when inflated, as declared; −1 where the zip does not say. */
  readonly size: number
  /** CRC-32 of the inflated bytes, as declared. */
  readonly crc: number
  /** Time and date of MS-DOS: the date in the upper 16 bits. */
  readonly modified: number
  /** A window on the file's bytes. */
  readonly compressed: Uint8Array
}

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const END_64 = 0x06064b50
const END_64_LOCATOR = 0x07064b50
const DESCRIPTOR = 0x08074b50
const IN_EXTRA = 0xffffffff

/** The number that begins at a place, little end first; NaN beyond the bytes. */
const u16 = (bytes: Uint8Array, at: number): number => (bytes[at] ?? Number.NaN) + (bytes[at + 1] ?? Number.NaN) * 0x100
const u32 = (bytes: Uint8Array, at: number): number => u16(bytes, at) + u16(bytes, at + 2) * 0x10000
const u64 = (bytes: Uint8Array, at: number): number => u32(bytes, at) + u32(bytes, at + 4) * 0x100000000

/**
 * The entries of a zip in its own order, not more than `most` and one. They come from the directory at the end; where that
 * is torn or missing, as after a broken transfer, from the header before each part. Empty where the bytes are no zip.
 */
export function zipEntries(bytes: Uint8Array, most: number): readonly ZipEntry[] {
  const listed = listedEntries(bytes, most)
  return listed ?? foundEntries(bytes, most)
}

/** By the directory; undefined where it cannot be trusted. */
function listedEntries(bytes: Uint8Array, most: number): readonly ZipEntry[] | undefined {
  const directory = findDirectory(bytes)
  if (!directory) return undefined
  const entries: ZipEntry[] = []
  let at = directory.at
  for (let n = 0; n < directory.count && entries.length <= most; n++) {
    if (u32(bytes, at) !== CENTRAL) return undefined
    const nameEnd = at + 46 + u16(bytes, at + 28)
    const extraEnd = nameEnd + u16(bytes, at + 30)
    const wide = wideNumbers(
      bytes,
      { size: u32(bytes, at + 24), packed: u32(bytes, at + 20), local: u32(bytes, at + 42) },
      nameEnd,
      extraEnd,
    )
    const local = wide.local + directory.shift
    if (u32(bytes, local) !== LOCAL) return undefined
    const from = local + 30 + u16(bytes, local + 26) + u16(bytes, local + 28)
    if (!(from + wide.packed <= bytes.length)) return undefined
    entries.push({
      name: strFromU8(bytes.subarray(at + 46, nameEnd)),
      method: u16(bytes, at + 10),
      encrypted: (u16(bytes, at + 8) & 1) === 1,
      size: wide.size,
      crc: u32(bytes, at + 16),
      modified: u32(bytes, at + 12),
      compressed: bytes.subarray(from, from + wide.packed),
    })
    at = extraEnd + u16(bytes, at + 32)
  }
  return entries
}

interface Directory {
  readonly at: number
  readonly count: number
  /** How many bytes lie before the zip, of which its own offsets know nothing. */
  readonly shift: number
}

const LONGEST_COMMENT = 0xffff

function findDirectory(bytes: Uint8Array): Directory | undefined {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - LONGEST_COMMENT); at--) {
    if (bytes[at] === 0x50 && u32(bytes, at) === END) return directoryOf(bytes, at)
  }
  return undefined
}

function directoryOf(bytes: Uint8Array, end: number): Directory | undefined {
  if (u32(bytes, end - 20) === END_64_LOCATOR) {
    const wide = u64(bytes, end - 12)
    if (u32(bytes, wide) === END_64) return { at: u64(bytes, wide + 48), count: u64(bytes, wide + 32), shift: 0 }
  }
  const size = u32(bytes, end + 12)
  const declared = u32(bytes, end + 16)
  const at = u32(bytes, declared) === CENTRAL ? declared : end - size
  return at < 0 ? undefined : { at, count: u16(bytes, end + 10), shift: at - declared }
}

interface Wide {
  size: number
  packed: number
  local: number
}

/** Numbers of 64 bits stand in an extra field, in this order, those alone that do not fit into 32. */
function wideNumbers(bytes: Uint8Array, numbers: Wide, from: number, to: number): Wide {
  const wide = { ...numbers }
  if (wide.size !== IN_EXTRA && wide.packed !== IN_EXTRA && wide.local !== IN_EXTRA) return wide
  for (let at = from; at + 4 <= to; at += 4 + u16(bytes, at + 2)) {
    if (u16(bytes, at) !== 1) continue
    let next = at + 4
    for (const key of ['size', 'packed', 'local'] as const) {
      if (wide[key] !== IN_EXTRA) continue
      wide[key] = u64(bytes, next)
      next += 8
    }
    break
  }
  return wide
}

/** By the header before each part. A part that the file ends in the middle of is left out. */
function foundEntries(bytes: Uint8Array, most: number): readonly ZipEntry[] {
  const entries: ZipEntry[] = []
  let at = nextSignature(bytes, 0, [LOCAL])
  while (at < bytes.length && entries.length <= most) {
    const nameEnd = at + 30 + u16(bytes, at + 26)
    const from = nameEnd + u16(bytes, at + 28)
    if (!(from <= bytes.length)) break
    const flags = u16(bytes, at + 6)
    const packed = u32(bytes, at + 18)
    // sizes that were not known when the header was written stand behind the part
    const unknown = (flags & 8) !== 0 || packed === IN_EXTRA
    const to = unknown ? nextSignature(bytes, from, [DESCRIPTOR, LOCAL, CENTRAL]) : from + packed
    if (!(to <= bytes.length)) break
    entries.push({
      name: strFromU8(bytes.subarray(at + 30, nameEnd)),
      method: u16(bytes, at + 8),
      encrypted: (flags & 1) === 1,
      size: unknown ? -1 : u32(bytes, at + 22),
      crc: u32(bytes, at + 14),
      modified: u32(bytes, at + 10),
      compressed: bytes.subarray(from, to),
    })
    at = nextSignature(bytes, to, [LOCAL])
  }
  return entries
}

/** Where the next of these signatures begins; the end of the bytes where there is none. */
function nextSignature(bytes: Uint8Array, from: number, signatures: readonly number[]): number {
  for (let at = bytes.indexOf(0x50, from); at >= 0; at = bytes.indexOf(0x50, at + 1)) {
    if (bytes[at + 1] === 0x4b && signatures.includes(u32(bytes, at))) return at
  }
  return bytes.length
}
