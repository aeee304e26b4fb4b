import { fail, ok, type Result } from '../../base/result.ts'
import { decodeBytes } from '../format/decodeBytes.ts'

/** A character that an encoding has no bytes for. */
export interface NotEncodable {
  readonly tag: 'notEncodable'
  readonly character: string
}

/**
 * Text to GB 18030. No engine encodes it, every engine decodes it: the table is what the decoder says of each code, so that
 * what is written reads again as it was, whichever edition of the standard the engine has.
 */
export function gbBytes(text: string, encoding: 'gbk' | 'gb18030'): Result<Uint8Array, NotEncodable> {
  const table = tableOnce()
  const bytes: number[] = []
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0
    if (point < 0x80) bytes.push(point)
    // Windows has the euro sign as one byte
    else if (point === EURO && encoding === 'gbk') bytes.push(0x80)
    else {
      const code = point > 0xffff ? AFTER_BMP + point - 0x10000 + FOUR_BYTES : (table[point] ?? 0)
      if (code === 0 || (code >= FOUR_BYTES && encoding === 'gbk')) return fail({ tag: 'notEncodable', character })
      if (code < FOUR_BYTES) bytes.push(code >> 8, code & 0xff)
      else bytes.push(...fourBytes(code - FOUR_BYTES))
    }
  }
  return ok(Uint8Array.from(bytes))
}

const EURO = 0x20ac
/** Codes from here on are places in the four-byte part, those below are two bytes. */
const FOUR_BYTES = 0x10000
/** Places 0 to 39,419 are characters of the basic plane, those from here on follow from the code point. */
const [BMP_PLACES, AFTER_BMP] = [39_420, 189_000]

/** The four bytes of a place: digits of base 126, 10 and 126 by turns. */
const fourBytes = (place: number): readonly [number, number, number, number] => [
  0x81 + Math.floor(place / 12_600),
  0x30 + (Math.floor(place / 1260) % 10),
  0x81 + (Math.floor(place / 10) % 126),
  0x30 + (place % 10),
]

let table: Uint32Array | undefined
function tableOnce(): Uint32Array {
  table ??= makeTable()
  return table
}

/** The code of each character of the basic plane, 0 where there is none; of two codes for a character the shorter, then the first. */
function makeTable(): Uint32Array {
  const codes = new Uint32Array(0x10000)
  const pairs: number[] = []
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) pairs.push((lead << 8) | trail)
  }
  fill(codes, pairs, (pair) => [pair >> 8, pair & 0xff])
  const places = Array.from({ length: BMP_PLACES }, (_, place) => place + FOUR_BYTES)
  fill(codes, places, (code) => fourBytes(code - FOUR_BYTES))
  return codes
}

/** Decodes all codes in one go, a line each: a line that is one character is what its code means. */
function fill(codes: Uint32Array, wanted: readonly number[], bytesOf: (code: number) => readonly number[]): void {
  const lines = decodeBytes(Uint8Array.from(wanted.flatMap((code) => [...bytesOf(code), 0x0a])), 'gb18030').split('\n')
  wanted.forEach((code, index) => {
    const line = lines[index] ?? ''
    const unit = line.charCodeAt(0)
    if (line.length === 1 && unit !== 0xfffd && codes[unit] === 0) codes[unit] = code
  })
}
