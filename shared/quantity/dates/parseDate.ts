import { wordList } from '../../base/wordList.ts'
import type { CellValue } from '../../grid/grid.ts'
import { isDateFormat } from '../isDateFormat.ts'
import { narrow } from '../narrow.ts'
import type { ParsedDate } from '../parsed.ts'
import { shortestDecimal } from '../shortestDecimal.ts'
import { daysInMonth, isoDate, isoFromSerial } from './calendar.ts'
import type { DateContext } from './dateContext.ts'
import { findDates } from './findDates.ts'

/**
 * The date of a cell. Numbers: serials (44342 is 2021-05-26), 20210526, and mistyped ones (5.26; 5.2 is ambiguous, since
 * a typed 5.20 becomes 5.2). Texts: everything `findDates` knows; of several dates the last (“6月初开工，12月底完工”).
 * Undefined where no date can be read. Never throws.
 */
export function parseDate(value: CellValue, context: DateContext = {}): ParsedDate | undefined {
  if (typeof value === 'number') return fromNumber(value, context)
  if (typeof value !== 'string' || value.length > LONGEST) return undefined
  const raw = value.trim()
  const line = narrow(raw).replace(/\s+/g, ' ')
  if (line === '') return undefined
  // A serial or 20210526 that was stored as a text.
  if (/^\d{5}(?:\.\d+)?$|^\d{8}$/.test(line)) return withRaw(fromNumber(Number(line), context), raw)
  // 5.26 and 5-26: without a year findDates would not take them for dates.
  const short = /^(\d{1,2})[.\-/](\d{1,2})$/.exec(line)
  if (short) return shortDate(Number(short[1]), Number(short[2]), context.year, raw)
  const dates = findDates(raw, context)
  const last = dates.at(-1)
  if (last) return { ...last.date, raw }
  return OPEN_ENDED.pattern.test(line) ? { date: undefined, kind: 'openEnded', raw } : undefined
}

/** Serials first (a date format makes any number one), then 20210526, then what looks like a mistyped date. */
function fromNumber(value: number, context: DateContext): ParsedDate | undefined {
  if (!Number.isFinite(value) || value <= 0) return undefined
  const raw = shortestDecimal(value)
  if (isDateFormat(context.format ?? 'General') && value >= 60) return serial(value, context, raw)
  if (value >= FIRST_SERIAL && value < LAST_SERIAL) return serial(value, context, raw)
  const compact = /^((?:19|20)\d\d)(\d\d)(\d\d)$/.exec(raw)
  if (compact) return exact(Number(compact[1]), Number(compact[2]), Number(compact[3]), raw)
  const [whole = '', fraction] = raw.split('.')
  if (/^(?:19|20)\d\d$/.test(whole)) return yearAndMonth(Number(whole), fraction, raw)
  const month = Number(whole)
  if (month < 1 || month > 12) return undefined
  if (fraction === undefined) return context.year === undefined ? undefined : vague(context.year, month, raw)
  if (fraction.length > 2) return undefined
  return monthAndDay(month, fraction, context.year, raw)
}

/** 5.26 is 5月26日; 5.2 is 5月2日 or 5月20日; 5.4 can only be 5月4日. */
function monthAndDay(month: number, fraction: string, year: number | undefined, raw: string): ParsedDate | undefined {
  const days = fraction.length === 1 ? [Number(fraction), Number(fraction) * 10] : [Number(fraction)]
  if (year === undefined) return { date: undefined, kind: 'asNumber', raw }
  const candidates = days.map((day) => isoDate(year, month, day)).filter((date) => date !== undefined)
  const [first, second] = candidates
  if (first === undefined) return undefined
  return second === undefined ? { date: first, kind: 'asNumber', raw } : { date: undefined, kind: 'ambiguous', candidates, raw }
}

/** 2021.5 is May 2021, 2021.1 January or October. */
function yearAndMonth(year: number, fraction: string | undefined, raw: string): ParsedDate | undefined {
  if (fraction === undefined) return vague(year, 12, raw)
  const months = fraction === '1' ? [1, 10] : [Number(fraction)]
  const valid = months.filter((month) => month >= 1 && month <= 12)
  const [first, second] = valid
  if (first === undefined || fraction.length > 2) return undefined
  if (second === undefined) return vague(year, first, raw)
  const candidates = valid.map((month) => isoDate(year, month, daysInMonth(year, month)) ?? '')
  return { date: undefined, kind: 'ambiguous', candidates, raw }
}

function serial(value: number, context: DateContext, raw: string): ParsedDate | undefined {
  const date = isoFromSerial(value, context.date1904 ?? false)
  return date === undefined ? undefined : { date, kind: 'serial', raw }
}

function exact(year: number, month: number, day: number, raw: string): ParsedDate | undefined {
  const date = isoDate(year, month, day)
  return date === undefined ? undefined : { date, kind: 'exact', raw }
}

function shortDate(month: number, day: number, year: number | undefined, raw: string): ParsedDate | undefined {
  if (year === undefined) return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? { date: undefined, kind: 'short', raw } : undefined
  const date = isoDate(year, month, day)
  return date === undefined ? undefined : { date, kind: 'short', raw }
}

const vague = (year: number, month: number, raw: string): ParsedDate => ({
  date: isoDate(year, month, daysInMonth(year, month)),
  kind: 'vague',
  raw,
})

const withRaw = (date: ParsedDate | undefined, raw: string): ParsedDate | undefined => date && { ...date, raw }

/** Serials of 1954 to 2119: no figure of a date column is that large, no date of a project outside them. */
const FIRST_SERIAL = 20_000
const LAST_SERIAL = 80_000
/** A longer text is a narrative, not a date. */
const LONGEST = 200

/** A date that has no end. */
export const OPEN_ENDED = wordList([
  { word: '长期', example: '长期坚持' },
  { word: '常年', example: '常年开展' },
  { word: '持续', example: '持续推进' },
  { word: '常态化', example: '常态化开放' },
  { word: '不间断', example: '不间断' },
  { word: '无期限', example: '无期限' },
  { word: '跨年', example: '跨年实施' },
])
