import type { Indicator } from '../register/register.ts'
import type { Comparable } from '../wire/comparable.ts'
import type { ConsolidatedIndicator, IndicatorFigures } from '../wire/consolidation.ts'
import { isWhole } from './cityReported.ts'

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
}

/** The compact form of a period's figures that later periods are compared with. */
export const earlierFigures = (indicators: readonly IndicatorFigures[]): EarlierFigures =>
  Object.fromEntries(indicators.map((one) => [one.indicator, earlierFigure(one)]))

const earlierFigure = (one: IndicatorFigures): EarlierFigure => {
  const areas = one.areas.filter((area) => area.cumulative !== null || area.percent !== null)
  const counted = areas.flatMap(({ sources }) => sources.filter((source) => source.counted && source.value !== null))
  return {
    cumulative: one.cumulative,
    percent: one.percent,
    target: one.target,
    complete: isWhole(one),
    areas: areas.map(({ area }) => area).join(),
    stages: [...new Set(counted.map(({ stage }) => stage ?? ''))].sort(),
  }
}

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
 * | 100 of a target of 300 | 130 of a target of 320 | 30, no percent points |
 * | 40 开工 | 10 完工 | otherStage |
 */
export function changeSince(now: IndicatorFigures, earlier: EarlierFigures | null, indicator: Pick<Indicator, 'countsStage'>): Change {
  if (earlier === null) return { ...NONE, comparable: 'noPeriod' }
  const before = earlier[now.indicator]
  const comparable = comparableOf(earlierFigure(now), before, indicator)
  if (before === undefined || comparable !== 'yes') return { ...NONE, comparable }
  const isShare = now.measure !== '%'
  const percent = isShare && now.target !== before.target ? null : minus(now.percent, before.percent)
  return { cumulative: minus(now.cumulative, before.cumulative), percent, comparable }
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
