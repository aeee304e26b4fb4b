import type { CellFact, Check, CheckFacts } from '../finding/facts.ts'
import { daysBetween } from '../quantity/dates/calendar.ts'
import { percentOf } from '../quantity/percent.ts'
import { asScaled, decimalFromScaled, type Scaled } from '../quantity/scaled.ts'
import { type FigureRecord, recordKeyText } from '../record/figureRecord.ts'
import { FINISHED_WORDS, NO_WORDS, YES_WORDS } from './lookups/checkWords.ts'
import { dayAhead } from './lookups/dayAhead.ts'
import { factIndex } from './lookups/factIndex.ts'
import { raise } from './lookups/raise.ts'
import { sheetDate } from './lookups/sheetDate.ts'
import { indicatorOf, targetOf } from './lookups/truth.ts'

/**
 * STATUS_CONTRADICTION: a flag contradicts the figures of its row.
 *
 *     flag               figures                          finding
 *     已完成 是           cumulative below target           warning
 *     已完成 否           cumulative reaches the target     warning
 *     已开工 否           cumulative above 0                warning
 *     达到序时进度 是      below elapsed days and month/12    warning
 *     达到序时进度 否      above both                        warning
 *     达到序时进度 是      between the two                   none
 *     status 已完成       cumulative below target            warning
 */
export const statusContradiction: Check = (facts) => {
  const { flags } = factIndex(facts)
  if (flags.length === 0) return []
  const byKey = new Map(facts.records.map((record) => [`${record.origin.row}|${recordKeyText(record)}`, record]))
  const byRow = new Map(facts.records.map((record) => [record.origin.row, record]))
  return flags.flatMap((fact) => {
    const record = (fact.record === undefined ? undefined : byKey.get(`${fact.row}|${fact.record}`)) ?? byRow.get(fact.row)
    const params = record && contradiction(facts, fact, record)
    return params
      ? [
          raise(
            'STATUS_CONTRADICTION',
            fact,
            { flag: fact.field, written: String(fact.value).slice(0, 20), ...params },
            { field: fact.field },
          ),
        ]
      : []
  })
}

function contradiction(facts: CheckFacts, fact: CellFact, record: FigureRecord): Readonly<Record<string, string>> | undefined {
  const says = flagOf(fact)
  const indicator = indicatorOf(facts, record)
  const { cumulative, actual, done } = record.values
  const target = targetOf(facts, record)
  if (says === undefined || !indicator || indicator.direction === 'down') return undefined
  if (indicator.kind === 'milestone') {
    const finished = actual != null && dayAhead(facts, record) === undefined
    return fact.field === 'completed_flag' && says === false && finished && done !== true ? { actual: actual ?? '' } : undefined
  }
  if (indicator.kind !== 'count' || cumulative == null) return undefined
  const figures = { cumulative: decimalFromScaled(cumulative), ...(target !== undefined && { target: decimalFromScaled(target) }) }
  if (fact.field === 'started_flag') return says === false && cumulative > 0 ? figures : undefined
  if (target === undefined || target <= 0) return undefined
  if (fact.field !== 'on_schedule_flag') return says !== cumulative >= target ? figures : undefined
  const reached = percentOf(cumulative, target, 4)
  const asOf = sheetDate(facts, record)
  if (reached === undefined || asOf === undefined) return undefined
  const [least, most] = schedule(asOf)
  const contradicts = says ? reached < least : reached > most
  return contradicts ? { ...figures, scheduled: decimalFromScaled(says ? least : most) } : undefined
}

/**
 * How much of the year has passed, by elapsed days and by months, the smaller first, in percent points: units count
 * 序时进度 either way, so that only what is below or above both contradicts a flag.
 */
function schedule(asOf: string): readonly [least: Scaled, most: Scaled] {
  const days = daysBetween(`${asOf.slice(0, 4)}-01-01`, asOf) + 1
  const byDays = asScaled(Math.floor((days * 1_000_000) / 365))
  const byMonth = asScaled(Math.floor((Number(asOf.slice(5, 7)) * 1_000_000) / 12))
  return byDays < byMonth ? [byDays, byMonth] : [byMonth, byDays]
}

function flagOf(fact: CellFact): boolean | undefined {
  if (typeof fact.value === 'boolean') return fact.value
  const word = String(fact.value ?? '').replace(/\s/g, '')
  if (fact.field === 'status') return FINISHED_WORDS.pattern.test(word) ? true : undefined
  if (YES_WORDS.pattern.test(word)) return true
  if (NO_WORDS.pattern.test(word)) return false
  return undefined
}
