import { readCompoundFile } from './compoundFile.ts'
import type { FileFormat } from './formats.ts'

/**
 * What a compound file is, by the streams of its root: an embedded workbook makes no workbook of a letter. Of a torn file,
 * whose root cannot be found, the names that lie anywhere in it have to do.
 */
export function compoundFormat(bytes: Uint8Array): FileFormat {
  const file = readCompoundFile(bytes)
  const names = file && file.entries.size > 0 ? new Set(file.entries.keys()) : scatteredNames(bytes)
  const small = new Set([...names].map((name) => name.toLowerCase()))
  const format = STREAMS.find(([name]) => small.has(name))?.[1] ?? 'compound'
  if (format !== 'xls' || !file) return format
  const workbook = [...file.entries].find(([name]) => WORKBOOK.test(name))?.[1]
  return workbook && isLocked(file.head(workbook, HEAD)) ? 'encrypted' : 'xls'
}

const WORKBOOK = /^(?:work)?book$/i

/** Which streams say what a compound file is, in small letters; the first that it has. */
const STREAMS: readonly (readonly [string, FileFormat])[] = [
  // by a password, by rights management ([MS-OFFCRYPTO])
  ['encryptedpackage', 'encrypted'],
  ['\tdrmcontent', 'encrypted'],
  // .doc and WPS's .wps; Microsoft Works' .wps
  ['worddocument', 'document'],
  ['matost', 'document'],
  ['powerpoint document', 'slides'],
  ['workbook', 'xls'],
  ['book', 'xls'],
]

/** FILEPASS comes among the first records of a locked workbook, before anything that it hides. */
const HEAD = 4096
const [FILE_PASS, END_OF_PART] = [0x2f, 0x0a]

/** Whether a workbook's stream has FILEPASS: what follows it is enciphered ([MS-XLS] 2.4.117). */
function isLocked(stream: Uint8Array): boolean {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
  for (let at = 0; at + 4 <= stream.length; at += 4 + view.getUint16(at + 2, true)) {
    const record = view.getUint16(at, true)
    if (record === FILE_PASS) return true
    if (record === END_OF_PART) return false
  }
  return false
}

const [SECTOR, ENTRY] = [512, 128]
/** Storage, stream, root. */
const KINDS: readonly number[] = [1, 2, 5]

/** Names of entries at any sector: UTF-16, its length with the end at 64, a kind at 66. */
function scatteredNames(bytes: Uint8Array): ReadonlySet<string> {
  const names = new Set<string>()
  for (let at = SECTOR; at + ENTRY <= bytes.length; at += ENTRY) {
    const length = (bytes[at + 64] ?? 0) + (bytes[at + 65] ?? 0) * 0x100
    if (length < 4 || length > 64 || length % 2 === 1 || !KINDS.includes(bytes[at + 66] ?? 0)) continue
    const units = Array.from({ length: length / 2 - 1 }, (_, i) => (bytes[at + i * 2] ?? 0) + (bytes[at + i * 2 + 1] ?? 0) * 0x100)
    names.add(String.fromCharCode(...units))
  }
  return names
}
