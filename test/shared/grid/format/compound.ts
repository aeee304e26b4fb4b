/** A part of a compound file: a stream with its bytes, or a storage with its own parts. */
export type CompoundPart = { readonly name: string } & ({ readonly bytes: Uint8Array } | { readonly parts: readonly CompoundPart[] })

const [SECTOR, ENTRY] = [512, 128]
const [FREE, END, TABLE] = [0xffffffff, 0xfffffffe, 0xfffffffd]
const SMALL = 4096

interface Entry {
  readonly name: string
  readonly kind: number
  first: number
  size: number
  child: number
  right: number
}

/** A compound file ([MS-CFB]) of these parts. Small streams lie in small sectors, as the format demands. */
export function compoundOf(parts: readonly CompoundPart[]): Uint8Array {
  const entries: Entry[] = [{ name: 'Root Entry', kind: 5, first: END, size: 0, child: FREE, right: FREE }]
  const chains: Uint8Array[] = []
  const small: Uint8Array[] = []
  const smallTable: number[] = []
  const add = (list: readonly CompoundPart[]): number => {
    let first = FREE
    for (const part of [...list].reverse()) {
      const entry: Entry = { name: part.name, kind: 'bytes' in part ? 2 : 1, first: END, size: 0, child: FREE, right: first }
      first = entries.push(entry) - 1
      if ('parts' in part) entry.child = add(part.parts)
      else if (part.bytes.length >= SMALL) {
        entry.size = part.bytes.length
        // where the chain begins is known when all of them are
        entry.first = -chains.push(part.bytes)
      } else {
        entry.size = part.bytes.length
        entry.first = smallTable.length
        const count = Math.max(1, Math.ceil(part.bytes.length / 64))
        for (let i = 1; i <= count; i++) smallTable.push(i === count ? END : smallTable.length + 1)
        small.push(padded(part.bytes, 64))
      }
    }
    return first
  }
  const [root] = entries
  if (!root) throw new Error('no root')
  root.child = add(parts)
  const smallStream = joined(small)
  root.size = smallStream.length
  if (smallStream.length > 0) root.first = -chains.push(smallStream)
  const smallTableBytes = words(smallTable)
  const table: number[] = [TABLE]
  const place = (bytes: Uint8Array): number => {
    const first = table.length
    const count = Math.ceil(bytes.length / SECTOR)
    for (let i = 1; i <= count; i++) table.push(i === count ? END : first + i)
    return count === 0 ? END : first
  }
  const starts = chains.map(place)
  for (const entry of entries) if (entry.first < 0) entry.first = starts[-entry.first - 1] ?? END
  const directory = joined(entries.map(entryBytes))
  const directoryStart = place(directory)
  const smallTableStart = place(smallTableBytes)
  if (table.length > SECTOR / 4) throw new Error('one sector of table is enough for tests')
  const header = new Uint8Array(SECTOR).fill(0xff, 76)
  header.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  const view = new DataView(header.buffer)
  view.setUint16(26, 3, true)
  view.setUint16(28, 0xfffe, true)
  view.setUint16(30, 9, true)
  view.setUint16(32, 6, true)
  view.setUint32(44, 1, true)
  view.setUint32(48, directoryStart, true)
  view.setUint32(56, SMALL, true)
  view.setUint32(60, smallTableStart, true)
  view.setUint32(64, smallTable.length > 0 ? 1 : 0, true)
  view.setUint32(68, END, true)
  view.setUint32(76, 0, true)
  const tableBytes = words([...table, ...Array.from({ length: SECTOR / 4 - table.length }, () => FREE)])
  return joined([header, tableBytes, ...chains, directory, smallTableBytes].map((bytes) => padded(bytes, SECTOR)))
}

function entryBytes({ name, kind, first, size, child, right }: Entry): Uint8Array {
  const bytes = new Uint8Array(ENTRY)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < name.length; i++) view.setUint16(i * 2, name.charCodeAt(i), true)
  view.setUint16(64, (name.length + 1) * 2, true)
  view.setUint8(66, kind)
  view.setUint8(67, 1)
  view.setUint32(68, FREE, true)
  view.setUint32(72, right, true)
  view.setUint32(76, child, true)
  view.setUint32(116, first, true)
  view.setUint32(120, size, true)
  return bytes
}

function words(numbers: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(numbers.length * 4)
  const view = new DataView(bytes.buffer)
  numbers.forEach((number, i) => {
    view.setUint32(i * 4, number, true)
  })
  return bytes
}

function padded(bytes: Uint8Array, to: number): Uint8Array {
  const whole = new Uint8Array(Math.ceil(bytes.length / to) * to)
  whole.set(bytes)
  return whole
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
