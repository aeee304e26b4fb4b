import { fail, ok, type Result } from '../base/result.ts'
import { address } from './a1.ts'
import type { CellValue, Grid } from './grid.ts'

/** Why a file cannot be read as a workbook. */
export type XlsxFault =
  /** Not an .xlsx at all: another format (.xls, .wps, a picture), damaged, or locked by a password. */
  { readonly tag: 'unreadable'; readonly reason: 'notXlsx' | 'encrypted' | 'damaged' } | { readonly tag: 'noSheet' }

/** The reader of the file format: ExcelJS's Workbook, brought by the caller, as far as it is used here. */
export interface XlsxWorkbook {
  readonly xlsx: { load(bytes: ArrayBuffer, options?: { readonly ignoreNodes?: string[] }): Promise<unknown> }
  readonly properties?: { readonly date1904?: boolean } | undefined
  readonly worksheets: readonly XlsxSheet[]
}

/** A worksheet of it. */
export interface XlsxSheet {
  readonly name: string
  readonly model: unknown
  eachRow(options: { includeEmpty: boolean }, callback: (row: XlsxRow, number: number) => void): void
}

/** A row of it, with the cells that it has. */
export interface XlsxRow {
  readonly hidden: boolean
  eachCell(options: { includeEmpty: boolean }, callback: (cell: XlsxCell, column: number) => void): void
}

/** A cell of it; of a merged area every cell names the first as its master. */
export interface XlsxCell {
  readonly value: unknown
  readonly result?: unknown
  readonly formula?: string | undefined
  readonly numFmt?: string | undefined
  readonly isMerged: boolean
  readonly address: string
  readonly master: { readonly address: string }
}

/** Beyond these a sheet's used range is formatting, not data. */
const MAX_COLUMNS = 512

/**
 * The sheets of an .xlsx file as grids, in the file's order. Formulas give their last result (0 and false too), rich
 * text its words, dates their serial numbers, errors their text. Never throws on bad bytes.
 */
export async function readXlsx(bytes: Uint8Array, newWorkbook: () => XlsxWorkbook): Promise<Result<readonly Grid[], XlsxFault>> {
  if (bytes.length < 4 || bytes[0] !== 0x50 || bytes[1] !== 0x4b) {
    const encrypted = bytes[0] === 0xd0 && bytes[1] === 0xcf && includesName(bytes, 'EncryptedPackage')
    return fail({ tag: 'unreadable', reason: encrypted ? 'encrypted' : 'notXlsx' })
  }
  const workbook = newWorkbook()
  try {
    // A copy: the reader takes a whole buffer, and these bytes may be a part of one.
    await workbook.xlsx.load(new Uint8Array(bytes).buffer, { ignoreNodes: ['dataValidations', 'conditionalFormatting'] })
  } catch {
    return fail({ tag: 'unreadable', reason: 'damaged' })
  }
  const date1904 = workbook.properties?.date1904 === true
  const grids = workbook.worksheets.map((sheet) => gridOf(sheet, date1904))
  return grids.length === 0 ? fail({ tag: 'noSheet' }) : ok(grids)
}

function gridOf(sheet: XlsxSheet, date1904: boolean): Grid {
  const cells: CellValue[][] = []
  const formats: Record<string, string> = {}
  const formulas: Record<string, string> = {}
  const hiddenRows: number[] = []
  sheet.eachRow({ includeEmpty: false }, (row, number) => {
    while (cells.length < number) cells.push([])
    if (row.hidden) hiddenRows.push(number)
    const values: CellValue[] = []
    row.eachCell({ includeEmpty: false }, (cell, column) => {
      if (column > MAX_COLUMNS) return
      // ExcelJS repeats the value of a merged area in each of its cells; in Excel only the first has it.
      const slave = cell.isMerged && cell.master.address !== cell.address
      const value = slave ? null : plainValue(cell.formula ? cell.result : cell.value, date1904)
      if (value === null) return
      while (values.length < column) values.push(null)
      values[column - 1] = value
      const at = address(number, column)
      const format = cell.numFmt
      if (format && format !== 'General') formats[at] = format
      if (cell.formula) formulas[at] = `=${cell.formula}`
    })
    cells[number - 1] = values
  })
  const merges = mergesOf(sheet.model)
  return { sheetName: sheet.name, cells, texts: {}, formats, merges, formulas, hiddenRows, date1904 }
}

/** ExcelJS has the merged areas in a model that it does not type. */
function mergesOf(model: unknown): readonly string[] {
  if (typeof model !== 'object' || model === null || !('merges' in model) || !Array.isArray(model.merges)) return []
  return model.merges.filter((merge): merge is string => typeof merge === 'string')
}

/** ExcelJS gives values in a dozen shapes; `cell.value` loses results of 0 and false, so formulas are asked for `result`. */
function plainValue(value: unknown, date1904: boolean): CellValue {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (value instanceof Date) return serialOf(value, date1904)
  if (typeof value !== 'object') return null
  if ('richText' in value && Array.isArray(value.richText))
    return value.richText.map((run: { text?: unknown }) => String(run.text ?? '')).join('')
  if ('error' in value) return String(value.error)
  if ('result' in value) return plainValue(value.result, date1904)
  if ('text' in value) return plainValue(value.text, date1904)
  return null
}

const DAY = 86_400_000

/** Excel's serial number of a date that ExcelJS made of one; five decimals are exact to the second. */
function serialOf(date: Date, date1904: boolean): number | null {
  const time = date.getTime()
  if (Number.isNaN(time)) return null
  const serial = time / DAY + (date1904 ? 24_107 : 25_569)
  return Math.round(serial * 100_000) / 100_000
}

/** The name of a stream in a compound file (UTF-16, in its directory). */
function includesName(bytes: Uint8Array, name: string): boolean {
  const wanted = [...name].flatMap((char) => [char.charCodeAt(0), 0])
  const end = Math.min(bytes.length - wanted.length, 1 << 20)
  for (let at = 0; at <= end; at++) {
    if (bytes[at] !== wanted[0]) continue
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true
  }
  return false
}
