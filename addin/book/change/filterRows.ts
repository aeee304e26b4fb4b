import type { Area } from '../../../shared/grid/a1.ts'
import type { Scalar } from '../cellValue.ts'
import type { Criteria, Criterion } from '../filter.ts'
import type { Sheet } from '../sheet.ts'
import { bodyOf, type Table } from '../table.ts'

/** Whatever has a filter: a sheet, or one of its tables. */
export interface FilterPlace {
  readonly sheet: Sheet
  /** Of the table; undefined of the sheet itself. */
  readonly table?: number
}

/** A filter as it is now: the headings in `area.top`, the filtered rows below. */
export interface FilterNow {
  readonly area: Area
  readonly criteria: Criteria
}

/** The table, while it is there. */
export const tableAt = ({ sheet, table }: FilterPlace): Table | undefined => sheet.content.tables.find((one) => one.id === table)

/** The filter of a place, or undefined where it has none. */
export function filterOf(place: FilterPlace): FilterNow | undefined {
  if (place.table === undefined) return place.sheet.content.filter
  const table = tableAt(place)
  return table?.hasFilter && table.hasHeader
    ? { area: { ...table.area, bottom: bodyOf(table).bottom }, criteria: table.criteria }
    : undefined
}

/** Every filter of a sheet. */
export function filtersOf(sheet: Sheet): { readonly place: FilterPlace; readonly now: FilterNow }[] {
  const places: FilterPlace[] = [{ sheet }, ...sheet.content.tables.map(({ id }) => ({ sheet, table: id }))]
  return places.flatMap((place) => {
    const now = filterOf(place)
    return now ? [{ place, now }] : []
  })
}

/** Sets the filter of a sheet over an area, or takes it away; its rows are shown again. */
export function setSheetFilter(sheet: Sheet, area: Area | undefined): void {
  const before = sheet.content.filter
  if (before) showRows(sheet, before.area)
  delete sheet.content.filter
  if (area) sheet.content.filter = { area, criteria: new Map() }
}

/** Sets the criterion of one column, or with undefined takes it away, and filters. */
export function setCriterion(place: FilterPlace, column: number, criterion: Criterion | undefined): void {
  const criteria = new Map(filterOf(place)?.criteria)
  if (criterion) criteria.set(column, criterion)
  else criteria.delete(column)
  setCriteria(place, criteria)
}

/** Sets all criteria of a place and filters by them. */
export function setCriteria(place: FilterPlace, criteria: Criteria): void {
  const { content } = place.sheet
  if (place.table !== undefined) content.tables = content.tables.map((table) => (table.id === place.table ? { ...table, criteria } : table))
  else if (content.filter) content.filter = { ...content.filter, criteria }
  refilter(place)
}

/** Hides and shows the rows of a filter by its criteria. What a criterion of a file means that is not known here stays hidden. */
export function refilter(place: FilterPlace): void {
  const now = filterOf(place)
  if (!now) return
  const { sheet } = place
  const known = [...now.criteria].filter(([, criterion]) => criterion.on !== 'kept')
  const hasUnknown = known.length < now.criteria.size
  for (let row = now.area.top + 1; row <= now.area.bottom; row++) {
    const isShown = known.every(([column, criterion]) => passes(sheet, row, now.area.left + column, criterion))
    const hidden = !isShown || (hasUnknown && sheet.rowHidden(row))
    if (hidden !== sheet.rowHidden(row)) sheet.changeRow(row, { hidden })
  }
}

/** Shows all rows that a filter may have hidden. */
function showRows(sheet: Sheet, area: Area): void {
  for (let row = area.top + 1; row <= area.bottom; row++) if (sheet.rowHidden(row)) sheet.changeRow(row, { hidden: false })
}

function passes(sheet: Sheet, row: number, column: number, criterion: Criterion): boolean {
  const [text, value] = [sheet.text(row, column), sheet.value(row, column)]
  if (criterion.on === 'values') {
    if (text === '') return criterion.blanks
    return criterion.values.some((one) => one.toLowerCase() === text.toLowerCase())
  }
  if (criterion.on === 'kept') return true
  const first = compares(text, value, criterion.first)
  if (criterion.second === undefined) return first
  const second = compares(text, value, criterion.second)
  return criterion.both ? first && second : first || second
}

/** ">=60" on a number, "=农*" on a text; "=" alone is blank, "<>" alone is not blank. */
function compares(text: string, value: Scalar, criterion: string): boolean {
  const [, operator = '=', operand = ''] = /^(<>|>=|<=|=|>|<)?([\s\S]*)$/.exec(criterion) ?? []
  const number = operand.trim() === '' ? Number.NaN : Number(operand)
  if (operator === '=' || operator === '<>') {
    const isEqual = typeof value === 'number' && !Number.isNaN(number) ? value === number || text === operand : fits(text, operand)
    return isEqual === (operator === '=')
  }
  if (Number.isNaN(number)) return typeof value === 'string' && order(value.localeCompare(operand, 'zh-CN'), operator)
  return typeof value === 'number' && order(value - number, operator)
}

const order = (difference: number, operator: string): boolean =>
  operator.includes('=') && difference === 0 ? true : operator.startsWith('>') ? difference > 0 : difference < 0

/** "*" is anything, "?" any one character, "~*" a star. */
function fits(text: string, pattern: string): boolean {
  const source = pattern.replace(/~([*?~])|([*?])|[\\^$.|+()[\]{}]/g, (token, escaped?: string, wild?: string) => {
    if (escaped) return `\\${escaped}`
    return wild ? (wild === '*' ? '.*' : '.') : `\\${token}`
  })
  return new RegExp(`^${source}$`, 'isu').test(text)
}
