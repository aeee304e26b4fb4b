import { fail, ok, type Result } from '../../base/result.ts'
import { csvValue } from '../csv/csvValue.ts'
import { decodeBytes, fitsEncoding, isEncoding } from '../format/decodeBytes.ts'
import { utf16Of } from '../format/utf16Of.ts'
import type { Grid } from '../grid.ts'
import type { FileFault } from './fileFault.ts'
import { readOtherBook } from './readOtherBook.ts'

/** The tables of a web page, or the sheets of Excel 2003's XML: text with an encoding that it mostly names itself. */
export async function readPage(bytes: Uint8Array, kind: 'html' | 'xml2003'): Promise<Result<readonly Grid[], FileFault>> {
  const text = pageText(bytes)
  if (kind === 'html' && !TABLE.test(text)) return fail({ tag: 'noSheet' })
  const read = await readOtherBook(text, true)
  if (!read.ok || kind === 'xml2003') return read
  return ok(read.value.map(withNumbers))
}

/** A page of one file (.mht) may have it in code. */
const TABLE = /<table[\s>]|^\s*MIME-Version:/i

/** <meta charset="gb2312">, content="text/html; charset=gb2312", <?xml encoding="GBK"?> */
const NAMED = /(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)/i

function pageText(bytes: Uint8Array): string {
  const named = NAMED.exec(decodeBytes(bytes.subarray(0, 4096), 'windows-1252'))?.[1]
  const encoding = utf16Of(bytes) ?? (named && isEncoding(named) ? named : fitsEncoding(bytes, 'utf-8') ? 'utf-8' : 'gb18030')
  return decodeBytes(bytes, encoding).replace(/^\uFEFF/, '')
}

/** A page has no types either: what is a plain number in a text with separators is one here. */
const withNumbers = (grid: Grid): Grid => ({
  ...grid,
  cells: grid.cells.map((row) => row.map((value) => (typeof value === 'string' ? csvValue(value.trim()).value : value))),
})
