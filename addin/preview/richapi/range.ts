import type { Area } from '../../../shared/grid/a1.ts'
import { bounding, columnsOf, intersect, LAST_COLUMN, LAST_ROW, rowsOf } from '../../book/area.ts'
import { isErrorText, type Scalar } from '../../book/cellValue.ts'
import type { Shift } from '../../book/change/shift.ts'
import { shiftCells, shiftOf } from '../../book/change/shiftCells.ts'
import { isJsonObject, isList, type Json } from '../../book/json.ts'
import { mergeArea, unmergeArea } from '../../book/merges.ts'
import { invalidArgument, invalidOperation, wrongSize } from './hostError.ts'
import {
  type Argument,
  guard,
  type HostMethod,
  type HostProperty,
  hostObject,
  hostType,
  isHostObject,
  type RangeTarget,
  rangeObject,
  type Session,
  worksheetObject,
} from './hostObject.ts'
import { addressOf, inside, resolveReference } from './reference.ts'

/** Excel fails where more merged areas are asked for at once. */
const MOST_MERGED_AREAS = 512

/** One value a cell, by rows. */
function matrix(area: Area, at: (row: number, column: number) => Json): Json[][] {
  return Array.from({ length: rowsOf(area) }, (_, i) => Array.from({ length: columnsOf(area) }, (_, j) => at(area.top + i, area.left + j)))
}

/** What is to be written, one a cell: a single value goes everywhere, an array must have the range's shape. */
function spread(area: Area, value: Argument): readonly (readonly Json[])[] {
  if (isHostObject(value)) throw invalidArgument()
  if (!isList(value)) return matrix(area, () => value)
  if (!value.every(isList)) throw invalidArgument()
  const lines: readonly (readonly Json[])[] = value
  if (lines.length === 1 && lines[0]?.length === 1) return matrix(area, () => lines[0]?.[0] ?? null)
  if (lines.length !== rowsOf(area) || lines.some((line) => line.length !== columnsOf(area))) throw wrongSize()
  return lines
}

function write({ sheet, area }: RangeTarget, value: Argument, session: Session): void {
  guard(sheet)
  const lines = spread(area, value)
  for (const [i, line] of lines.entries()) {
    for (const [j, one] of line.entries()) {
      if (one === null) continue
      const [row, column] = [area.top + i, area.left + j]
      if (typeof one === 'string' && one !== '') sheet.enter(row, column, one, session.year)
      else if (typeof one === 'object') throw invalidArgument()
      else sheet.store(row, column, { kind: 'value', value: one })
    }
  }
  session.wrote(sheet, area)
}

function setNumberFormats({ sheet, area }: RangeTarget, value: Argument): void {
  guard(sheet)
  for (const [i, line] of spread(area, value).entries()) {
    for (const [j, format] of line.entries()) if (format !== null) sheet.setNumberFormat(area.top + i, area.left + j, String(format))
  }
}

/** Whole rows and columns go and come as such, whatever the direction says. */
function shiftRange({ sheet, area }: RangeTarget, shift: Shift, session: Session): void {
  guard(sheet)
  const whole = columnsOf(area) === LAST_COLUMN ? 'vertical' : rowsOf(area) === LAST_ROW ? 'horizontal' : undefined
  const refusal = shiftCells(session.book, sheet, whole ? shiftOf(area, shift.kind, whole) : shift, 'addin')
  if (refusal) throw invalidOperation()
}

/** One answer for all rows of the range, null where they differ. */
function hiddenRows({ sheet, area }: RangeTarget): boolean | null {
  const first = sheet.rowHidden(area.top)
  const last = Math.min(area.bottom, Math.max(area.top, sheet.rowCount + 1))
  for (let row = area.top + 1; row <= last; row++) {
    if (sheet.rowHidden(row) !== first) return null
  }
  return first
}

/** The same of its columns. */
function hiddenColumns({ sheet, area }: RangeTarget): boolean | null {
  const first = sheet.columnHidden(area.left)
  const last = Math.min(area.right, Math.max(area.left, sheet.columnCount + 1))
  for (let column = area.left + 1; column <= last; column++) if (sheet.columnHidden(column) !== first) return null
  return first
}

function valueType(value: Scalar): string {
  if (value === '') return 'Empty'
  if (typeof value === 'string') return isErrorText(value) ? 'Error' : 'String'
  return typeof value === 'number' ? 'Double' : 'Boolean'
}

const number = (value: Argument | undefined): number => {
  if (typeof value !== 'number') throw invalidArgument()
  return value
}

/** A range found from another one, by the other's area and the method's numbers. */
const moved =
  (change: (area: Area, first: number, second: number) => Area): HostMethod<RangeTarget> =>
  ({ sheet, area }, [first = 0, second = 0]) =>
    rangeObject(sheet, inside(change(area, number(first), number(second))))

const usedRange = (orNull: boolean): HostMethod<RangeTarget> => {
  return ({ sheet, area }, [valuesOnly]) => {
    const used = sheet.used(area, valuesOnly === true)
    if (used) return rangeObject(sheet, used)
    return orNull ? null : rangeObject(sheet, { ...area, bottom: area.top, right: area.left })
  }
}

const readOnly = <T>(get: HostProperty<T>['get']): HostProperty<T> => ({ get })

/** Excel.Range */
export const range = hostType<RangeTarget>({
  defaults: [
    'Address',
    'AddressLocal',
    'CellCount',
    'ColumnCount',
    'ColumnIndex',
    'Formulas',
    'NumberFormat',
    'RowCount',
    'RowIndex',
    'Text',
    'ValueTypes',
    'Values',
  ],
  properties: {
    Address: readOnly(addressOf),
    AddressLocal: readOnly(addressOf),
    RowCount: readOnly(({ area }) => rowsOf(area)),
    ColumnCount: readOnly(({ area }) => columnsOf(area)),
    RowIndex: readOnly(({ area }) => area.top - 1),
    ColumnIndex: readOnly(({ area }) => area.left - 1),
    CellCount: readOnly(({ area }) => rowsOf(area) * columnsOf(area)),
    IsEntireRow: readOnly(({ area }) => columnsOf(area) === LAST_COLUMN),
    IsEntireColumn: readOnly(({ area }) => rowsOf(area) === LAST_ROW),
    Values: { get: ({ sheet, area }) => matrix(area, (row, column) => sheet.value(row, column)), set: write },
    Formulas: { get: ({ sheet, area }) => matrix(area, (row, column) => sheet.formula(row, column)), set: write },
    Text: readOnly(({ sheet, area }) => matrix(area, (row, column) => sheet.text(row, column))),
    ValueTypes: readOnly(({ sheet, area }) => matrix(area, (row, column) => valueType(sheet.value(row, column)))),
    NumberFormat: { get: ({ sheet, area }) => matrix(area, (row, column) => sheet.numberFormat(row, column)), set: setNumberFormats },
    ColumnHidden: readOnly(hiddenColumns),
    RowHidden: {
      get: hiddenRows,
      set: ({ sheet, area }, value, session) => {
        guard(sheet)
        for (let row = area.top; row <= area.bottom; row++) sheet.changeRow(row, { hidden: value === true })
        session.book.redraw()
      },
    },
  },
  children: {
    Worksheet: ({ sheet }) => worksheetObject(sheet),
    Format: ({ sheet, area }) => hostObject('RangeFormat', { sheet, areas: [area] }),
    ConditionalFormats: ({ sheet, area }) => hostObject('ConditionalFormatCollection', { sheet, areas: [area] }),
  },
  methods: {
    GetCell: moved((area, row, column) => ({
      top: area.top + row,
      left: area.left + column,
      bottom: area.top + row,
      right: area.left + column,
    })),
    GetRow: moved((area, row) => ({ ...area, top: area.top + row, bottom: area.top + row })),
    GetColumn: moved((area, column) => ({ ...area, left: area.left + column, right: area.left + column })),
    GetLastRow: moved((area) => ({ ...area, top: area.bottom })),
    GetLastColumn: moved((area) => ({ ...area, left: area.right })),
    GetLastCell: moved((area) => ({ ...area, top: area.bottom, left: area.right })),
    GetEntireRow: moved((area) => ({ ...area, left: 1, right: LAST_COLUMN })),
    GetEntireColumn: moved((area) => ({ ...area, top: 1, bottom: LAST_ROW })),
    GetOffsetRange: moved((area, rows, columns) => ({
      top: area.top + rows,
      left: area.left + columns,
      bottom: area.bottom + rows,
      right: area.right + columns,
    })),
    GetResizedRange: moved((area, rows, columns) => ({ ...area, bottom: area.bottom + rows, right: area.right + columns })),
    GetAbsoluteResizedRange: moved((area, rows, columns) => ({ ...area, bottom: area.top + rows - 1, right: area.left + columns - 1 })),
    GetBoundingRect: ({ sheet, area }, [other], session) =>
      rangeObject(sheet, bounding(area, resolveReference(session.book, sheet, other).area)),
    GetIntersectionOrNullObject: ({ sheet, area }, [other], session) => {
      const shared = intersect(area, resolveReference(session.book, sheet, other).area)
      return shared ? rangeObject(sheet, shared) : null
    },
    GetUsedRange: usedRange(false),
    GetUsedRangeOrNullObject: usedRange(true),
    GetMergedAreasOrNullObject: ({ sheet, area }) => {
      const areas = sheet.content.merges.filter((merge) => intersect(merge, area))
      if (areas.length > MOST_MERGED_AREAS) throw invalidOperation()
      return areas.length > 0 ? hostObject('RangeAreas', { sheet, areas }) : null
    },
    GetRowProperties: ({ sheet, area }, [options]) => {
      const wanted = isJsonObject(options) ? Object.keys(options) : []
      if (wanted.some((name) => name !== 'rowHidden' && name !== 'rowIndex')) throw invalidArgument()
      return matrix({ ...area, right: area.left }, (row) => ({
        ...(wanted.includes('rowHidden') ? { rowHidden: sheet.rowHidden(row) } : {}),
        ...(wanted.includes('rowIndex') ? { rowIndex: row - 1 } : {}),
      })).map((line) => line[0] ?? null)
    },
    Merge: ({ sheet, area }, [across], session) => {
      guard(sheet)
      // Excel merges nothing inside a table.
      if (sheet.content.tables.some((table) => intersect(table.area, area))) throw invalidOperation()
      mergeArea(sheet, area, across === true)
      session.book.redraw()
    },
    Unmerge: ({ sheet, area }, _, session) => {
      guard(sheet)
      unmergeArea(sheet, area)
      session.book.redraw()
    },
    Insert: ({ sheet, area }, [towards], session) => {
      if (towards !== 'Down' && towards !== 'Right') throw invalidArgument()
      shiftRange({ sheet, area }, shiftOf(area, 'insert', towards === 'Down' ? 'vertical' : 'horizontal'), session)
      return rangeObject(sheet, area)
    },
    Delete: ({ sheet, area }, [towards], session) => {
      if (towards !== 'Up' && towards !== 'Left') throw invalidArgument()
      shiftRange({ sheet, area }, shiftOf(area, 'delete', towards === 'Up' ? 'vertical' : 'horizontal'), session)
    },
    Clear: ({ sheet, area }, [what], session) => {
      guard(sheet)
      if (what !== undefined && what !== null && what !== 'All' && what !== 'Contents' && what !== 'Formats') throw invalidArgument()
      sheet.clear(area, what ?? 'All')
      session.wrote(sheet, sheet.extent(area))
    },
    Select: ({ sheet, area }, _, session) => void session.book.select(sheet, area),
    _ValidateArraySize: ({ area }, [rows, columns]) => {
      if (rows !== rowsOf(area) || columns !== columnsOf(area)) throw wrongSize()
    },
  },
})
