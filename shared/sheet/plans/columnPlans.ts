import type { RecognizedTable } from '../../record/reading.ts'
import type { Register } from '../../register/register.ts'
import { normaliseHeading } from '../headings/normaliseHeading.ts'
import { type ColumnPlan, planOf, readAs } from './columnPlan.ts'
import { isWholeOfRate, wholeOf } from './wholeColumns.ts'

/** The plans of the columns that were recognised, left to right; `month` (1 to 12) is the one that is reported. */
export function columnPlans(table: RecognizedTable, register: Register, month: number | undefined): readonly ColumnPlan[] {
  const plans = table.columns.flatMap((column) => planOf(column, register, table.headerRows[0] ?? 1) ?? [])
  const counted = new Set(plans.flatMap((one) => (isWholeOfRate(one, register) ? (one.indicator ?? []) : [])))
  return plans.map((own) => {
    const one = own.indicator !== undefined && counted.has(own.indicator) && own.field !== 'percent' ? { ...own, counts: true } : own
    if (isOfOtherMonth(one, plans, month)) return { ...one, aside: true, ...readAs(one, one.field, undefined) }
    const whole = wholeOf(one, plans, register)
    return whole.length === 0 ? one : { ...one, wholeOf: whole }
  })
}

/** Of a column a month only the reported month's is this period's, and of running totals before it the last is the previous one. */
function isOfOtherMonth(plan: ColumnPlan, plans: readonly ColumnPlan[], month: number | undefined): boolean {
  const { field } = plan
  if (field !== 'period_value' && field !== 'previous_cumulative') return false
  const own = monthIn(plan)
  if (own === undefined) return false
  const months = plans
    .filter((other) => other.field === field && other.indicator === plan.indicator && other.area === plan.area)
    .map((other) => monthIn(other) ?? 0)
  const wanted =
    month !== undefined && months.includes(month) ? month : Math.max(...months.filter((one) => month === undefined || one <= month), 0)
  return own !== wanted
}

/** The month of a column's heading; the figures of a period are not those of a span (1-4月). */
const monthIn = ({ header, field }: ColumnPlan): number | undefined =>
  header
    .split('/')
    .map((part) => normaliseHeading(part).month)
    .findLast((found) => found !== undefined && (field === 'previous_cumulative' || !found.range))?.last
