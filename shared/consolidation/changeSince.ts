import type { Indicator } from '../register/register.ts'
import type { Comparable } from '../wire/comparable.ts'
import type { ConsolidatedIndicator, IndicatorFigures, Source } from '../wire/consolidation.ts'
import { cityFigure } from './cityFigure.ts'
import { isWhole } from './cityReported.ts'
import { knownPercent } from './knownPercent.ts'

/** What is stored of an earlier period's indicators, by id, to show how far they moved. */
export type EarlierFigures = Readonly<Record<string, EarlierFigure>>
/** The city's figure of one indicator as an earlier period had it, scaled; null where it was missing. */
export interface EarlierFigure {
  readonly cumulative: number | null
  readonly percent: number | null
  /** The city's target then: a share of another target is another share. */
  readonly target: number | null
  readonly complete: boolean
  /** The areas that had a figure, in the register's order. */
  readonly areas: string
  /** The stages of the rows that it is made of, in order; "" for none named. */
  readonly stages: readonly string[]
  /** What counties with a target of their own had, by area; absent of others. */
  readonly counties?: Readonly<Record<string, number>>
}

/** The compact form of a period's figures that later periods are compared with. */
export const earlierFigures = (indicators: readonly IndicatorFigures[]): EarlierFigures =>
  Object.fromEntries(indicators.map((one) => [one.indicator, { ...earlierFigure(one), ...ofCounties(one) }]))

/** Of 清零 it is looked at whether a county has more left; of what has no county targets nothing is kept. */
function ofCounties({ counties }: IndicatorFigures): Pick<EarlierFigure, 'counties'> {
  const had = counties.flatMap(({ area, cumulative }) => (cumulative === null ? [] : [[area, cumulative] as const]))
  return had.length === 0 ? {} : { counties: Object.fromEntries(had) }
}

const earlierFigure = (one: IndicatorFigures): EarlierFigure => {
  const { value, percent, statedOnly } = cityFigure(one)
  if (statedOnly)
    return { cumulative: value, percent, target: one.target, complete: true, areas: STATED, stages: stagesIn(one.statedSources) }
  const areas = one.areas.filter((area) => area.cumulative !== null || area.percent !== null)
  return {
    cumulative: one.cumulative,
    percent: one.percent,
    target: one.target,
    complete: isWhole(one),
    areas: areas.map(({ area }) => area).join(),
    stages: stagesIn(areas.flatMap(({ sources }) => sources)),
  }
}

/** In place of areas: what is stated for the city as a whole. */
const STATED = 'stated'

const stagesIn = (sources: readonly Source[]): readonly string[] =>
  [...new Set(sources.filter(({ counted, value }) => counted && value !== null).map(({ stage }) => stage ?? ''))].sort()

type Change = ConsolidatedIndicator['change']
const NONE = { cumulative: null, percent: null } as const

/**
 * How an indicator of the city moved since an earlier period (null where there is none), and whether that can be said at all.
 *
 * | before | now | |
 * | --- | --- | --- |
 * | 100 | 130 | 30 |
 * | – | 130 | nothingBefore |
 * | 4 of 6 counties | 6 of 6 counties | otherAreas |
 * | 3 required counties | the same and one that need not | otherAreas |
 * | 6 of 6 counties | the department's one row, complete | now − before |
 * | 6 of 6 counties, or the whole city's row | the whole city's row beside silent counties | now − before |
 * | 100 of a target of 300 | 130 of a target of 320 | 30, no percent points |
 * | 40 开工 | 10 完工 | otherStage |
 */
export function changeSince(now: IndicatorFigures, earlier: EarlierFigures | null, indicator: Pick<Indicator, 'countsStage'>): Change {
  if (earlier === null) return { ...NONE, comparable: 'noPeriod' }
  const before = earlier[now.indicator]
  const comparable = comparableOf(earlierFigure(now), before, indicator)
  if (before === undefined || comparable !== 'yes') return { ...NONE, comparable }
  const [is, was] = [earlierFigure(now), before]
  const cumulative = minus(is.cumulative, was.cumulative)
  return { cumulative, percent: now.measure === '%' ? minus(is.percent, was.percent) : pointsOf(cumulative, is, was), comparable }
}

/** What was added as a share of the target, of the exact figures: 10 of 300 is 3.33, while 16.67 − 13.33 is 3.34. */
function pointsOf(moved: number | null, now: EarlierFigure, before: EarlierFigure): number | null {
  if (now.percent === null || before.percent === null || now.target !== before.target) return null
  return knownPercent(moved, now.target)
}

function comparableOf(now: EarlierFigure, before: EarlierFigure | undefined, indicator: Pick<Indicator, 'countsStage'>): Comparable {
  if (!hasFigure(now)) return 'nothingNow'
  if (before === undefined || !hasFigure(before)) return 'nothingBefore'
  if (!sameAreas(now, before)) return 'otherAreas'
  return stagesOf(now, indicator) === stagesOf(before, indicator) ? 'yes' : 'otherStage'
}

const hasFigure = ({ cumulative, percent }: EarlierFigure): boolean => cumulative !== null || percent !== null

/** The same areas; or counties on one side and the city's one row on the other, both whole. */
function sameAreas(now: EarlierFigure, before: EarlierFigure): boolean {
  if (now.areas === before.areas) return true
  return now.complete && before.complete && now.areas.includes(',') !== before.areas.includes(',')
}

/** A figure without a stage is one at the stage that counts. */
const stagesOf = ({ stages }: EarlierFigure, { countsStage }: Pick<Indicator, 'countsStage'>): string =>
  [...new Set(stages.map((stage) => stage || countsStage))].sort().join()

const minus = (now: number | null, before: number | null): number | null => (now === null || before === null ? null : now - before)
