import type { Area } from '../../../shared/grid/a1.ts'
import { intersect, rowsOf } from '../area.ts'
import type { Book } from '../book.ts'
import { unmergeArea } from '../merges.ts'
import type { Sheet } from '../sheet.ts'
import { bodyOf, type Table } from '../table.ts'
import { setCriteria } from './filterRows.ts'
import { shiftCells, shiftOf } from './shiftCells.ts'
import { changeTable, nameColumns } from './tableColumns.ts'

/** Why a table cannot be where it is wanted. */
export type TableRefusal = 'overlap' | 'full' | 'small'

const STYLE = { name: 'TableStyleMedium2', bandedRows: true, bandedColumns: false, firstColumn: false, lastColumn: false }

/** All tables of a book, with their sheets. */
export const tablesOf = (book: Book): { readonly sheet: Sheet; readonly table: Table }[] =>
  book.sheets.flatMap((sheet) => sheet.content.tables.map((table) => ({ sheet, table })))

/** Makes a table of an area. Without headings a row of them is put above, as in Excel. */
export function addTable(book: Book, sheet: Sheet, area: Area, hasHeader: boolean): Table | TableRefusal {
  if (isTaken(sheet, area)) return 'overlap'
  if (!hasHeader) {
    const refusal = shiftCells(book, sheet, shiftOf({ ...area, bottom: area.top }, 'insert', 'vertical'), 'addin')
    if (refusal) return refusal === 'full' ? 'full' : 'overlap'
  }
  const whole = hasHeader && rowsOf(area) > 1 ? area : { ...area, bottom: area.bottom + 1 }
  unmergeArea(sheet, whole)
  const all = tablesOf(book)
  const id = Math.max(0, ...all.map(({ table }) => table.id)) + 1
  const table: Table = {
    id,
    name: freeName(book, `表${all.length + 1}`),
    area: whole,
    hasHeader: true,
    hasTotals: false,
    hasFilter: true,
    criteria: new Map(),
    style: STYLE,
    columns: [],
  }
  sheet.content.tables = [...sheet.content.tables, { ...table, columns: nameColumns(sheet, table) }]
  book.settle()
  return table
}

const isTaken = (sheet: Sheet, area: Area, own?: number): boolean =>
  sheet.content.tables.some((table) => table.id !== own && intersect(table.area, area))

function freeName(book: Book, wanted: string): string {
  let number = 1
  let name = wanted
  while (tablesOf(book).some(({ table }) => table.name.toLowerCase() === name.toLowerCase())) name = `表${++number}`
  return name
}

/** Gives a table another area on its sheet; its headings stay in their row. */
export function resizeTable(sheet: Sheet, table: Table, area: Area): TableRefusal | undefined {
  if (isTaken(sheet, area, table.id)) return 'overlap'
  if (area.top !== table.area.top || !intersect(area, table.area) || rowsOf(area) < 2) return 'small'
  const resized = { ...table, area }
  changeTable(sheet, table.id, { area, columns: nameColumns(sheet, resized) })
  return undefined
}

/** The cells stay, the table goes; what it hid is shown. */
export function dissolveTable(sheet: Sheet, table: Table): void {
  setCriteria({ sheet, table: table.id }, new Map())
  sheet.content.tables = sheet.content.tables.filter((one) => one.id !== table.id)
}

/** What a table paints over a cell that says nothing itself. */
export function tablePaint(sheet: Sheet, row: number, column: number): { readonly fill?: string; readonly heading: boolean } | undefined {
  const table = sheet.content.tables.find(
    ({ area }) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right,
  )
  if (!table || table.style.name === '') return undefined
  const body = bodyOf(table)
  if (row < body.top) return { fill: '#4472C4', heading: true }
  if (row > body.bottom) return { heading: false }
  const isBand = (table.style.bandedRows && (row - body.top) % 2 === 0) || (table.style.bandedColumns && (column - body.left) % 2 === 0)
  return isBand ? { fill: '#D9E1F2', heading: false } : { heading: false }
}
