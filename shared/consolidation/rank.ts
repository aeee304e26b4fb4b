import { HUNDRED_PERCENT } from '../quantity/percent.ts'
import type { Scaled } from '../quantity/scaled.ts'
import { assignmentsOf } from '../register/assignmentsOf.ts'
import { countyTargetsOf } from '../register/countyTarget.ts'
import type { AreaCode, Indicator, Register } from '../register/register.ts'
import { registerIndex, unitById } from '../register/registerIndex.ts'
import type { CityFigures, Consolidation, IndicatorFigures } from '../wire/consolidation.ts'
import { knownPercent } from './knownPercent.ts'
import { isProgress, reachedPercent } from './reachedPercent.ts'
import { sumOf } from './sumOf.ts'

/** A county with fewer indicators to be ranked by has no rank: one figure alone would decide it. */
export const FEWEST_RANKED = 3

type Ranking = Consolidation['ranking']
type RankedCounty = Ranking['counties'][number]

/**
 * The counties by the mean of what they reached of their registered targets, each at most 100, so that one task overshot
 * does not hide others left undone. Which indicators count is the register's word alone, never a row's: a county that leaves a
 * poor figure out keeps the target, and has 0 there. What a department is to report of the counties counts once it has of all of
 * them: nobody has 0, nor an advantage, by another's silence. Ties share a rank (1, 1, 3); with fewer than `FEWEST_RANKED` there is none.
 */
export function rankAreas(register: Register, { indicators }: Pick<CityFigures, 'indicators'>): Ranking {
  const byId = registerIndex(register).indicators
  const known = indicators.flatMap((found) => {
    const indicator = byId.get(found.indicator)
    return indicator ? [{ indicator, found }] : []
  })
  const waiting = new Set(known.flatMap(({ indicator, found }) => (isWaiting(register, indicator, found) ? [indicator.id] : [])))
  const counting = known.filter(({ indicator }) => !waiting.has(indicator.id))
  const counties = unlessAllAtZero(countyCodes(register).map((area) => scored(area, sharesOf(area, counting))))
  return {
    fewest: FEWEST_RANKED,
    counties: [...ranked(counties), ...counties.filter(({ score }) => score === null)],
    excluded: register.indicators.flatMap((indicator) =>
      waiting.has(indicator.id) ? [{ indicator: indicator.id, reason: 'notAllReported' as const }] : excluded(register, indicator),
    ),
  }
}

/** Whether a unit that is not the county's own has a figure of a county still to report. */
const isWaiting = (register: Register, indicator: Indicator, { counties }: IndicatorFigures): boolean =>
  isProgress(indicator) &&
  counties.some(
    ({ area, target, reporter, reached }) =>
      target > 0 && reached === null && reporter !== null && unitById(register, reporter)?.area !== area,
  )

const countyCodes = ({ areas }: Register): readonly AreaCode[] => areas.filter(({ level }) => level === 'county').map(({ code }) => code)

interface Share {
  readonly indicator: string
  /** Percent points of the target, not capped; null without a figure that counts. */
  readonly reached: Scaled | null
}

/** What a county reached of each target of its own; an indicator that is promised for the county as a whole is one, too. */
function sharesOf(area: AreaCode, known: readonly { readonly indicator: Indicator; readonly found: IndicatorFigures }[]): readonly Share[] {
  return known.flatMap(({ indicator, found }) => {
    if (!isProgress(indicator)) return []
    const own = found.counties.find((county) => county.area === area) ?? wholeOf(area, indicator, found)
    return own === undefined || own.target <= 0 ? [] : [{ indicator: indicator.id, reached: reachedPercent(indicator, own, own.target) }]
  })
}

function wholeOf(area: AreaCode, indicator: Indicator, found: IndicatorFigures) {
  const target = area === indicator.area ? indicator.target : null
  return target === null ? undefined : { target: target.value, cumulative: found.cumulative, percent: found.percent }
}

function scored(area: AreaCode, shares: readonly Share[]): RankedCounty {
  const points = shares.map(({ reached }) => Math.min(reached ?? 0, HUNDRED_PERCENT))
  return {
    area,
    rank: null,
    score: shares.length < FEWEST_RANKED ? null : knownPercent(sumOf(points), shares.length * HUNDRED_PERCENT),
    counted: shares.map(({ indicator }) => indicator),
    asZero: shares.filter(({ reached }) => reached === null).map(({ indicator }) => indicator),
  }
}

/** While no county has a figure, all would share the first rank: nobody is ranked. */
const unlessAllAtZero = (counties: readonly RankedCounty[]): readonly RankedCounty[] =>
  counties.every(({ score, counted, asZero }) => score === null || counted.length === asZero.length)
    ? counties.map((county) => ({ ...county, score: null }))
    : counties

/** Those with a score, highest first; equal scores keep their order and share a rank. */
function ranked(counties: readonly RankedCounty[]): readonly RankedCounty[] {
  const scores = counties.flatMap(({ score }) => score ?? [])
  return counties
    .flatMap((county) => (county.score === null ? [] : [{ ...county, score: county.score, rank: 1 }]))
    .sort((a, b) => b.score - a.score)
    .map((county) => ({ ...county, rank: 1 + scores.filter((score) => score > county.score).length }))
}

/** Why an indicator that counties answer for is no part of any rank. */
function excluded(register: Register, indicator: Indicator): Ranking['excluded'] {
  if (indicator.kind !== 'count' && indicator.kind !== 'percent') return []
  const counties = new Set(countyCodes(register))
  if (!assignmentsOf(register, indicator.id).some(({ areas }) => areas.some((area) => counties.has(area)))) return []
  const targets = [
    ...countyTargetsOf(indicator).map(({ value }) => value),
    ...(counties.has(indicator.area) ? (indicator.target ? [indicator.target.value] : []) : []),
  ]
  if (targets.length === 0) return [{ indicator: indicator.id, reason: 'noCountyTarget' }]
  if (!isProgress(indicator)) return [{ indicator: indicator.id, reason: 'noProgress' }]
  return targets.every((value) => value <= 0) ? [{ indicator: indicator.id, reason: 'nothingToReach' }] : []
}
