import { decodeBytes } from './decodeBytes.ts'

/**
 * What can be seen of an OLE compound file ([MS-CFB]: .xls, .et, .doc, .wps, locked workbooks) without a library: the names
 * of its root, and how a stream begins. Broken bytes give fewer names, never an error; a chain that runs in a circle ends.
 */
export interface CompoundFile {
  /** Streams and storages of the root, by name. Those of embedded documents lie deeper and are not among them. */
  readonly entries: ReadonlyMap<string, CompoundEntry>
  /** The first bytes of a stream, at most `length`. */
  head(entry: CompoundEntry, length: number): Uint8Array
}

export interface CompoundEntry {
  readonly first: number
  readonly size: number
}

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0]
const ENTRY = 128
/** Streams that are smaller lie in sectors of 64 bytes, inside the root's own stream. */
const SMALL = 4096
const SMALL_SECTOR = 64
/** Sector numbers above this are marks (end of chain, free). */
const LAST_SECTOR = 0xfffffffa
const ROOT = 5
/** A directory has a few dozen names; beyond this somebody is playing. */
const MOST_ENTRIES = 4096

export const isCompoundFile = (bytes: Uint8Array): boolean => SIGNATURE.every((byte, at) => bytes[at] === byte)

/** Undefined where the bytes are no compound file. */
export function readCompoundFile(bytes: Uint8Array): CompoundFile | undefined {
  if (!isCompoundFile(bytes) || bytes.length < 512) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const sectors = new Sectors(bytes, view)
  const directory = sectors.chain(view.getUint32(48, true), MOST_ENTRIES * ENTRY)
  const nodes = nodesOf(directory)
  const root = nodes[0]?.kind === ROOT ? nodes[0] : undefined
  const small = root ? sectors.chain(root.first, Math.min(root.size, bytes.length)) : new Uint8Array()
  const smallTable = sectors.chain(view.getUint32(60, true), bytes.length)
  return {
    entries: root ? siblingsOf(nodes, root.child) : new Map(),
    head: ({ first, size }, length) =>
      size < SMALL ? smallHead({ small, smallTable }, first, Math.min(size, length)) : sectors.chain(first, Math.min(size, length)),
  }
}

/** The sectors of a file and the table that chains them. */
class Sectors {
  private readonly bytes: Uint8Array
  private readonly view: DataView
  private readonly size: number
  private readonly table: readonly number[]

  constructor(bytes: Uint8Array, view: DataView) {
    this.bytes = bytes
    this.view = view
    this.size = view.getUint16(30, true) === 12 ? 4096 : 512
    this.table = this.tableSectors()
  }

  /** The bytes of a chain of sectors, at most `length`. */
  chain(first: number, length: number): Uint8Array {
    const parts: Uint8Array[] = []
    let have = 0
    // as many steps as there are sectors: a circle ends there
    for (let sector = first, left = this.bytes.length / this.size; sector < LAST_SECTOR && have < length && left > 0; left--) {
      const part = this.bytes.subarray(this.offset(sector), this.offset(sector + 1))
      if (part.length === 0) break
      parts.push(part)
      have += part.length
      sector = this.next(sector)
    }
    return joined(parts, Math.min(have, length))
  }

  private offset = (sector: number): number => (sector + 1) * this.size

  /** The sector after another, as the allocation table has it. */
  private next(sector: number): number {
    const perSector = this.size / 4
    const table = this.table[Math.floor(sector / perSector)]
    const at = table === undefined ? -1 : this.offset(table) + (sector % perSector) * 4
    return at >= 0 && at + 4 <= this.bytes.length ? this.view.getUint32(at, true) : LAST_SECTOR
  }

  /** Where the allocation table lies: 109 sectors are named in the header, further ones in a chain of their own. */
  private tableSectors(): readonly number[] {
    const named: number[] = []
    const take = (from: number, count: number) => {
      for (let i = 0; i < count && from + i * 4 + 4 <= this.bytes.length; i++) {
        const sector = this.view.getUint32(from + i * 4, true)
        if (sector < LAST_SECTOR) named.push(sector)
      }
    }
    take(76, 109)
    const perSector = this.size / 4 - 1
    let more = this.view.getUint32(68, true)
    for (let left = this.bytes.length / this.size; more < LAST_SECTOR && left > 0; left--) {
      const at = this.offset(more)
      if (at + this.size > this.bytes.length) break
      take(at, perSector)
      more = this.view.getUint32(at + perSector * 4, true)
    }
    return named
  }
}

interface DirectoryEntry extends CompoundEntry {
  readonly name: string
  readonly kind: number
  readonly left: number
  readonly right: number
  readonly child: number
}

function nodesOf(directory: Uint8Array): readonly DirectoryEntry[] {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength)
  return Array.from({ length: Math.floor(directory.length / ENTRY) }, (_, index) => {
    const at = index * ENTRY
    const length = Math.min(64, Math.max(2, view.getUint16(at + 64, true))) - 2
    return {
      name: decodeBytes(directory.subarray(at, at + length), 'utf-16le'),
      kind: view.getUint8(at + 66),
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      first: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    }
  })
}

/** A storage's entries are a tree by name. */
function siblingsOf(nodes: readonly DirectoryEntry[], top: number): ReadonlyMap<string, CompoundEntry> {
  const found = new Map<string, CompoundEntry>()
  const seen = new Set<number>()
  const open = [top]
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    const node = nodes[index]
    if (!node || seen.has(index)) continue
    seen.add(index)
    found.set(node.name, { first: node.first, size: node.size })
    open.push(node.left, node.right)
  }
  return found
}

function smallHead(
  { small, smallTable }: { readonly small: Uint8Array; readonly smallTable: Uint8Array },
  first: number,
  length: number,
): Uint8Array {
  const view = new DataView(smallTable.buffer, smallTable.byteOffset, smallTable.byteLength)
  const parts: Uint8Array[] = []
  let sector = first
  for (let have = 0; have < length && sector < LAST_SECTOR; have += SMALL_SECTOR) {
    parts.push(small.subarray(sector * SMALL_SECTOR, (sector + 1) * SMALL_SECTOR))
    sector = sector * 4 + 4 <= smallTable.length ? view.getUint32(sector * 4, true) : LAST_SECTOR
  }
  return joined(parts, length)
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    all.set(part.subarray(0, length - at), at)
    at += part.length
    if (at >= length) break
  }
  return all
}
