import { fail, ok, type Result } from '../base/result.ts'
import { type Area, address, areaReference, parseArea } from './a1.ts'
import type { CellValue, Grid } from './grid.ts'
import { mergedAreas } from './mergedAreas.ts'

/** Why a file cannot be read as a workbook. */
export type XlsxFault =
  /** Not an .xlsx at all: another format (.xls, .wps, a picture), damaged, or locked by a password. */
  { readonly tag: 'unreadable'; readonly reason: 'notXlsx' | 'encrypted' | 'damaged' } | { readonly tag: 'noSheet' }

/** The reader of the file format: ExcelJS's Workbook, brought by the caller, as far as it is used here. */
export interface XlsxWorkbook {
  readonly xlsx: { load(bytes: ArrayBuffer, options?: { readonly ignoreNodes?: string[] }): Promise<unknown> }
  readonly properties?: { readonly date1904?: boolean } | undefined
  readonly definedNames: object
  readonly worksheets: readonly XlsxSheet[]
}

/** A worksheet of it. */
export interface XlsxSheet {
  /** Of the file (`sheetId`). */
  readonly id: number
  readonly name: string
  /** The number of the last row that the file has. */
  readonly rowCount: number
  eachRow(options: { includeEmpty: boolean }, callback: (row: XlsxRow, number: number) => void): void
}

/** A row of it, with the cells that it has. */
export interface XlsxRow {
  readonly hidden: boolean
  eachCell(options: { includeEmpty: boolean }, callback: (cell: XlsxCell, column: number) => void): void
}

/** A cell of it. */
export interface XlsxCell {
  readonly value: unknown
  readonly result?: unknown
  readonly formula?: string | undefined
  readonly numFmt?: string | undefined
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
  // Names are not read: of one over whole columns ExcelJS would make a million cells.
  Object.defineProperty(workbook.definedNames, 'model', { set: () => undefined })
  let merged: ReadonlyMap<number, readonly string[]>
  try {
    // A copy: the reader takes a whole buffer, and these bytes may be a part of one.
    await workbook.xlsx.load(new Uint8Array(bytes).buffer, { ignoreNodes: ['dataValidations', 'conditionalFormatting', 'mergeCells'] })
    merged = mergedAreas(bytes)
  } catch {
    return fail({ tag: 'unreadable', reason: 'damaged' })
  }
  const date1904 = workbook.properties?.date1904 === true
  const grids = workbook.worksheets.map((sheet) => gridOf(sheet, merged.get(sheet.id) ?? [], date1904))
  return grids.length === 0 ? fail({ tag: 'noSheet' }) : ok(grids)
}

function gridOf(sheet: XlsxSheet, merged: readonly string[], date1904: boolean): Grid {
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
      const value = plainValue(cell.formula ? cell.result : cell.value, date1904)
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
  const areas = merged.flatMap((reference) => usedPart(parseArea(reference), sheet.rowCount) ?? [])
  for (const [row, column] of areas.flatMap((area) => hiddenCells(area, cells))) {
    const at = address(row, column)
    const values = cells[row - 1]
    if (values) values[column - 1] = null
    delete formats[at]
    delete formulas[at]
  }
  return { sheetName: sheet.name, cells, texts: {}, formats, merges: areas.map(areaReference), formulas, hiddenRows, date1904 }
}

/** Whole columns are merged as well as a title: the rows of an area that the sheet has, undefined where it has none of them. */
const usedPart = (area: Area | undefined, rows: number): Area | undefined =>
  area && area.top <= rows ? { ...area, bottom: Math.min(area.bottom, rows) } : undefined

/** The cells of an area that hold what Excel does not show: only its first cell is shown. */
function hiddenCells(area: Area, cells: readonly (readonly CellValue[])[]): readonly (readonly [row: number, column: number])[] {
  const hidden: [number, number][] = []
  for (let row = area.top; row <= area.bottom; row++) {
    const values = cells[row - 1] ?? []
    for (let column = area.left; column <= Math.min(area.right, values.length); column++) {
      if ((row > area.top || column > area.left) && values[column - 1] != null) hidden.push([row, column])
    }
  }
  return hidden
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
