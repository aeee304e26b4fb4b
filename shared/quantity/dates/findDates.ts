import { chineseNumeralAt } from '../chineseNumeral.ts'
import { narrow } from '../narrow.ts'
import type { ParsedDate } from '../parsed.ts'
import { daysInMonth, isoDate } from './calendar.ts'
import type { DateContext } from './dateContext.ts'

/** A date of a running text: `text.slice(at, end)` is its `raw`. */
export interface FoundDate {
  readonly at: number
  readonly end: number
  readonly date: ParsedDate
}

/**
 * All dates of a text in order: 2021年5月26日, 2021-05-26, 2021.5.26, 5月26日, 5月底, 五月底, 上半年, 一季度, 前三季度, 1-5月, 前5个月,
 * 年底前, 明年3月. A vague one is its last day (5月下旬, 9月, 5月底前: the month's last; 中旬 the 20th, 上旬 and 初 the 10th).
 * Year and month come from the context where the text leaves them out; without a year `date` is undefined.
 */
export function findDates(text: string, context: DateContext = {}): FoundDate[] {
  const line = narrow(text)
  const found: FoundDate[] = []
  DATE.lastIndex = 0
  for (let match = DATE.exec(line); match; match = DATE.exec(line)) {
    const date = dateOf(match, context)
    if (!date) continue
    const at = match.index
    const end = at + match[0].length
    found.push({ at, end, date: { ...date, raw: text.slice(at, end) } })
  }
  return found
}

/** The parts of a date as written, with what the context says of the year and month that it leaves out. */
interface WrittenDate {
  readonly parts: Readonly<Record<string, string | undefined>>
  readonly year: number | undefined
  readonly month: number | undefined
}

type DateReading = Omit<ParsedDate, 'raw'>

/** Answers undefined where it is about another way of writing, 'noDate' where there is no such day. */
type DateRule = (written: WrittenDate) => DateReading | 'noDate' | undefined

/** The ways of writing a date, in this order; the first that the parts fit decides. */
const DATE_RULES: readonly DateRule[] = [isoDay, yearAlone, dayOfMonth, monthOrPartOfIt]

function dateOf(match: RegExpExecArray, context: DateContext): DateReading | undefined {
  const parts = match.groups ?? {}
  const year = yearOf(parts) ?? (context.year === undefined ? undefined : context.year + (YEARS_AWAY[parts.relative ?? ''] ?? 0))
  const written = { parts, year, month: monthOf(parts, context) }
  for (const rule of DATE_RULES) {
    const reading = rule(written)
    if (reading !== undefined) return reading === 'noDate' ? undefined : reading
  }
  return undefined
}

const dated = (date: string | undefined, kind: ParsedDate['kind']): DateReading | 'noDate' =>
  date === undefined ? 'noDate' : { date, kind }

/** 2021-05-26, 2021.5.26 */
function isoDay({ parts, year }: WrittenDate) {
  if (!parts.isoMonth) return undefined
  return dated(isoDate(year ?? 0, Number(parts.isoMonth), Number(parts.isoDay)), 'exact')
}

/** 2021年: its last day. */
function yearAlone({ parts, year, month }: WrittenDate) {
  if (month !== undefined) return undefined
  return parts.bareYear && year !== undefined ? ({ date: isoDate(year, 12, 31), kind: 'vague' } as const) : 'noDate'
}

/** 2021年5月26日, 5月26日; without any year there is no date yet, but it is one. */
function dayOfMonth({ parts, year, month = 0 }: WrittenDate) {
  if (!parts.day) return undefined
  const kind = parts.year || parts.shortYear ? 'exact' : 'short'
  return year === undefined ? ({ date: undefined, kind } as const) : dated(isoDate(year, month, numberOf(parts.day) ?? 0), kind)
}

/** 5月, 5月底, 5月中旬, 上半年, 一季度: the last day that is meant. */
function monthOrPartOfIt({ parts, year, month = 0 }: WrittenDate) {
  if (month < 1 || month > 12) return 'noDate'
  if (year === undefined) return { date: undefined, kind: 'vague' } as const
  return { date: isoDate(year, month, lastDayOf(parts.part) ?? daysInMonth(year, month)), kind: 'vague' } as const
}

/** The last day of the first and second ten days of a month; those that remain end with the month. */
const lastDayOf = (part: string | undefined): number | undefined =>
  part === '中旬' ? 20 : part === '上旬' || part === '初' ? 10 : undefined

function yearOf(g: Readonly<Record<string, string | undefined>>): number | undefined {
  const written = g.year ?? g.isoYear ?? g.bareYear
  if (written) return numberOf(written)
  return g.shortYear ? 2000 + Number(g.shortYear) : undefined
}

function monthOf(g: Readonly<Record<string, string | undefined>>, context: DateContext): number | undefined {
  if (g.month) return numberOf(g.month)
  if (g.months) return numberOf(g.months)
  if (g.quarter) return (QUARTERS.get(g.quarter.replace(/[第前]/g, '')) ?? 0) * 3 || undefined
  if (g.half) return g.half === '上' ? 6 : 12
  if (g.yearEnd) return 12
  if (g.thisMonth) return context.month
  return undefined
}

function numberOf(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text)
  const numeral = chineseNumeralAt(text, 0)
  return numeral && numeral.end === text.length ? Number(numeral.decimal) : undefined
}

const YEARS_AWAY: Readonly<Record<string, number>> = { 明年: 1, 次年: 1, 去年: -1, 上年: -1 }
const QUARTERS: ReadonlyMap<string, number> = new Map([...'一二三四1234'].map((char, i) => [char, (i % 4) + 1]))

const YEAR_DIGITS = '(?:19|20)\\d\\d'
/** 2021-05-26, with the time of day that a database or a web form adds. */
const ISO_DAY =
  `(?<![\\d.\\-/])(?<isoYear>${YEAR_DIGITS})[-./](?<isoMonth>\\d{1,2})[-./](?<isoDay>\\d{1,2})(?![\\d.])` +
  '(?:[T ]\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,6})?)?Z?)?'
/** 2021年, 二〇二一年; 21年 before a digit; 今年. */
const YEAR_BEFORE = [
  `(?<![\\d.])(?<year>${YEAR_DIGITS}|二[〇零]\\d?[一二三四五六七八九〇零]{1,2})\\s?年\\s?`,
  '(?<![\\d.])(?<shortYear>[12]\\d)\\s?年\\s?(?=\\d)',
  '(?<relative>今年|本年|当年|明年|次年|去年|上年)\\s?',
].join('|')
/** The months before the last of a span: 1- of 1-5月, 元月至 of 元月至5月. */
const SPAN_OF_MONTHS = '(?:(?:\\d{1,2}|元)\\s?月?份?\\s?[-~—至到]\\s?)?'
const MONTH = '(?<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九](?=月))\\s?月份?'
const SPAN_OF_DAYS = '(?:\\d{1,2}\\s?[日号]?\\s?[-~—至到]\\s?)?'
const DAY = '(?<day>[12]\\d|3[01]|0?[1-9]|三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九])\\s?[日号]'
const MONTH_OR_DAY = `(?<![\\d.,])${SPAN_OF_MONTHS}${MONTH}(?:\\s?${SPAN_OF_DAYS}${DAY}|(?<part>上旬|中旬|下旬|初|底|末))?`
const PARTS_OF_YEAR = [
  MONTH_OR_DAY,
  '(?<quarter>[第前]?[一二三四1-4])季度末?',
  '前(?<months>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])个月',
  '(?<half>[上下])半年',
  '(?<yearEnd>年底|年末|年内|全年|年终|岁末)',
  '(?<thisMonth>本月底|月底|本月末|月末)',
].join('|')
const YEAR_ALONE = `(?<![\\d.])(?<bareYear>${YEAR_DIGITS})\\s?年(?![度来])`

/** One pattern, every part of bounded length, so that a search is linear. */
const DATE = new RegExp([ISO_DAY, `(?:${YEAR_BEFORE})?(?:${PARTS_OF_YEAR})前?`, YEAR_ALONE].join('|'), 'g')
