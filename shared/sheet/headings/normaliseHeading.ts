import { compactText, withoutSpace } from '../view/compactText.ts'

/** A heading cell taken apart. */
export interface Heading {
  /** As written, white space removed: what a person sees again. */
  readonly shown: string
  /** Comparable: NFKC, no white space, trailing brackets, year and month removed. */
  readonly core: string
  /** What stood in trailing brackets or behind a colon (公里, 截至5月26日, 市交通运输局). */
  readonly hints: readonly string[]
  /** The month that the heading names, of a range or 截至 the last one; `range` where the figure is a running total. */
  readonly month?: { readonly last: number; readonly range: boolean }
  readonly year?: number
  /** Ends in "%" or has it in brackets. */
  readonly percentSign: boolean
}

/** The last brackets of a heading, closed or not: 农村公路（公里）, 计划投资额(万元. */
const TAIL = /^(.+?)[([【〔]([^()[\]【】〔〕]*)[)\]】〕]?$/u
/** 县(市、区) and the like are names; their brackets are not hints. */
const BRACKETED_NAME = /^(县|县\(市|区|市)$/u
const COLON = /^([^:]{2,12}):(.+)$/u
const YEAR = /^(?:其中:?)?((?:19|20)\d{2})年度?/u

const UNTIL = '(?:截[至止]到?|至|到)?'
const SPAN_START = '(?:(\\d{1,2})月?[-—–~～至到]+)?'
const MONTH_END = '(?:份|底|末|\\d{1,2}日|[上中下]旬)?止?'
/** 5月, 1-5月, 截至2021年5月底: the first group is the month that a span begins with, the second the (last) month. */
const MONTHS = new RegExp(`^${UNTIL}(?:(?:19|20)\\d{2}年)?${SPAN_START}(\\d{1,2})月${MONTH_END}`, 'u')

/**
 * Headings that were taken apart. The same ones come again in every table of every sheet; what comes from sheets must not
 * grow without end, and a long text is not a heading.
 */
const cache = new Map<string, Heading>()
const MOST_CACHED = 5_000
const LONGEST_CACHED = 200

/**
 * Takes a heading apart; the same text is taken apart once.
 *
 *     heading                core          hints        month        year
 *     农村公路（公里）          农村公路        公里
 *     其中：2020年续建          续建                                   2020
 *     1-5月累计完成            累计完成                     5, range
 *     5月份完成数（万元）        本月完成数      万元         5
 *     进展情况：截至5月26日      进展情况        截至5月26日
 */
export function normaliseHeading(text: string): Heading {
  const known = cache.get(text)
  if (known) return known
  const heading = takeApart(text)
  if (cache.size > MOST_CACHED) cache.clear()
  if (text.length < LONGEST_CACHED) cache.set(text, heading)
  return heading
}

function takeApart(text: string): Heading {
  const shown = withoutSpace(text)
  const { rest, hints } = takeHints(compactText(text).replace(/[*:·．.]+$/u, ''))
  const year = YEAR.exec(rest)
  const dated = takeMonths(rest)
  const core = (dated?.core ?? (year ? rest.slice(year[0].length) || rest : rest))
    .replace(/^截[至止]目前/u, '目前')
    .replace(/^累积/u, '累计')
  return {
    shown,
    core,
    hints,
    ...(dated ? { month: dated.month } : {}),
    ...(year?.[1] ? { year: Number(year[1]) } : {}),
    percentSign: /[%％]$/u.test(core) || hints.some((hint) => hint === '%' || hint === '百分比'),
  }
}

/** Takes off what stands in trailing brackets or behind a colon, from left to right. */
function takeHints(text: string): { readonly rest: string; readonly hints: readonly string[] } {
  let rest = text
  const hints: string[] = []
  for (let found = TAIL.exec(rest); found?.[1] && found[2] !== undefined; found = TAIL.exec(rest)) {
    if (BRACKETED_NAME.test(found[1])) break
    hints.unshift(found[2])
    rest = found[1]
  }
  const colon = COLON.exec(rest)
  if (colon?.[1] && colon[2] && !/^其中/u.test(colon[1]) && !/^[\d.]+$/u.test(colon[2]))
    return { rest: colon[1], hints: [...hints, colon[2]] }
  return { rest, hints }
}

/**
 * Puts 累计 in place of a span of months and 本月 in place of a single one.
 *
 *     1-5月累计完成, 截至5月底完成     累计完成
 *     5月份完成                     本月完成
 */
function takeMonths(text: string): { readonly core: string; readonly month: NonNullable<Heading['month']> } | undefined {
  const months = MONTHS.exec(text)
  if (!months?.[2]) return undefined
  const rest = text.slice(months[0].length).replace(/^(止|的|,|，)/u, '')
  const range = months[1] !== undefined || /^[截至到]/u.test(months[0])
  if (!range && /^[当本]月/u.test(rest)) return { core: `本月${rest.slice(2)}`, month: { last: Number(months[2]), range } }
  const prefix = range ? (/^累[计积]/u.test(rest) ? '' : '累计') : '本月'
  return { core: `${prefix}${rest}`, month: { last: Number(months[2]), range } }
}
