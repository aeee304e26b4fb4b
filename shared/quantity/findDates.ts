import { daysInMonth, isoDate } from './calendar.ts'
import { chineseNumeralAt } from './chineseNumeral.ts'
import type { DateContext } from './dateContext.ts'
import { narrow } from './narrow.ts'
import type { ParsedDate } from './parsed.ts'

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

function dateOf(match: RegExpExecArray, context: DateContext): Omit<ParsedDate, 'raw'> | undefined {
  const g = match.groups ?? {}
  const year = yearOf(g) ?? (context.year === undefined ? undefined : context.year + (OFFSET[g.relative ?? ''] ?? 0))
  if (g.isoMonth) {
    const date = isoDate(year ?? 0, Number(g.isoMonth), Number(g.isoDay))
    return date === undefined ? undefined : { date, kind: 'exact' }
  }
  const month = monthOf(g, context)
  if (month === undefined) return g.bareYear && year !== undefined ? { date: isoDate(year, 12, 31), kind: 'vague' } : undefined
  if (g.day) {
    const kind = g.year || g.shortYear ? 'exact' : 'short'
    if (year === undefined) return { date: undefined, kind }
    const date = isoDate(year, month, numberOf(g.day) ?? 0)
    return date === undefined ? undefined : { date, kind }
  }
  if (month < 1 || month > 12) return undefined
  if (year === undefined) return { date: undefined, kind: 'vague' }
  const part = g.part ?? ''
  const day = part === '中旬' ? 20 : part === '上旬' || part === '初' ? 10 : daysInMonth(year, month)
  return { date: isoDate(year, month, day), kind: 'vague' }
}

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

const OFFSET: Readonly<Record<string, number>> = { 明年: 1, 次年: 1, 去年: -1, 上年: -1 }
const QUARTERS: ReadonlyMap<string, number> = new Map([...'一二三四1234'].map((char, i) => [char, (i % 4) + 1]))

/** One pattern, every part of bounded length, so that a search is linear. */
const DATE = new RegExp(
  [
    '(?<![\\d.\\-/])(?<isoYear>(?:19|20)\\d\\d)[-./](?<isoMonth>\\d{1,2})[-./](?<isoDay>\\d{1,2})(?![\\d.])(?:[T ]\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,6})?)?Z?)?',
    '(?:(?<![\\d.])(?<year>(?:19|20)\\d\\d|二[〇零]\\d?[一二三四五六七八九〇零]{1,2})\\s?年\\s?|(?<![\\d.])(?<shortYear>[12]\\d)\\s?年\\s?(?=\\d)|(?<relative>今年|本年|当年|明年|次年|去年|上年)\\s?)?' +
      '(?:' +
      [
        '(?<![\\d.,])(?:(?:\\d{1,2}|元)\\s?月?份?\\s?[-~—至到]\\s?)?(?<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九](?=月))\\s?月份?' +
          '(?:\\s?(?:\\d{1,2}\\s?[日号]?\\s?[-~—至到]\\s?)?(?<day>[12]\\d|3[01]|0?[1-9]|三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九])\\s?[日号]|(?<part>上旬|中旬|下旬|初|底|末))?',
        '(?<quarter>[第前]?[一二三四1-4])季度末?',
        '前(?<months>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])个月',
        '(?<half>[上下])半年',
        '(?<yearEnd>年底|年末|年内|全年|年终|岁末)',
        '(?<thisMonth>本月底|月底|本月末|月末)',
      ].join('|') +
      ')前?',
    '(?<![\\d.])(?<bareYear>(?:19|20)\\d\\d)\\s?年(?![度来])',
  ].join('|'),
  'g',
)
