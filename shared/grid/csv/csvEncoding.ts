/**
 * How the characters of a text file are stored. `gbk` is what Chinese Windows calls ANSI: two bytes at most; `gb18030` is the
 * same with characters of four bytes, which programs that read ANSI do not know.
 */
export type CsvEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gbk' | 'gb18030'

/** The bytes of U+FEFF, by which a file says its encoding. */
export const BYTE_ORDER_MARKS: Readonly<Partial<Record<CsvEncoding, readonly number[]>>> = {
  'utf-8': [0xef, 0xbb, 0xbf],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
  gb18030: [0x84, 0x31, 0x95, 0x33],
}

export const hasMark = (bytes: Uint8Array, encoding: CsvEncoding): boolean =>
  BYTE_ORDER_MARKS[encoding]?.every((byte, at) => bytes[at] === byte) ?? false
