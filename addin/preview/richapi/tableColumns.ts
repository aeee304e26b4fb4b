import type { Area } from '../../../shared/grid/a1.ts'
import { bodyOf, type Table } from '../../book/table.ts'
import { itemNotFound } from './hostError.ts'
import { type Argument, guard, type HostMethod, hostObject, hostType, rangeObject } from './hostObject.ts'
import { headerOf, must, now, type TableTarget, totalsOf } from './tables.ts'

interface ColumnTarget extends TableTarget {
  readonly column: number
}

const columnObject = (target: TableTarget, column: number) => hostObject('TableColumn', { ...target, column })

/** The place of a column now: its id or its heading says which. */
function placeOf(target: TableTarget, key: Argument | undefined): number {
  const wanted = String(key).toLowerCase()
  return now(target).columns.findIndex((column, i) => String(column.id) === wanted || headingOf(target, i).toLowerCase() === wanted)
}

function headingOf(target: TableTarget, place: number): string {
  const { area, hasHeader, columns } = now(target)
  return hasHeader ? target.sheet.text(area.top, area.left + place) : (columns[place]?.name ?? '')
}

const columnAt = (target: TableTarget, place: number) => {
  const column = now(target).columns[place]
  return column ? columnObject(target, column.id) : null
}

/** Excel.TableColumnCollection */
export const tableColumnCollection = hostType<TableTarget>({
  items: (target) => now(target).columns.map((column) => columnObject(target, column.id)),
  item: (target, [key]) => must(columnAt(target, placeOf(target, key))),
  properties: { Count: { get: (target) => now(target).columns.length } },
  methods: {
    GetCount: (target) => now(target).columns.length,
    GetItemOrNullObject: (target, [key]) => columnAt(target, placeOf(target, key)),
    GetItemAt: (target, [at]) => must(columnAt(target, Number(at))),
  },
})

const columnPlace = (target: ColumnTarget): number => {
  const place = now(target).columns.findIndex(({ id }) => id === target.column)
  if (place < 0) throw itemNotFound()
  return place
}

const columnPart =
  (areaOf: (table: Table) => Area | undefined): HostMethod<ColumnTarget> =>
  (target) => {
    const area = areaOf(now(target))
    if (!area) throw itemNotFound()
    const column = area.left + columnPlace(target)
    return rangeObject(target.sheet, { ...area, left: column, right: column })
  }

/** Excel.TableColumn */
export const tableColumn = hostType<ColumnTarget>({
  identity: ({ column }) => ({ Id: column }),
  properties: {
    Id: { get: ({ column }) => column },
    Index: { get: columnPlace },
    Name: {
      get: (target) => headingOf(target, columnPlace(target)),
      set: (target, value, session) => {
        guard(target.sheet)
        const { area } = now(target)
        const column = area.left + columnPlace(target)
        target.sheet.store(area.top, column, { kind: 'value', value: String(value) })
        session.wrote(target.sheet, { top: area.top, bottom: area.top, left: column, right: column })
      },
    },
    Values: {
      get: (target) => {
        const { area } = now(target)
        const column = area.left + columnPlace(target)
        return Array.from({ length: area.bottom - area.top + 1 }, (_, i) => [target.sheet.value(area.top + i, column)])
      },
    },
  },
  children: { Filter: (target) => hostObject('Filter', { ...target, column: columnPlace(target) }) },
  methods: {
    GetRange: columnPart(({ area }) => area),
    GetHeaderRowRange: columnPart(headerOf),
    GetDataBodyRange: columnPart(bodyOf),
    GetTotalRowRange: columnPart(totalsOf),
  },
})

/** Excel.TableRowCollection, as far as counting goes. */
export const tableRowCollection = hostType<TableTarget>({
  properties: { Count: { get: (target) => rowCount(target) } },
  methods: { GetCount: (target) => rowCount(target) },
})

const rowCount = (target: TableTarget): number => {
  const { top, bottom } = bodyOf(now(target))
  return bottom - top + 1
}
