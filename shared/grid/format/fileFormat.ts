import { strFromU8 } from 'fflate'
import { isCompoundFile } from './compoundFile.ts'
import { compoundFormat } from './compoundFormat.ts'
import { decodeBytes } from './decodeBytes.ts'
import type { FileFormat } from './formats.ts'
import { utf16Of } from './utf16Of.ts'

/** Looks at the content alone: clerks rename files, and programs save web pages as .xls. Fast: the beginning says it, mostly. */
export function fileFormat(bytes: Uint8Array): FileFormat {
  // a download that never came is zeros
  if (bytes.every((byte) => byte === 0)) return 'empty'
  if (isCompoundFile(bytes)) return compoundFormat(bytes)
  const known = SIGNATURES.find(([signature]) => startsWith(bytes, signature))
  return known?.[1] ?? (laterZip(bytes) ? 'zip' : textFormat(bytes))
}

const latin = (text: string): readonly number[] => [...text].map((char) => char.charCodeAt(0))
const startsWith = (bytes: Uint8Array, signature: readonly (number | null)[]): boolean =>
  bytes.length >= signature.length && signature.every((byte, i) => byte === null || bytes[i] === byte)

const ANY = null

const SIGNATURES: readonly (readonly [readonly (number | null)[], FileFormat])[] = [
  [latin('PK\x03\x04'), 'zip'],
  [latin('PK\x05\x06'), 'zip'],
  [latin('%PDF'), 'pdf'],
  [latin('{\\rtf'), 'document'],
  [latin('\x89PNG'), 'picture'],
  [latin('\xff\xd8\xff'), 'picture'],
  [latin('GIF8'), 'picture'],
  [[...latin('BM'), ANY, ANY, ANY, ANY, 0, 0, 0, 0], 'picture'],
  [latin('II*\0'), 'picture'],
  [latin('MM\0*'), 'picture'],
  [[...latin('RIFF'), ANY, ANY, ANY, ANY, ...latin('WEBP')], 'picture'],
  [[0, 0, 0, ANY, ...latin('ftyphei')], 'picture'],
  [[0, 0, 0, ANY, ...latin('ftypmif')], 'picture'],
  [latin('Rar!'), 'archive'],
  [latin('7z\xbc\xaf'), 'archive'],
  [latin('\x1f\x8b'), 'archive'],
  // records of BIFF 2 to 5, which had no container or went without
  [latin('\x09\0\x04\0'), 'xls'],
  [latin('\x09\x02\x06\0'), 'xls'],
  [latin('\x09\x04\x06\0'), 'xls'],
  [latin('\x09\x08\x08\0'), 'xls'],
  // what an office's own software enciphered, under the name that it had
  [latin('%TSD-Header'), 'encrypted'],
  [latin('b\x14#e'), 'encrypted'],
]

/** What may lie before a zip: a program that unpacks itself, or the head of a broken download. */
const laterZip = (bytes: Uint8Array): boolean => startsWith(bytes, latin('MZ')) || latinText(bytes, 64).includes('PK\x03\x04')

const latinText = (bytes: Uint8Array, length: number): string => strFromU8(bytes.subarray(0, length), true)

const LOOKED_AT = 4096

function textFormat(bytes: Uint8Array): FileFormat {
  const head = bytes.subarray(0, LOOKED_AT)
  const wide = utf16Of(head)
  const text = (wide ? decodeBytes(head, wide) : latinText(head, LOOKED_AT))
    .replace(/^(?:\ufeff|\xef\xbb\xbf)/, '')
    .trimStart()
    .toLowerCase()
  if (text === '' && bytes.length <= LOOKED_AT) return 'empty'
  if (text.startsWith('mime-version')) return 'html'
  if (text.startsWith('<')) return markupFormat(text)
  return NOT_IN_TEXT.test(text) ? 'unknown' : 'text'
}

/** Control characters that no text has. */
const NOT_IN_TEXT = /[^\P{Cc}\t\n\v\f\r\u0080-\u009f]/u

/** What begins with a tag, by the words of its beginning. */
const MARKUP: readonly (readonly [string, FileFormat])[] = [
  ['office:spreadsheet', 'xml2003'],
  ['opendocument.spreadsheet', 'ods'],
  ['<office:document', 'document'],
  ['<?mso-application progid="word', 'document'],
  ['<svg', 'picture'],
  ['<html', 'html'],
  ['<table', 'html'],
  ['<!doctype html', 'html'],
  ['<meta', 'html'],
  ['<style', 'html'],
]

const markupFormat = (text: string): FileFormat => MARKUP.find(([words]) => text.includes(words))?.[1] ?? 'text'
