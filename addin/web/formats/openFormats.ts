import { fail, ok, type Result } from '../../../shared/base/result.ts'
import type { CsvEncoding } from '../../../shared/grid/csv/csvEncoding.ts'
import type { CsvChoice } from '../../../shared/grid/csv/readCsv.ts'
import { type CsvNotWritten, writeCsv } from '../../../shared/grid/csv/writeCsv.ts'
import type { FileFault } from '../../../shared/grid/files/fileFault.ts'
import { type ReadFile, readFile } from '../../../shared/grid/files/readFile.ts'
import { openWorkbook } from '../../../shared/grid/xlsx/openWorkbook.ts'
import type { Book } from '../../book/book.ts'
import { openBook } from '../../book/file/openBook.ts'
import { saveBook } from '../../book/save/saveBook.ts'
import type { BookContent } from '../../book/sheetContent.ts'
import { contentOfGrids } from './contentOfGrids.ts'
import { textChanges } from './textChanges.ts'

/**
 * What a file is to the page: an .xlsx and a text with separators are saved as what they are; of any other the sheets are
 * read, and saved as a new .xlsx beside it.
 */
export type FileKind = 'xlsx' | 'text' | 'other'

/** A file that could be read. */
export interface OpenedFormat {
  readonly kind: FileKind
  /** Of a text; what is no text has none, and counts as UTF-8. */
  readonly encoding: CsvEncoding
  readonly content: BookContent
  /** What of it saving breaks, in words. */
  readonly lost: readonly string[]
  /** The workbook made of it as the bytes of a file, of the same kind, or of an .xlsx where the kind is another. */
  save(book: Book): Promise<Result<Uint8Array, CsvNotWritten>>
}

/** Opens a file of any format that holds sheets; `choice` settles what a text leaves in doubt. Bad bytes are a fault. */
export async function openFormats(bytes: Uint8Array, name: string, choice: CsvChoice): Promise<Result<OpenedFormat, FileFault>> {
  if (openWorkbook(bytes).ok) return openXlsx(bytes)
  const read = await readFile(bytes, name, choice)
  if (!read.ok) return read
  const { grids, csv } = read.value
  const content = contentOfGrids(grids)
  if (csv === undefined) return ok({ kind: 'other', encoding: 'utf-8', content, lost: [], save: async (book) => ok(await saveBook(book)) })
  return ok({ kind: 'text', encoding: csv.encoding, content, lost: [], save: async (book) => saveText(read.value, csv, book) })
}

/** Its parts are there; that one of them is torn shows while it is read. */
async function openXlsx(bytes: Uint8Array): Promise<Result<OpenedFormat, FileFault>> {
  try {
    const { content, lost } = await openBook(bytes)
    return ok({ kind: 'xlsx', encoding: 'utf-8', content, lost, save: async (book) => ok(await saveBook(book)) })
  } catch (error) {
    console.error(error)
    return fail({ tag: 'damaged', part: '' })
  }
}

function saveText(
  { grids: [grid] }: ReadFile,
  csv: NonNullable<ReadFile['csv']>,
  { sheets: [sheet] }: Book,
): Result<Uint8Array, CsvNotWritten> {
  return grid && sheet ? writeCsv(csv, textChanges(grid, sheet)) : ok(csv.bytes)
}
