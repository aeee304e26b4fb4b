import { citySources } from '../consolidation/cityFigure.ts'
import type { CityFigures, IndicatorFigures } from '../wire/consolidation.ts'

/**
 * What a formal report may show: figures to which a unit contributes that the coordinator has not accepted, and texts of such
 * a unit, are in no part of it: not in its sentences, its counts, its as-of day or its list of sources.
 */
export const shownFigures = (figures: CityFigures, pending: ReadonlySet<string>): CityFigures => ({
  ...figures,
  indicators: figures.indicators.map((found) => withoutPending(found, pending)),
  narratives: figures.narratives.filter(({ reporter }) => !pending.has(reporter)),
  otherTexts: figures.otherTexts.filter(({ reporter }) => !pending.has(reporter)),
})

/** The units not accepted yet whose rows an indicator's figure is made of. */
export const pendingReporters = (found: IndicatorFigures, pending: ReadonlySet<string>): readonly string[] =>
  citySources(found)
    .map(({ reporter }) => reporter)
    .filter((reporter) => pending.has(reporter))

/** The indicators whose figure, or what was stated for the whole city in its place, is left out. */
export const withheldIndicators = ({ indicators }: CityFigures, pending: ReadonlySet<string>): readonly string[] =>
  indicators.flatMap((found) => (pendingReporters(found, pending).length > 0 ? [found.indicator] : []))

/** A sum that lacks a part would be another figure: where one part may not be shown, none is. */
function withoutPending(found: IndicatorFigures, pending: ReadonlySet<string>): IndicatorFigures {
  const isStatedShown = !found.statedSources.some(({ reporter }) => pending.has(reporter))
  const { stated, statedSources } = isStatedShown ? found : { stated: null, statedSources: [] }
  const counties = found.counties.filter(({ reporter }) => reporter === null || !pending.has(reporter))
  if (pendingReporters(found, pending).length === 0) return { ...found, stated, statedSources, counties }
  const areas = found.areas.map((area) => ({
    ...area,
    ...{ cumulative: null, percent: null, asOf: null, reported: 'nothing' as const, sources: [] },
  }))
  const nothing = { cumulative: null, percent: null, state: 'missing', reported: 'nothing', stated: null, statedSources: [] } as const
  return { ...found, ...nothing, statedSources: [], areas, counties: [] }
}
