import type { RecognizedTable } from '../../record/reading.ts'
import { dateInText } from '../headings/dateInText.ts'

/**
 * The as-of date that headings state (进展情况（截至5月26日）), ISO, the latest of several; last month's is not one. 截至5月末
 * over a column says the month: a line above that states its day (截至时间：2021年5月28日) says it better.
 */
export function asOfInHeadings(table: RecognizedTable, year: number | undefined): string | undefined {
  let latest: string | undefined
  for (const column of table.columns) {
    const at = column.field === 'previous_cumulative' ? -1 : column.header.search(/截[至止]/u)
    if (at < 0) continue
    const words = column.header.slice(at).normalize('NFKC')
    const date = dateInText(words, year)
    if (date !== undefined && !/\d日/u.test(words) && isMonthOf(date, table.meta.asOf)) continue
    if (date && (latest === undefined || date > latest)) latest = date
  }
  return latest
}

/** Whether a day is the last of a month of which the sheet states an earlier one. */
const isMonthOf = (day: string, stated: string | undefined): boolean =>
  stated !== undefined && stated < day && stated.slice(0, 7) === day.slice(0, 7)
