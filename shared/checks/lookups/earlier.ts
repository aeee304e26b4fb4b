import { oncePer } from '../../base/oncePer.ts'
import type { CheckFacts } from '../../finding/facts.ts'
import type { Scaled } from '../../quantity/scaled.ts'
import { type FigureRecord, recordKeyText } from '../../record/figureRecord.ts'
import type { EarlierRecord } from '../../record/reading.ts'

/** What the reporter stored of the same subject, area and part in the periods before, newest first. */
export const earlierOf = (facts: CheckFacts, record: FigureRecord): readonly EarlierRecord[] => {
  const all = byKey(facts.context.earlier ?? NONE)
  return all.size === 0 ? NONE : (all.get(recordKeyText(record)) ?? NONE)
}

/** The newest of each key. */
export const earlierRecords = (facts: CheckFacts): ReadonlyMap<string, EarlierRecord> => newest(facts.context.earlier ?? NONE)

const NONE: readonly EarlierRecord[] = []

const byKey = oncePer((records: readonly EarlierRecord[]): ReadonlyMap<string, readonly EarlierRecord[]> => {
  const lists = Map.groupBy(records, recordKeyText)
  for (const list of lists.values()) list.sort((one, other) => ((one.period ?? '') < (other.period ?? '') ? 1 : -1))
  return lists
})

const newest = oncePer(
  (records: readonly EarlierRecord[]): ReadonlyMap<string, EarlierRecord> =>
    new Map([...byKey(records)].flatMap(([key, [first]]) => (first ? [[key, first]] : []))),
)

/** A cumulative figure of a period before. */
export interface EarlierFigure {
  readonly value: Scaled
  /** "2021-04"; undefined where it is not known. */
  readonly period: string | undefined
}

/** The newest cumulative figure of the periods before: a period for which nothing was reported is passed over. */
export function earlierFigure(facts: CheckFacts, record: FigureRecord): EarlierFigure | undefined {
  for (const { values, period } of earlierOf(facts, record)) if (values.cumulative != null) return { value: values.cumulative, period }
  return undefined
}

/**
 * The cumulative figure of the month right before this period: what a column 上期累计 repeats. Undefined where that month
 * was not reported, since the unit's own column then holds what nobody has stored.
 */
export function figureOfMonthBefore(facts: CheckFacts, record: FigureRecord): (EarlierFigure & { readonly period: string }) | undefined {
  const { value, period } = earlierFigure(facts, record) ?? {}
  return value !== undefined && period !== undefined && monthAfter(period) === facts.context.period ? { value, period } : undefined
}

/** "2021-06" for "2021-05". */
function monthAfter(period: string): string {
  const [year = 0, month = 0] = period.split('-').map(Number)
  return month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`
}
