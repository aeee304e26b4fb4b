import type { Check, CheckFacts } from '../finding/facts.ts'
import { columnName, columnOf, rowOf } from '../grid/a1.ts'
import type { FigureRecord } from '../record/figureRecord.ts'
import { answersFor } from '../register/answersFor.ts'
import type { Register, ReportingUnit } from '../register/register.ts'
import { placeOf, raise } from './lookups/raise.ts'
import { ownUnit } from './lookups/sheetOwner.ts'
import { tableOf } from './lookups/tableAt.ts'

/**
 * ROW_NOT_YOURS: rows of a county that is not the reporting county's own, or of indicators that are neither assigned to the
 * reporter nor of a task that it leads; columns, where headings name the county or the indicator. One finding for all of
 * them, at the first: they can be left out together. What is sent of them is stored apart and adds to nothing.
 *
 *     reporter          row                                  finding
 *     湖滨区人民政府     农村公路 陕州区                       warning
 *     湖滨区人民政府     农村公路 | 湖滨区 | 陕州区 (columns)    warning at the heading 陕州区
 *     市司法局          新建农村公路 (市交通运输局 leads)        warning
 *     市交通运输局       新建农村公路 陕州区 (counties report)   none: it leads the task
 *     市政府督查室       anything                             none
 */
export const rowNotYours: Check = (facts) => {
  const { unit, params } = ownUnit(facts)
  if (!unit || facts.tables.length === 0) return []
  const others = facts.records.filter(isOthers(facts.register, unit))
  const [first] = others
  if (first === undefined) return []
  const byHeading = unit.kind === 'county_government' ? 'area' : 'indicator'
  const places = [...new Set(others.map((record) => placeIn(facts, record, byHeading)))]
  const [cell = ''] = places
  const columns = facts.tables.some(({ headerRows }) => headerRows.includes(rowOf(cell)))
  const found = { ...params, count: places.length, ...(columns ? { columns } : {}) }
  return [raise('ROW_NOT_YOURS', { sheet: first.origin.sheet, cell }, found, places.length > 1 ? { cells: places } : {})]
}

/** Whether a record with a figure is somebody else's to report. */
function isOthers(register: Register, own: ReportingUnit): (record: FigureRecord) => boolean {
  return ({ subject, area, values }) => {
    if (values.cumulative == null && values.periodValue == null) return false
    if (own.kind === 'county_government') return own.area !== null && area !== own.area && area !== register.city
    return !answersFor(register, own, subject)
  }
}

/** The heading of the column that names the county or the indicator; else the words that name the row. */
function placeIn({ tables }: CheckFacts, record: FigureRecord, byHeading: 'area' | 'indicator'): string {
  const { cells, row } = record.origin
  const figure = cells.cumulative ?? cells.periodValue ?? `A${row}`
  const table = tableOf(tables, figure)
  const column = table?.columns.find((one) => one.column === columnOf(figure))
  if (table && column?.[byHeading] !== undefined) return `${columnName(column.column)}${table.headerRows.at(-1)}`
  const named = placeOf(record, byHeading === 'area' ? 'area' : 'subject').cell
  return rowOf(named) === row ? named : `A${row}`
}
