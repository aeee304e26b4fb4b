import { compactText } from '../view/compactText.ts'
import { OVER, PART_OF_YEAR, TIMES_ALONE, UP_TO_NOW, WHOLE_YEAR } from './timeWords.ts'

/**
 * Which time the headings over a column mean, seen from the reported month:
 * whole: the year (全年, 年度, 总); current: up to now (6月末 in June, 累计, 截至目前); part: a stretch of the year that is
 * now (三季度 in September, 本月); earlier: one that is over; later: one that is not yet (四季度 in September).
 */
export type PathTime = 'whole' | 'current' | 'part' | 'earlier' | 'later'

const QUARTER = /(前)?([一二三四1-4])季度(末|底)?/u
const MONTH = /(?:(\d{1,2})月?[-—–~～至到])?(\d{1,2})月(份|末|底|\d{1,2}日|上旬|中旬|下旬)?/u
const QUARTERS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4 }

/**
 * The lowest heading that names a month or quarter decides, before one that names a time by its kind alone (4月份 / 累计完成
 * is of April); undefined where none names any.
 */
export function pathTime(parts: readonly string[], month: number | undefined): PathTime | undefined {
  const texts = parts.map(compactText)
  return (
    texts.map((text) => namedTime(text, month)).findLast((time) => time !== undefined) ??
    texts.map(kindOfTime).findLast((time) => time !== undefined)
  )
}

/** Whether a heading says nothing but a time (6月末, 一季度末, 三季度, 全年). */
export const isTimeAlone = (part: string): boolean => TIMES_ALONE.pattern.test(compactText(part))

/** A quarter or month by its name. */
function namedTime(text: string, month: number | undefined): PathTime | undefined {
  const quarter = QUARTER.exec(text)
  if (quarter) return quarterTime(quarter, month)
  const found = MONTH.exec(text)
  return found?.[2] ? monthTime(found, month) : undefined
}

function kindOfTime(text: string): PathTime | undefined {
  if (UP_TO_NOW.pattern.test(text)) return 'current'
  if (WHOLE_YEAR.pattern.test(text)) return 'whole'
  if (OVER.pattern.test(text)) return 'earlier'
  return PART_OF_YEAR.pattern.test(text) ? 'part' : undefined
}

/** 前三季度 runs from January, 三季度 is three months, 三季度末 a day. */
function quarterTime([, from, named = '', end]: RegExpExecArray, month: number | undefined): PathTime {
  const last = (QUARTERS[named] ?? Number(named)) * 3
  if (month === undefined) return 'part'
  if (last - 2 > month) return 'later'
  if (last < month) return 'earlier'
  return end !== undefined && from === undefined && last <= month ? 'current' : 'part'
}

/** The reported month itself (5月份 over 累计完成) leaves it to the other words, but where it is a day of it or a running total. */
function monthTime([, first, named = '', end]: RegExpExecArray, month: number | undefined): PathTime | undefined {
  const last = Number(named)
  if (month === undefined) return 'part'
  if (last > month) return 'later'
  if (last < month) return 'earlier'
  const untilNow = (first !== undefined && Number(first) === 1) || end === '末' || end === '底' || end?.endsWith('日')
  return untilNow ? 'current' : undefined
}
