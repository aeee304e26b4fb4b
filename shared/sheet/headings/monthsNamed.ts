import { compactText } from '../view/compactText.ts'

/** The first and last month (1 to 12) of a stretch of the year; the same for one month, and for a day at its end. */
export interface MonthSpan {
  readonly first: number
  readonly last: number
}

const QUARTER = /([前至])?([一二三四1-4])季度([末底])?/u
const HALF = /([上下])半年/u
const MONTH = /(\d{1,2})月(?!.*\d月)/u
const IN_HALF = 6
const IN_QUARTER = 3

/**
 * The stretch that the lowest heading with a time names; undefined where none names one.
 *
 *     三季度          7 to 9
 *     前三季度        9 to 9, a running total up to then
 *     上半年          1 to 6
 *     1-5月, 5月31日   5 to 5
 */
export const monthsNamed = (parts: readonly string[]): MonthSpan | undefined =>
  parts.map((part) => spanIn(compactText(part))).findLast((span) => span !== undefined)

function spanIn(text: string): MonthSpan | undefined {
  const quarter = QUARTER.exec(text)
  if (quarter?.[2]) {
    const last = (QUARTERS[quarter[2]] ?? Number(quarter[2])) * IN_QUARTER
    return quarter[1] || quarter[3] ? { first: last, last } : { first: last - IN_QUARTER + 1, last }
  }
  const half = HALF.exec(text)
  if (half) return half[1] === '上' ? { first: 1, last: IN_HALF } : { first: IN_HALF + 1, last: IN_HALF * 2 }
  const month = Number(MONTH.exec(text)?.[1])
  return month >= 1 && month <= IN_HALF * 2 ? { first: month, last: month } : undefined
}

const QUARTERS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4 }
