import { type FilterPlace, filterOf, refilter, setCriteria, setCriterion, setSheetFilter } from '../../book/change/filterRows.ts'
import { regionOf } from '../../book/change/region.ts'
import type { Criterion } from '../../book/filter.ts'
import { isJsonObject, isList, type Json } from '../../book/json.ts'
import { apiNotFound, invalidArgument, itemNotFound } from './hostError.ts'
import { type Argument, guard, type HostMethod, hostType, isHostObject, rangeObject, type Session } from './hostObject.ts'
import { resolveReference } from './reference.ts'

/** A criterion as Office.js says it; of its kinds values and comparisons are known here. */
function criterionOf(value: Argument | undefined): Criterion {
  if (isHostObject(value) || !isJsonObject(value)) throw invalidArgument()
  if (value.filterOn === 'Values') return valuesOf(value.values)
  if (value.filterOn !== 'Custom') throw apiNotFound(`filters on ${String(value.filterOn)}`)
  const { criterion1, criterion2, operator } = value
  if (typeof criterion1 !== 'string') throw invalidArgument()
  return { on: 'custom', first: criterion1, ...(typeof criterion2 === 'string' ? { second: criterion2 } : {}), both: operator !== 'Or' }
}

function valuesOf(values: Argument | undefined): Criterion {
  if (!isList(values) || values.some((one) => typeof one === 'object')) throw invalidArgument()
  const texts = values.map(String)
  return { on: 'values', values: texts.filter((text) => text !== ''), blanks: texts.includes('') }
}

function criterionJson(criterion: Criterion | undefined): Json {
  if (!criterion) return null
  if (criterion.on === 'values') return { filterOn: 'Values', values: [...criterion.values, ...(criterion.blanks ? [''] : [])] }
  if (criterion.on === 'kept') throw apiNotFound('this criterion of the file')
  const { first, second, both } = criterion
  return { filterOn: 'Custom', criterion1: first, ...(second === undefined ? {} : { criterion2: second, operator: both ? 'And' : 'Or' }) }
}

function column(value: Argument | undefined): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) throw invalidArgument()
  return value
}

const changing =
  (act: (place: FilterPlace, args: readonly Argument[], session: Session) => void): HostMethod<FilterPlace> =>
  (place, args, session) => {
    guard(place.sheet)
    act(place, args, session)
    session.book.redraw()
  }

/** The filter of a sheet, or of one of its tables. */
const located = (place: FilterPlace) => {
  const now = filterOf(place)
  return now ? rangeObject(place.sheet, now.area) : null
}

/** Excel.AutoFilter */
export const autoFilter = hostType<FilterPlace>({
  properties: {
    Enabled: { get: (place) => filterOf(place) !== undefined },
    IsDataFiltered: { get: (place) => (filterOf(place)?.criteria.size ?? 0) > 0 },
    Criteria: {
      get: (place) => {
        const now = filterOf(place)
        return now ? Array.from({ length: now.area.right - now.area.left + 1 }, (_, at) => criterionJson(now.criteria.get(at))) : null
      },
    },
  },
  methods: {
    Apply: changing((place, [range, at, criteria], { book }) => {
      const { sheet } = place
      const area = regionOf(sheet, resolveReference(book, sheet, range).area)
      const now = filterOf(place)
      if (place.table === undefined && JSON.stringify(now?.area) !== JSON.stringify(area)) setSheetFilter(sheet, area)
      if (typeof at === 'number')
        setCriterion(place, column(at), criteria === undefined || criteria === null ? undefined : criterionOf(criteria))
    }),
    ClearColumnCriteria: changing((place, [at]) => setCriterion(place, column(at), undefined)),
    ClearCriteria: changing((place) => setCriteria(place, new Map())),
    Reapply: changing((place) => refilter(place)),
    Remove: changing((place) => {
      if (place.table !== undefined) throw apiNotFound('removing the filter of a table')
      setSheetFilter(place.sheet, undefined)
    }),
    GetRange: (place) => {
      const range = located(place)
      if (!range) throw itemNotFound()
      return range
    },
    GetRangeOrNullObject: located,
  },
})

/** One column of a filter. */
export interface ColumnFilter extends FilterPlace {
  readonly column: number
}

const ofColumn =
  (criterion: (args: readonly Argument[]) => Criterion | undefined): HostMethod<ColumnFilter> =>
  (place, args, session) => {
    guard(place.sheet)
    setCriterion(place, place.column, criterion(args))
    session.book.redraw()
  }

/** Excel.Filter: of one column of a table. */
export const filter = hostType<ColumnFilter>({
  properties: { Criteria: { get: (place) => criterionJson(filterOf(place)?.criteria.get(place.column)) } },
  methods: {
    Apply: ofColumn(([criteria]) => criterionOf(criteria)),
    ApplyValuesFilter: ofColumn(([values]) => valuesOf(values)),
    ApplyCustomFilter: ofColumn(([first, second, operator]) =>
      criterionOf({ filterOn: 'Custom', criterion1: text(first), criterion2: text(second), operator: text(operator) }),
    ),
    Clear: ofColumn(() => undefined),
  },
})

const text = (value: Argument | undefined): Json => (typeof value === 'string' ? value : null)
