import type { Area } from '../../../shared/grid/a1.ts'
import type { Book } from '../../book/book.ts'
import { refilter, setCriteria } from '../../book/change/filterRows.ts'
import { changeTable } from '../../book/change/tableColumns.ts'
import { addTable, dissolveTable, resizeTable, tablesOf } from '../../book/change/tables.ts'
import type { Sheet } from '../../book/sheet.ts'
import { bodyOf, type Table, type TableStyle } from '../../book/table.ts'
import { invalidArgument, invalidOperation, itemExists, itemNotFound } from './hostError.ts'
import {
  type Argument,
  guard,
  type HostMethod,
  type HostProperty,
  hostObject,
  hostType,
  rangeObject,
  worksheetObject,
} from './hostObject.ts'
import { resolveReference } from './reference.ts'

/** A table by its id: what it is now is looked up each time. */
export interface TableTarget {
  readonly sheet: Sheet
  readonly table: number
}

/** Where tables are asked for: on a sheet, or in the whole workbook. */
export interface TablesTarget {
  readonly book: Book
  readonly only?: Sheet
}

/** The table, or ItemNotFound where it is gone. */
export function now({ sheet, table }: TableTarget): Table {
  const found = sheet.content.tables.find(({ id }) => id === table)
  if (!found) throw itemNotFound()
  return found
}

const tableObject = (sheet: Sheet, { id }: Table) => hostObject('Table', { sheet, table: id })

const listOf = ({ book, only }: TablesTarget) => tablesOf(book).filter(({ sheet }) => !only || sheet === only)

function byKey(target: TablesTarget, key: Argument | undefined) {
  const wanted = String(key).toLowerCase()
  const found = listOf(target).find(({ table }) => table.name.toLowerCase() === wanted || String(table.id) === wanted)
  return found ? tableObject(found.sheet, found.table) : null
}

/** What was asked for, or ItemNotFound. */
export const must = <T>(object: T | null | undefined): T => {
  if (!object) throw itemNotFound()
  return object
}

/** Excel.TableCollection */
export const tableCollection = hostType<TablesTarget>({
  items: (target) => listOf(target).map(({ sheet, table }) => tableObject(sheet, table)),
  item: (target, [key]) => must(byKey(target, key)),
  properties: { Count: { get: (target) => listOf(target).length } },
  methods: {
    GetCount: (target) => listOf(target).length,
    GetItemOrNullObject: (target, [key]) => byKey(target, key),
    GetItemAt: (target, [at]) => {
      const { sheet, table } = must(listOf(target)[Number(at)])
      return tableObject(sheet, table)
    },
    Add: ({ book, only }, [address, hasHeaders], session) => {
      const { sheet, area } = resolveReference(book, only ?? book.active, address)
      guard(sheet)
      const made = addTable(book, sheet, sheet.extent(area), hasHeaders !== false)
      if (typeof made === 'string') throw invalidOperation()
      session.wrote(sheet, made.area)
      return tableObject(sheet, made)
    },
  },
})

/** A name Excel takes for a table. */
function tableName(book: Book, value: Argument, own: TableTarget): string {
  if (typeof value !== 'string' || !/^[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}$/u.test(value) || /^[A-Z]{1,3}\d+$/i.test(value))
    throw invalidArgument()
  const other = tablesOf(book).find(({ table }) => table.name.toLowerCase() === value.toLowerCase())
  if (other && other.table.id !== own.table) throw itemExists()
  return value
}

const flag = (key: keyof Omit<TableStyle, 'name'>): HostProperty<TableTarget> => ({
  get: (target) => now(target).style[key],
  set: (target, value, { book }) => restyle(target, { [key]: value === true }, book),
})

function restyle(target: TableTarget, change: Partial<TableStyle>, book: Book): void {
  guard(target.sheet)
  changeTable(target.sheet, target.table, { style: { ...now(target).style, ...change } })
  book.redraw()
}

const part =
  (areaOf: (table: Table) => Area | undefined): HostMethod<TableTarget> =>
  (target) => {
    const area = areaOf(now(target))
    if (!area) throw itemNotFound()
    return rangeObject(target.sheet, area)
  }

/** The row of headings. */
export const headerOf = ({ area, hasHeader }: Table): Area | undefined => (hasHeader ? { ...area, bottom: area.top } : undefined)
/** The row of totals. */
export const totalsOf = ({ area, hasTotals }: Table): Area | undefined => (hasTotals ? { ...area, top: area.bottom } : undefined)

/** Excel.Table */
export const table = hostType<TableTarget>({
  identity: (target) => ({ Id: String(target.table) }),
  properties: {
    Id: { get: (target) => String(target.table) },
    LegacyId: { get: (target) => String(target.table) },
    Name: {
      get: (target) => now(target).name,
      set: (target, value, { book }) => changeTable(target.sheet, target.table, { name: tableName(book, value, target) }),
    },
    ShowHeaders: { get: (target) => now(target).hasHeader },
    ShowTotals: { get: (target) => now(target).hasTotals },
    ShowFilterButton: {
      get: (target) => now(target).hasFilter,
      set: (target, value, { book }) => {
        guard(target.sheet)
        setCriteria(target, new Map())
        changeTable(target.sheet, target.table, { hasFilter: value === true })
        book.redraw()
      },
    },
    ShowBandedRows: flag('bandedRows'),
    ShowBandedColumns: flag('bandedColumns'),
    HighlightFirstColumn: flag('firstColumn'),
    HighlightLastColumn: flag('lastColumn'),
    Style: {
      get: (target) => now(target).style.name,
      set: (target, value, { book }) => restyle(target, { name: String(value) }, book),
    },
  },
  children: {
    Worksheet: ({ sheet }) => worksheetObject(sheet),
    Columns: (target) => hostObject('TableColumnCollection', target),
    Rows: (target) => hostObject('TableRowCollection', target),
    AutoFilter: (target) => hostObject('AutoFilter', target),
  },
  methods: {
    GetRange: part(({ area }) => area),
    GetHeaderRowRange: part(headerOf),
    GetDataBodyRange: part(bodyOf),
    GetTotalRowRange: part(totalsOf),
    Resize: (target, [range], { book }) => {
      guard(target.sheet)
      const { sheet, area } = resolveReference(book, target.sheet, range)
      if (sheet !== target.sheet) throw invalidArgument()
      if (resizeTable(sheet, now(target), area)) throw invalidArgument()
      book.settle()
    },
    ClearFilters: (target, _, { book }) => {
      setCriteria(target, new Map())
      book.redraw()
    },
    ReapplyFilters: (target, _, { book }) => {
      refilter(target)
      book.redraw()
    },
    ConvertToRange: (target, _, { book }) => {
      guard(target.sheet)
      const { area } = now(target)
      dissolveTable(target.sheet, now(target))
      book.redraw()
      return rangeObject(target.sheet, area)
    },
    Delete: (target, _, session) => {
      guard(target.sheet)
      const { area } = now(target)
      dissolveTable(target.sheet, now(target))
      target.sheet.clear(area, 'All')
      session.wrote(target.sheet, area)
    },
  },
})
