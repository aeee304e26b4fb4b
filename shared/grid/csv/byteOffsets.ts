import { fitsEncoding } from '../format/decodeBytes.ts'
import { BYTE_ORDER_MARKS, type CsvEncoding } from './csvEncoding.ts'
import type { CsvFile } from './readCsv.ts'

/** Where the characters of a text lie in its file. Asked from the front to the back; undefined where bytes mean nothing. */
export function byteOffsets({ bytes, encoding, mark, text }: CsvFile): ((index: number) => number) | undefined {
  if (!fitsEncoding(bytes, encoding)) return undefined
  let at = mark ? (BYTE_ORDER_MARKS[encoding]?.length ?? 0) : 0
  let units = 0
  return (index) => {
    while (units < index) {
      at += LENGTHS[encoding](bytes, at)
      units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1
    }
    return at
  }
}

/** How many bytes a character takes, by how it begins. */
const LENGTHS: Readonly<Record<CsvEncoding, (bytes: Uint8Array, at: number) => number>> = {
  'utf-8': (bytes, at) => utf8Length(bytes[at] ?? 0),
  'utf-16le': (bytes, at) => utf16Length(bytes[at + 1] ?? 0),
  'utf-16be': (bytes, at) => utf16Length(bytes[at] ?? 0),
  gbk: gbLength,
  gb18030: gbLength,
}

const utf8Length = (lead: number): number => (lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4)
const utf16Length = (high: number): number => (high >= 0xd8 && high < 0xdc ? 4 : 2)
function gbLength(bytes: Uint8Array, at: number): number {
  const [lead = 0, trail = 0] = [bytes[at], bytes[at + 1]]
  if (lead <= 0x80) return 1
  return trail >= 0x30 && trail <= 0x39 ? 4 : 2
}
