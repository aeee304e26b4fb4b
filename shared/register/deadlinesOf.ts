import { daysBetween, daysInMonth, isoDate, isoFromSerial } from '../quantity/dates/calendar.ts'
import type { ReportingCalendar } from './register.ts'

/**
 * The usual calendar: reports monthly by the 30th, the year's by 25 December, as the city's document asks. That a late
 * report is still taken for three days is our choice. A register may give its own.
 */
export const usualCalendar: ReportingCalendar = { monthlyBy: 30, yearBy: 25, graceDays: 3 }

/**
 * The deadlines of a period ("2021-05"), ISO: the day of the month by which units report, the month's last day where it
 * has no such day (February), and the last day on which a late report is taken. Throws for what is no period.
 */
export function deadlinesOf(
  period: string,
  calendar: ReportingCalendar = usualCalendar,
): { readonly softDeadline: string; readonly hardDeadline: string } {
  const [year = Number.NaN, month = Number.NaN] = period.split('-').map(Number)
  const by = month === 12 ? calendar.yearBy : calendar.monthlyBy
  const softDeadline = isoDate(year, month, Math.min(by, daysInMonth(year, month)))
  const hardDeadline = softDeadline && isoFromSerial(daysBetween(EXCEL_DAY_0, softDeadline) + calendar.graceDays, false)
  if (softDeadline === undefined || hardDeadline === undefined) throw new RangeError(`not a period: ${period}`)
  return { softDeadline, hardDeadline }
}

const EXCEL_DAY_0 = '1899-12-30'
