import type { ConsolidatedIndicator, IndicatorFigures } from '../wire/consolidation.ts'
import { isWhole } from './cityReported.ts'

/** What is stored of an earlier period's indicators, by id, to show how far they moved. */
export type EarlierFigures = Readonly<Record<string, EarlierFigure>>
/** The city's figure of one indicator as an earlier period had it, scaled; null where it was missing. */
export interface EarlierFigure {
  readonly cumulative: number | null
  readonly percent: number | null
  readonly complete: boolean
  /** The areas that had a figure, in the register's order. */
  readonly areas: string
}

/** The compact form of a period's figures that later periods are compared with. */
export const earlierFigures = (indicators: readonly IndicatorFigures[]): EarlierFigures =>
  Object.fromEntries(indicators.map((one) => [one.indicator, earlierFigure(one)]))

const earlierFigure = (one: IndicatorFigures): EarlierFigure => ({
  cumulative: one.cumulative,
  percent: one.percent,
  complete: isWhole(one),
  areas: one.areas
    .filter((area) => area.cumulative !== null || area.percent !== null)
    .map(({ area }) => area)
    .join(),
})

/**
 * How an indicator of the city moved since an earlier period. Null where a side is missing, and where the two were made
 * of different areas: a county that reports for the first time is no progress of this month.
 *
 * | before | now | change |
 * | --- | --- | --- |
 * | 100 | 130 | 30 |
 * | – | 130 | – |
 * | 4 of 6 counties | 6 of 6 counties | – |
 * | 6 of 6 counties | the department's one row, complete | now − before |
 */
export function changeSince(now: IndicatorFigures, before: EarlierFigure | undefined): ConsolidatedIndicator['change'] {
  const known = earlierFigure(now)
  if (!before || !((before.complete && known.complete) || before.areas === known.areas)) return { cumulative: null, percent: null }
  return { cumulative: minus(now.cumulative, before.cumulative), percent: minus(now.percent, before.percent) }
}

const minus = (now: number | null, before: number | null): number | null => (now === null || before === null ? null : now - before)
