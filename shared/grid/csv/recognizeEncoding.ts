import { decodeBytes, fitsEncoding } from '../format/decodeBytes.ts'
import { utf16Of } from '../format/utf16Of.ts'
import { type CsvEncoding, hasMark } from './csvEncoding.ts'

/** A way to read a text, and how well it fits. */
export interface EncodingCandidate {
  readonly encoding: CsvEncoding
  /** The beginning of the text as it reads then, for a person to choose by. */
  readonly sample: string
}

/** The encoding, or the ways that are left to choose from (never an empty list). */
export type RecognizedEncoding = { readonly encoding: CsvEncoding } | { readonly candidates: readonly EncodingCandidate[] }

/**
 * Tells the encoding of a text by its bytes.
 *
 * | bytes | |
 * | --- | --- |
 * | a byte order mark | what it says |
 * | UTF-16 without one | `utf16Of` |
 * | only ASCII | utf-8 |
 * | UTF-8 throughout | utf-8; in doubt where all of it are pairs that are common Chinese in GBK as well (目录) |
 * | GB 18030 throughout | gbk or, with characters of four bytes, gb18030; in doubt where most of its characters are rare ones |
 * | neither | in doubt |
 */
export function recognizeEncoding(bytes: Uint8Array): RecognizedEncoding {
  if (hasMark(bytes, 'utf-8')) return { encoding: 'utf-8' }
  if (hasMark(bytes, 'gb18030')) return { encoding: 'gb18030' }
  const wide = utf16Of(bytes)
  if (wide) return { encoding: wide }
  const found = countCharacters(bytes)
  const chinese = found.fourBytes > 0 ? 'gb18030' : 'gbk'
  if (fitsEncoding(bytes, 'utf-8')) {
    const doubtful =
      found.pairs > 0 && found.common === found.pairs && found.fourBytes === 0 && fitsEncoding(bytes, 'gbk') && !hasLong(bytes)
    return doubtful ? inDoubt(bytes, ['gbk', 'utf-8']) : { encoding: 'utf-8' }
  }
  if (fitsEncoding(bytes, 'gb18030')) {
    const usual = found.common >= found.pairs * MOSTLY && found.fourBytes <= found.pairs
    return usual ? { encoding: chinese } : inDoubt(bytes, mostlyUtf8(bytes) ? ['utf-8', chinese] : [chinese, 'utf-8'])
  }
  return inDoubt(bytes, mostlyUtf8(bytes) ? ['utf-8', chinese] : [chinese, 'utf-8'])
}

/** So much of a Chinese text at least is made of the 6,763 characters and the signs of GB 2312. */
const MOSTLY = 0.7
const SAMPLE = 120

const inDoubt = (bytes: Uint8Array, encodings: readonly CsvEncoding[]): RecognizedEncoding => ({
  candidates: encodings.map((encoding) => ({ encoding, sample: sampleOf(bytes, encoding) })),
})

/** The text from its first character on that is not ASCII: there the ways differ. */
function sampleOf(bytes: Uint8Array, encoding: CsvEncoding): string {
  const first = bytes.findIndex((byte) => byte >= 0x80)
  const line = bytes.lastIndexOf(0x0a, Math.max(0, first)) + 1
  return [...decodeBytes(bytes.subarray(line, line + SAMPLE * 4), encoding)].slice(0, SAMPLE).join('')
}

/** Whether a text has characters that take three bytes or four in UTF-8, as Chinese does. */
const hasLong = (bytes: Uint8Array): boolean => bytes.some((byte) => byte >= 0xe0)

/** Whether the bytes beyond ASCII are UTF-8 but for a few: a text that was cut, or to which something else was pasted. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = decodeBytes(bytes, 'utf-8')
  let [whole, broken] = [0, 0]
  for (const character of text) {
    if (character === '\uFFFD') broken++
    else if (character > '\u07FF') whole++
  }
  return whole > broken
}

/** Characters of two and of four bytes if the text is GB 18030; `common` are those of two that GB 2312 has. */
function countCharacters(bytes: Uint8Array): { readonly pairs: number; readonly common: number; readonly fourBytes: number } {
  let [pairs, common, fourBytes] = [0, 0, 0]
  for (let at = 0; at < bytes.length; ) {
    const [lead = 0, trail = 0] = [bytes[at], bytes[at + 1]]
    if (lead < 0x81) {
      at++
    } else if (trail >= 0x30 && trail <= 0x39) {
      fourBytes++
      at += 4
    } else {
      pairs++
      if (trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xf7) || (lead >= 0xa1 && lead <= 0xa9))) common++
      at += 2
    }
  }
  return { pairs, common, fourBytes }
}
