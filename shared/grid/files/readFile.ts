import { fail, ok, type Result } from '../../base/result.ts'
import { type CsvChoice, type CsvFile, gridOfCsv, readCsv } from '../csv/readCsv.ts'
import type { NoSheetFormat, SheetFormat } from '../format/formats.ts'
import type { Grid } from '../grid.ts'
import { LIMITS } from '../xlsx/limits.ts'
import { readXlsx } from '../xlsx/readXlsx.ts'
import type { FileFault } from './fileFault.ts'
import { readOpenDocument } from './openDocument.ts'
import { readOtherBook } from './readOtherBook.ts'
import { readPage } from './readPage.ts'

/** A file that could be read: what it is by its content, and its sheets in its own order. */
export interface ReadFile {
  /** Only an .xlsx and a text are ever saved in place. */
  readonly format: 'xlsx' | SheetFormat
  readonly grids: readonly Grid[]
  /** Of a text: what saving it as it was needs (`writeCsv`). */
  readonly csv?: CsvFile
}

/**
 * The sheets of a file of any format that holds some, told by its content; its name only names them. Never throws on bad
 * bytes. Where a text's encoding is in doubt the fault has the candidates: ask, and read again with the choice.
 */
export async function readFile(bytes: Uint8Array, name: string, choice: CsvChoice = {}): Promise<Result<ReadFile, FileFault>> {
  if (bytes.length > LIMITS.file) return fail({ tag: 'tooLarge', what: 'file' })
  const xlsx = readXlsx(bytes)
  if (xlsx.ok) return named('xlsx', name, xlsx)
  const { fault } = xlsx
  if (fault.tag !== 'otherFormat') return fail(fault)
  switch (fault.format) {
    case 'text':
      return readText(bytes, name, choice)
    case 'html':
    case 'xml2003':
      return named(fault.format, name, await readPage(bytes, fault.format))
    case 'ods':
      return named('ods', name, await readOpenDocument(bytes))
    case 'xlsb':
    case 'xls':
      return named(fault.format, name, await readOtherBook(bytes))
    default:
      return otherFormat(fault.format)
  }
}

const otherFormat = (format: NoSheetFormat): Result<never, FileFault> => fail({ tag: 'otherFormat', format })

function named(format: ReadFile['format'], name: string, read: Result<readonly Grid[], FileFault>): Result<ReadFile, FileFault> {
  return read.ok ? ok({ format, grids: read.value.map((grid) => ({ ...grid, fileName: name })) }) : read
}

function readText(bytes: Uint8Array, name: string, choice: CsvChoice): Result<ReadFile, FileFault> {
  const csv = readCsv(bytes, choice)
  if (!csv.ok) return csv
  const grid = gridOfCsv(csv.value, stemOf(name))
  return ok({ format: 'text', grids: [{ ...grid, fileName: name }], csv: csv.value })
}

/** Excel calls the one sheet of a text by the file's name, without its ending and any folder. */
const stemOf = (name: string): string => name.replace(/^.*[\\/]/, '').replace(/\.[^.]+$/, '') || 'Sheet1'
