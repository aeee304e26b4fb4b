import { decodeBytes, isEncoding } from '../format/decodeBytes.ts'

/** SheetJS, loaded where a file wants it: a quarter of a megabyte that most people never need. */
export type SheetLibrary = Pick<typeof import('@e965/xlsx'), 'read' | 'set_cptable'>

export async function loadSheetLibrary(): Promise<SheetLibrary> {
  const library = await import('@e965/xlsx')
  library.set_cptable({ utils: { decode: decodeCodePage, encode: notWritten } })
  return library
}

/** Names of Windows's code pages, as far as TextDecoder has them under another name than windows-NUMBER. */
const CODE_PAGES: ReadonlyMap<number, string> = new Map([
  [932, 'shift_jis'],
  [936, 'gb18030'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [1200, 'utf-16le'],
  [1201, 'utf-16be'],
  [10000, 'macintosh'],
  [28591, 'windows-1252'],
  [54936, 'gb18030'],
  [65001, 'utf-8'],
])

/** A page that nobody knows is read as Windows's western one, so that digits and signs at least are right. */
function encodingOf(codePage: number): string {
  const name = CODE_PAGES.get(codePage) ?? `windows-${codePage}`
  return isEncoding(name) ? name : 'windows-1252'
}

/**
 * What the library asks of a table of code pages. Workbooks of Excel 5 and 95 have their texts in the code page of the machine
 * (936 in China). Later ones have Unicode whatever page they name: of them the library asks a unit at a time, as a list of two.
 */
function decodeCodePage(codePage: number, data: string | readonly number[] | Uint8Array): string {
  if (isList(data) && data.length === 2) return String.fromCharCode((data[0] ?? 0) | ((data[1] ?? 0) << 8))
  const bytes = typeof data === 'string' ? [...data].map((char) => char.charCodeAt(0)) : data
  return decodeBytes(Uint8Array.from(bytes), encodingOf(codePage))
}

const isList = (data: unknown): data is readonly number[] => Array.isArray(data)

const notWritten = (): never => {
  throw new Error('nothing is written by this library')
}
