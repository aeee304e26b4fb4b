import { chineseDate } from '../../quantity/dates/chineseDate.ts'
import { findDates } from '../../quantity/dates/findDates.ts'
import { type LintContext, type LintFinding, lintFinding, type ReportCheck } from './lintFinding.ts'
import { FORECAST } from './lintWords.ts'
import { type ProgressPart, progressParts } from './progressParts.ts'
import { saysHowItWent } from './saysHowItWent.ts'

/** 截至5月26日, 截止目前 */
const AS_OF = /截[至止](?:到)?\s*(目前|现在|[^，。；、]{2,12})/g
/** How much of the text after a forecast's date is quoted: what is to be done by then. */
const QUOTED_AFTER = 8
/** 比原预计于 */
const LONGEST_FORECAST = 5

/** As-of dates that differ from unit to unit, and forecasts whose day has come by the day of the report. */
export const checkDates: ReportCheck = (report, context) => {
  const parts = progressParts(report, context.register)
  const phrases = parts.flatMap((part) => asOfPhrases(part, context))
  const dates = [...new Set(phrases.map(({ date }) => date ?? ''))]
  // without the day of the report, the latest as-of date of its text
  const day = context.on ?? [...dates].sort().at(-1)
  return [
    ...mixedDates(phrases, dates),
    ...(day === undefined || day === '' ? [] : parts.flatMap((part) => pastForecasts(part, day, context))),
  ]
}

interface AsOfPhrase {
  readonly line: number
  /** "截至5月26日" */
  readonly words: string
  /** ISO; undefined for 目前 and the like. */
  readonly date: string | undefined
}

function asOfPhrases({ place, text }: ProgressPart, { register }: LintContext): readonly AsOfPhrase[] {
  return [...text.matchAll(AS_OF)].map(([, words = '']) => ({
    line: place.line,
    words: `截至${words}`,
    date: findDates(words, { year: register.year })[0]?.date.date,
  }))
}

/** AS_OF_MIXED, once a report, on the line of the first as-of date: each wording with how often it is used. */
function mixedDates(phrases: readonly AsOfPhrase[], dates: readonly string[]): readonly LintFinding[] {
  const first = phrases[0]
  if (!first || dates.length < 2) return []
  const quote = [...Map.groupBy(phrases, ({ words }) => words)].map(([words, all]) => `${words}×${all.length}`).join('、')
  const known = dates.filter((date) => date !== '').sort()
  return [lintFinding('AS_OF_MIXED', { line: first.line, task: null }, quote, { dates: known.join('、') })]
}

/** DATE_PAST: 预计5月底完工 in a report of 31 May, in the text's own words; not where the text goes on to say how it went. */
function pastForecasts(part: ProgressPart, day: string, { register }: LintContext): readonly LintFinding[] {
  const { place, text } = part
  return findDates(text, { year: register.year }).flatMap(({ at, end, date }) => {
    if (date.date === undefined || date.date > day) return []
    const lead = FORECAST.pattern.exec(text.slice(Math.max(0, at - LONGEST_FORECAST), at))?.[0]
    if (lead === undefined || saysHowItWent(part, end)) return []
    const [words = ''] = text.slice(at - lead.length, end + QUOTED_AFTER).split(/[，。；]/)
    return [lintFinding('DATE_PAST', place, words, { on: chineseDate(day) })]
  })
}
