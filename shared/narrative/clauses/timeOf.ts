import { isoDate } from '../../quantity/dates/calendar.ts'
import { type FoundDate, findDates } from '../../quantity/dates/findDates.ts'
import { FORECAST } from '../lexicon/timeWords.ts'
import type { Commitment } from '../words/claims.ts'
import type { Clause } from './segments.ts'

/** The as-of dates of a text, each from its place on, and the dates that it promises. */
export interface TextTimes {
  readonly asOf: readonly { readonly at: number; readonly date: string }[]
  readonly commitments: readonly Commitment[]
  /** The same by the clause that they begin in. */
  readonly promised: ReadonlyMap<number, readonly Commitment[]>
}

/** The as-of date that holds at a place of the text, the last one named before it; found by halving. */
export function asOfAt({ asOf }: TextTimes, place: number): string | null {
  let low = 0
  let high = asOf.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((asOf[middle]?.at ?? 0) <= place) low = middle + 1
    else high = middle
  }
  return asOf[low - 1]?.date ?? null
}

/**
 * Dates behind 截至/截止, and spans (上半年, 1-3月份, 前三季度) that open a clause, are as-of dates; dates of a clause that
 * looks ahead (预计, 计划, 力争, 年底前) and of the clauses that go on with it are promises. Other dates are past events.
 */
export function timesOf(text: string, clauses: readonly Clause[], year: number): TextTimes {
  const asOf: { at: number; date: string }[] = []
  const commitments: Commitment[] = []
  const promised = new Map<number, Commitment[]>()
  let clause = 0
  let ahead = -1
  for (const found of datesOf(text, year)) {
    while (clause + 1 < clauses.length && (clauses[clause + 1]?.start ?? 0) <= found.at) clause++
    const own = clauses[clause]
    const date = found.date.date
    if (!own || date === undefined || own.inTitle) continue
    const pre = text.slice(Math.max(own.start, found.at - 24), found.at)
    const post = text.slice(found.end, Math.max(own.end, found.end)).slice(0, 40)
    if (UNTIL.test(pre)) {
      asOf.push({ at: found.at, date })
    } else if (looksAhead(pre, post, found, ahead === own.part)) {
      ahead = own.part
      const promise = { raw: found.date.raw, start: found.at, end: found.end, date, what: whatOf(pre, post) }
      commitments.push(promise)
      promised.set(clause, [...(promised.get(clause) ?? []), promise])
    } else if (isSpan(text, found, year) && (/^(?:今年|本年)?\s*$/.test(pre) || BY.test(`${pre}|${post}`))) {
      asOf.push({ at: found.at, date })
    }
  }
  return { asOf, commitments, promised }
}

/** The dates of a text, with those that only 截至 makes dates: 截至20日 is of the month named before it, 截至5.26 a day. */
function datesOf(text: string, year: number): readonly FoundDate[] {
  const dates = findDates(text, { year })
  const short: FoundDate[] = []
  let next = 0
  for (const match of text.matchAll(SHORT_UNTIL)) {
    const at = match.index + match[0].length - (match[1] ?? '').length
    while (next < dates.length && (dates[next]?.at ?? 0) < at) next++
    const before = dates[next - 1]
    if (!match[3] && before?.date.date === undefined) continue
    const [month, day] = match[3] ? [Number(match[2]), Number(match[3])] : [Number(before?.date.date?.slice(5, 7)), Number(match[2])]
    const date = isoDate(match[3] || !before ? year : Number(before.date.date?.slice(0, 4)), month, day)
    if (date !== undefined && dates[next]?.at !== at)
      short.push({ at, end: match.index + match[0].length, date: { raw: match[1] ?? '', date, kind: 'short' } })
  }
  return short.length === 0 ? dates : [...dates, ...short].sort((one, other) => one.at - other.at)
}

/** Whether a date is promised; `going` where one of the same part of the sentence just was. */
function looksAhead(pre: string, post: string, found: FoundDate, going: boolean): boolean {
  if (/^(?:19|20)\d\d\s?年$/.test(found.date.raw)) return false
  if (/截[至止]|自\s*$/.test(pre)) return false
  if (FORECAST.pattern.test(pre)) return true
  if (/前$/.test(found.date.raw) || /^(?:之?前|以前)/.test(post)) return !/已|完成了/.test(pre + post)
  return going && /^[^已]{0,20}$/.test(post) && !/已/.test(pre)
}

/** 1-5月, 上半年, 三季度末 and 5月份， are spans of this year that a text reports on; 6月15日, 2021年 and 全年300场 are not. */
function isSpan(text: string, found: FoundDate, year: number): boolean {
  const { raw, date, kind } = found.date
  const after = text.slice(found.end, found.end + 4)
  if (kind === 'exact' || !date?.startsWith(String(year)) || /^(?:去年|上年)/.test(raw)) return false
  if (/全年$/.test(raw)) return /^(?:累计|共|实际|已)/.test(after)
  if (/^(?:(?:19|20)\d\d|二[〇零].*)\s?年$/.test(raw) || /[日号]$/.test(raw)) return false
  return /[-~—至到季]|半年|^(?:今年|本年)?[前上下]|个月$/.test(raw) || /^份?(?:[，,]|全[市县区省]|我[市县区]|[当单]月|累计|共)/.test(after)
}

/** What is promised: the words behind the date, else those before it without the forecast. */
const whatOf = (pre: string, post: string): string => {
  const behind = post.replace(/^[前底末]?(?:之前|以前)?/, '').trim()
  return behind || pre.replace(/.*(?:预计|计划|力争|拟|将)/, '').trim()
}

/** 县法律援助中心1-9月共接待: the span comes behind who reports. */
const BY = /^[^\d，。]{2,14}\|(?:份)?(?:共|累计)/
/** 截至, 截止日期： directly before the date. */
const UNTIL = /截[至止](?:日期|时间)?(?:为|到|[：:])?\s*$/
/** 截至20日, 截至5.26: days that only 截至 makes dates. */
const SHORT_UNTIL = /截[至止]到?\s?((\d{1,2})(?:[日号]|[.．](\d{1,2})(?![\d.．%％万亿])))/g
