import type { ColumnField } from '../../record/columnFields.ts'
import { normaliseHeading } from '../headings/normaliseHeading.ts'
import { type PathTime, pathTime } from '../headings/pathTime.ts'
import { type ColumnCandidate, type ColumnContext, FIELDS_OF_SUBJECT, likeliest } from './columnCandidate.ts'

/** Why a column's figures are not those of the year and month that are reported. */
export type OtherTime = 'other_year' | 'other_month' | 'later_time' | 'part_of_year'

/**
 * Columns of figures of another year, and percentages of a month before that of another percentage of the table.
 *
 *     2020年完成 | 2021年累计完成                 2020年完成: other_year
 *     1-4月 / 累计 | 完成率, 1-5月 / 累计 | 完成率   the first 完成率: other_month (its 累计 is the previous one)
 *     上期末 / 完成投资 | 本期末 / 完成投资          the first: other_month
 *     其中：2020年续建                           none: a carry-over says so itself
 */
export function otherTimes(candidates: readonly ColumnCandidate[], context: ColumnContext): ReadonlyMap<ColumnCandidate, OtherTime> {
  const others = new Map<ColumnCandidate, OtherTime>()
  for (const candidate of candidates) {
    const field = likeliest(candidate)?.field
    if (field === undefined || field === 'carry_over' || !(FIELDS_OF_SUBJECT.has(field) || OTHERS.has(field))) continue
    const year = yearOf(candidate)
    const isOther = year === undefined ? isOfLastYear(candidate) : context.year !== undefined && year !== context.year
    const time = isOther ? 'other_year' : field === 'invest_done' ? stretchOf(candidate, candidates, context) : undefined
    if (time) others.set(candidate, time)
    else if (field === 'percent') {
      const later = candidates.filter((other) => isLater(other, candidate))
      if (hasNotCome(candidate, context)) {
        if (candidates.some((other) => isLater(candidate, other))) others.set(candidate, 'later_time')
      } else if (later.some((other) => !hasNotCome(other, context))) others.set(candidate, 'other_month')
    }
  }
  return others
}

/** Its month is after the reported one. */
const hasNotCome = (candidate: ColumnCandidate, { month }: ColumnContext): boolean =>
  month !== undefined && (monthOf(candidate) ?? 0) > month

/** Fields besides those of an indicator, of which one time counts. */
const OTHERS: ReadonlySet<ColumnField> = new Set<ColumnField>(['start_rate', 'invest_done'])

/** 上期末 or 本期 / 完成投资 beside 本期末 / 完成投资: money of a time before, or of a stretch, where another column has all of it. */
function stretchOf(candidate: ColumnCandidate, all: readonly ColumnCandidate[], { month }: ColumnContext): OtherTime | undefined {
  const timeOf = ({ path }: ColumnCandidate) =>
    pathTime(
      path.parts.map(({ text }) => text),
      month,
    )
  const time = timeOf(candidate)
  const reason = time && STRETCHES[time]
  const hasAll = (other: ColumnCandidate) =>
    likeliest(other)?.field === 'invest_done' && other.subject === candidate.subject && timeOf(other) === 'current'
  return reason && all.some(hasAll) ? reason : undefined
}

const STRETCHES: Readonly<Partial<Record<PathTime, OtherTime>>> = { earlier: 'other_month', part: 'part_of_year', later: 'later_time' }

/** The year at the beginning of a heading, or behind 截至; the lowest heading's. */
const yearOf = ({ path }: ColumnCandidate): number | undefined => {
  const found = path.parts.map(({ text }) => YEAR.exec(text.normalize('NFKC').replace(/\s+/gu, '')))
  const year = found.findLast((one) => one !== null)?.[1]
  return year === undefined ? undefined : Number(year)
}

/** 去年同期 over 整治数, 上年末完成: last year's figures, named without its number. */
const isOfLastYear = ({ path }: ColumnCandidate): boolean => path.parts.some(({ text }) => LAST_YEAR.test(text.trim()))

const LAST_YEAR = /^(?:去年|上一?年度?)(?:同期|同月|全年|[末底])/u
const YEAR = /(?:^|截[至止]|[至到])((?:19|20)\d{2})年/u

const monthOf = ({ path }: ColumnCandidate): number | undefined =>
  path.parts.map(({ text }) => normaliseHeading(text).month?.last).findLast((month) => month !== undefined)

/** Whether the other column is the same percentage of a later month. */
function isLater(other: ColumnCandidate, own: ColumnCandidate): boolean {
  const [month, ownMonth] = [monthOf(other), monthOf(own)]
  if (month === undefined || ownMonth === undefined || month <= ownMonth || likeliest(other)?.field !== 'percent') return false
  return other.subject === own.subject && other.area === own.area && other.derived === own.derived
}
