import { strFromU8 } from 'fflate'
import type { OtherFormat } from './fault.ts'

/** What a file is by its first bytes; 'zip' for what may be an .xlsx, 'encrypted' for a workbook or document behind a password. */
export type FileFormat = OtherFormat | 'zip' | 'encrypted' | 'empty'

/** Looks at the content alone: clerks rename files, and programs save web pages as .xls. */
export function fileFormat(bytes: Uint8Array): FileFormat {
  if (bytes.length === 0) return 'empty'
  if (startsWith(bytes, COMPOUND)) return compoundFormat(bytes)
  const known = SIGNATURES.find(([signature]) => startsWith(bytes, signature))
  return known?.[1] ?? (laterZip(bytes) ? 'zip' : textFormat(bytes))
}

const latin = (text: string): readonly number[] => [...text].map((char) => char.charCodeAt(0))
const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean => signature.every((byte, i) => bytes[i] === byte)

const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0]

const SIGNATURES: readonly (readonly [readonly number[], FileFormat])[] = [
  [latin('PK\x03\x04'), 'zip'],
  [latin('PK\x05\x06'), 'zip'],
  [latin('%PDF'), 'pdf'],
  [latin('\x89PNG'), 'picture'],
  [latin('\xff\xd8\xff'), 'picture'],
  [latin('GIF8'), 'picture'],
  [latin('BM'), 'picture'],
  [latin('II*\0'), 'picture'],
  [latin('MM\0*'), 'picture'],
  [latin('\0\0\0\x18ftyphei'), 'picture'],
  [latin('Rar!'), 'archive'],
  [latin('7z\xbc\xaf'), 'archive'],
  [latin('\x1f\x8b'), 'archive'],
  // records of BIFF 2, 3 and 4, which had no container
  [latin('\x09\0\x04\0'), 'xls'],
  [latin('\x09\x02\x06\0'), 'xls'],
  [latin('\x09\x04\x06\0'), 'xls'],
]

/** What may lie before a zip: a program that unpacks itself, or the head of a broken download. */
const laterZip = (bytes: Uint8Array): boolean => startsWith(bytes, latin('MZ')) || latinText(bytes, 64).includes('PK\x03\x04')

const latinText = (bytes: Uint8Array, length: number): string => strFromU8(bytes.subarray(0, length), true)

/** Which storages of a compound file say what it is; the first that it has. Names in its directory are UTF-16. */
const STORAGES: readonly (readonly [string, FileFormat])[] = [
  ['EncryptedPackage', 'encrypted'],
  ['WordDocument', 'document'],
  ['PowerPoint Document', 'slides'],
  ['Workbook', 'xls'],
  ['Book', 'xls'],
]

const SECTOR = 512

function compoundFormat(bytes: Uint8Array): FileFormat {
  const names = storageNames(bytes)
  return STORAGES.find(([name]) => names.has(name))?.[1] ?? 'compound'
}

/** Names of the directory, whose entries of 128 bytes begin at any sector: name, its bytes and their end at 64, a kind at 66. */
function storageNames(bytes: Uint8Array): ReadonlySet<string> {
  const names = new Set<string>()
  for (let at = SECTOR; at + 128 <= bytes.length; at += 128) {
    const length = (bytes[at + 64] ?? 0) + (bytes[at + 65] ?? 0) * 0x100
    if (length < 4 || length > 64 || length % 2 === 1 || !KINDS.includes(bytes[at + 66] ?? 0)) continue
    const name = latinText(bytes.subarray(at), length - 2).replaceAll('\0', '')
    if (name.length === length / 2 - 1) names.add(name)
  }
  return names
}

/** Storage, stream, root. */
const KINDS: readonly number[] = [1, 2, 5]

const LOOKED_AT = 4096

function textFormat(bytes: Uint8Array): FileFormat {
  const isWide = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])
  const head = latinText(bytes, LOOKED_AT)
  const text = (isWide ? head.slice(2).replaceAll('\0', '') : head.replace(/^\xef\xbb\xbf/, '')).trimStart().toLowerCase()
  if (text.startsWith('<?xml') && text.includes('office:spreadsheet')) return 'xml2003'
  if (text.startsWith('mime-version') || HTML.some((tag) => text.includes(tag))) return 'html'
  if (!isWide && head.includes('\0')) return 'unknown'
  return 'text'
}

const HTML = ['<html', '<table', '<!doctype html']
