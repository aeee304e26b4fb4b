import type { Check, CheckFacts } from '../finding/facts.ts'
import type { Finding } from '../finding/finding.ts'
import { daysBetween, endOfMonth } from '../quantity/dates/calendar.ts'
import type { RecognizedTable } from '../record/reading.ts'
import { raise } from './lookups/raise.ts'
import { sheetOf } from './lookups/sheetOf.ts'
import { ownUnit } from './lookups/sheetOwner.ts'
import { type StatedMonths, statedTimes } from './lookups/statedTimes.ts'
import { tableOf } from './lookups/tableAt.ts'

/**
 * PERIOD_MISMATCH: what a table says of its time is another month or year than the period that is reported. Title and days
 * (截至, the rows' own, the day of filing) decide; only where both say nothing the names of sheet and file do. One of two
 * that fits is enough, since a title is often left as it was. A sheet of May may be of any day of May or of the first days
 * of June. Nothing of the sheet is sent until the period is switched, or a person says that it is the period's.
 *
 *     period   stated                                         finding
 *     2021-05  2021年4月农村公路进展情况表                       warning at the title
 *     2021-05  2020年重点民生实事                              warning
 *     2021-05  截至2021年4月25日, of the table or of all rows    warning at the day
 *     2021-05  一季度, 1-4月, 1-6月                             warning
 *     2021-05  2021年1-5月, 二季度, 上半年, 1-12月               none
 *     2021-05  2021年4月…, 截至2021年5月26日                    none: one of two fits
 *     2021-05  截至2021年6月2日                                none
 *     2021-05  2020年结转项目…, 6月底前完成…                     none: not the time of the figures
 *     2021-05  填报日期 2021-06-25                             none: late is not June's
 *     2021-05  a sheet 4月 or a file 进展202104.xlsx, alone      warning at the first heading
 *     2021-05  the same, and a title of May                    none
 */
export const periodMismatch: Check = (facts) => {
  const { period } = facts.context
  if (period === undefined) return []
  const sheet = sheetOf(facts)
  return facts.tables.flatMap((table): readonly Finding[] => {
    const stated = statedOf(facts, table, period)
    if (!stated || stated.fits) return []
    const cell = stated.cell ?? `A${table.headerRows[0] ?? 1}`
    const other = stated.period === undefined ? {} : { other: stated.period }
    return [raise('PERIOD_MISMATCH', { sheet, cell }, { stated: stated.text, period, ...other, ...ownUnit(facts).params })]
  })
}

/** A time that a place states: whether it is the period's, as it is written, which period it is, and where. */
interface Stated {
  readonly fits: boolean
  readonly text: string
  readonly period?: string | undefined
  readonly cell?: string | undefined
}

/** What the table itself says, else what sheet and file are called; of several what fits. */
function statedOf(facts: CheckFacts, table: RecognizedTable, period: string): Stated | undefined {
  const { title } = table
  const titled = title && stated(title.text, period)
  const ofTable = [dayStated(facts, table, period), titled && { ...titled, cell: `A${title.row}` }]
  const ofNames = [sheetOf(facts), facts.file ?? ''].map((name) => stated(name, period))
  return firstOf(ofTable) ?? firstOf(ofNames)
}

const firstOf = (places: readonly (Stated | undefined)[]): Stated | undefined =>
  places.find((place) => place?.fits) ?? places.find((place) => place !== undefined)

/** So many days into the next month a sheet may still be last month's. */
const DAYS_AFTER = 15

/** The days as of which the table's figures are: one that fits, else the latest. A day of filing may be late. */
function dayStated(facts: CheckFacts, table: RecognizedTable, period: string): Stated | undefined {
  const end = endOfMonth(period)
  if (end === undefined) return undefined
  const { asOf, asOfCell, fillDate, fillDateCell } = table.meta
  const days = new Map(datesOfRecords(facts, table))
  if (asOf !== undefined) days.set(asOf, asOfCell)
  if (days.size === 0 && fillDate !== undefined) days.set(fillDate, fillDateCell)
  const fits = (day: string) => day >= `${period}-01` && daysBetween(end, day) <= DAYS_AFTER
  const inTime = [...days.keys()].filter((day) => fits(day))
  const [day] = (inTime.length > 0 ? inTime : [...days.keys()]).sort().reverse()
  if (day === undefined || (day === fillDate && day > end && !fits(day))) return undefined
  return { fits: inTime.length > 0, text: day, period: day.slice(0, 7), cell: days.get(day) }
}

/** The as-of days of the records of a table, each with a cell that says it, where one does. */
function datesOfRecords(facts: CheckFacts, table: RecognizedTable): readonly (readonly [string, string | undefined])[] {
  const { fillDate, fillDateCell } = table.meta
  return facts.records.flatMap(({ values, origin }) => {
    const cell = origin.cells.asOf
    if (values.asOf == null || tableOf(facts.tables, cell ?? `A${origin.row}`) !== table) return []
    return [[values.asOf, cell ?? (values.asOf === fillDate ? fillDateCell : undefined)] as const]
  })
}

/** The year and month that a text names; undefined where it says nothing that could be another period's. */
function stated(text: string, period: string): Stated | undefined {
  const [year = 0, month = 0] = period.split('-').map(Number)
  const { years, months } = statedTimes(text)
  if (months.length === 0 && years.length === 0) return undefined
  const inMonths = months.length === 0 || months.some((one) => isOf(one, month))
  const fits = inMonths && (years.length === 0 || years.includes(year))
  // a year alone that fits says nothing of the month
  if (fits && months.length === 0) return undefined
  const last = months.at(-1)?.last
  const other = last === undefined ? undefined : `${years.at(-1) ?? year}-${String(last).padStart(2, '0')}`
  return { fits, text: text.slice(0, LONGEST), period: other }
}

const isOf = ({ first, last, ofEach }: StatedMonths, month: number): boolean =>
  last === month || (ofEach && first <= month && month <= last)

const LONGEST = 40
