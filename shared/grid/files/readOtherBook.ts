import type { CellObject, ParsingOptions, WorkBook, WorkSheet } from '@e965/xlsx'
import { fail, type Result } from '../../base/result.ts'
import { address, areaReference } from '../a1.ts'
import type { CellValue, Grid } from '../grid.ts'
import { catching } from '../xlsx/catching.ts'
import { LIMITS } from '../xlsx/limits.ts'
import { clearHidden, usedAreas } from '../xlsx/mergedAreas.ts'
import { type FileFault, partFault } from './fileFault.ts'
import { loadSheetLibrary } from './sheetLibrary.ts'

/** What is asked of the library: no styles, no links, no texts made of HTML; dates stay serial numbers. */
const OPTIONS: ParsingOptions = {
  dense: true,
  cellFormula: true,
  cellNF: true,
  cellText: true,
  cellHTML: false,
  cellDates: false,
  sheetStubs: false,
}

/** The sheets of a workbook that is no .xlsx, as grids in the file's order. `raw` keeps what a web page says as texts. */
export async function readOtherBook(content: Uint8Array | string, raw = false): Promise<Result<readonly Grid[], FileFault>> {
  const { read } = await loadSheetLibrary()
  let book: WorkBook
  try {
    // the library hangs what it wants to remember on the bytes that it is given
    const own = typeof content === 'string' ? content : content.subarray()
    book = read(own, { ...OPTIONS, type: typeof content === 'string' ? 'string' : 'array', raw })
  } catch (error) {
    return fail(faultOf(error))
  }
  const date1904 = book.Workbook?.WBProps?.date1904 === true
  const sheets = book.SheetNames.flatMap((sheetName) => {
    const sheet = book.Sheets[sheetName]
    return sheet && isWorksheet(sheet) ? [{ sheetName, sheet }] : []
  })
  if (sheets.length === 0) return fail({ tag: 'noSheet' })
  if (sheets.some(({ sheet }) => placesOf(sheet) > LIMITS.cells)) return fail({ tag: 'tooLarge', what: 'cells' })
  const grids = catching(() => sheets.map(({ sheetName, sheet }) => gridOf(sheet, rowsOf(sheet), { sheetName, date1904 })))
  return grids.ok ? grids : fail(partFault(grids.fault))
}

/** The library says by words alone why it gave up. */
function faultOf(error: unknown): FileFault {
  return error instanceof Error && /password|encrypt/i.test(error.message) ? { tag: 'encrypted' } : { tag: 'damaged', part: '' }
}

const isWorksheet = (sheet: WorkSheet): boolean => sheet['!type'] === undefined || sheet['!type'] === 'sheet'

type Row = readonly (CellObject | undefined)[]

/** Beyond Excel's last row nothing is a row, and going through the list would take for ever. */
const LAST_ROW = 1_048_576

/** Places in rows up to their last value, blank rows among them. */
function placesOf(sheet: WorkSheet): number {
  const rows = sheet['!data'] ?? []
  if (rows.length > LAST_ROW) return Number.POSITIVE_INFINITY
  let places = rows.length
  rows.forEach((row) => {
    places += row.length
  })
  return places
}

/** Rows that the library left out are empty ones; the list of them may have holes. */
const rowsOf = (sheet: WorkSheet): readonly Row[] => Array.from(sheet['!data'] ?? [], (row: Row | undefined) => row ?? [])

function gridOf(sheet: WorkSheet, rows: readonly Row[], about: Pick<Grid, 'sheetName' | 'date1904'>): Grid {
  const formats: Record<string, string> = {}
  const formulas: Record<string, string> = {}
  const cells = rows.map((row, r) =>
    Array.from(row, (cell, c): CellValue => {
      const value = cell ? cellValue(cell) : null
      if (!cell || value === null) return null
      const at = address(r + 1, c + 1)
      if (typeof cell.z === 'string' && cell.z !== 'General') formats[at] = cell.z
      if (cell.f) formulas[at] = `=${cell.f}`
      return value
    }),
  )
  const merges = (sheet['!merges'] ?? []).map(({ s, e }) => areaReference({ top: s.r + 1, left: s.c + 1, bottom: e.r + 1, right: e.c + 1 }))
  // of a spoilt file the list of rows may be billions long: only those that hold something are looked at
  const heights = sheet['!rows'] ?? []
  const hiddenRows = cells.flatMap((_, r) => (heights[r]?.hidden ? [r + 1] : []))
  const areas = usedAreas(merges, cells).filter(({ top, left, bottom, right }) => bottom > top || right > left)
  clearHidden({ cells, formats, formulas, merges, hiddenRows }, areas)
  return { ...about, cells, texts: textsOf(rows, cells), formats, merges: areas.map(areaReference), formulas, hiddenRows }
}

/** What the file shows of numbers, where it is not the number itself. */
function textsOf(rows: readonly Row[], cells: readonly (readonly CellValue[])[]): Grid['texts'] {
  const texts: Record<string, string> = {}
  rows.forEach((row, r) => {
    row.forEach((cell, c) => {
      const value = cells[r]?.[c]
      if (typeof value === 'number' && cell?.w !== undefined && cell.w !== String(value)) texts[address(r + 1, c + 1)] = cell.w
    })
  })
  return texts
}

function cellValue(cell: CellObject): CellValue {
  const { v: value } = cell
  if (cell.t === 'e') return cell.w ?? '#N/A'
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  return typeof value === 'string' || typeof value === 'boolean' ? value : null
}
