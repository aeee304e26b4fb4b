import { asScaled, type Scaled } from '../quantity/scaled.ts'
import type { IndicatorFigures, Source } from '../wire/consolidation.ts'
import { isWhole } from './cityReported.ts'
import { knownPercent } from './knownPercent.ts'

/** The figure to show and judge for the whole city, and whether it is only what was stated while county rows are missing. */
export interface CityFigure {
  readonly value: Scaled | null
  readonly percent: Scaled | null
  readonly statedOnly: boolean
}

/**
 * The rolled-up figure; where no county has a figure, the row stated for the whole city, marked as such. A stated
 * row is never mixed with county rows.
 */
export function cityFigure(found: IndicatorFigures | undefined): CityFigure {
  if (!found) return { value: null, percent: null, statedOnly: false }
  const statedOnly = found.reported === 'wholeOnly' && found.stated !== null
  if (!statedOnly) return { value: scaled(found.cumulative), percent: scaled(found.percent), statedOnly }
  return { ...wholeFigure(found, found.stated), statedOnly }
}

/** What was stated for the whole city, as the figure that it is. */
function wholeFigure({ measure, target }: IndicatorFigures, stated: number | null): Pick<CityFigure, 'value' | 'percent'> {
  const isRate = measure === '%'
  return { value: isRate ? null : scaled(stated), percent: isRate ? scaled(stated) : knownPercent(stated, target) }
}

/**
 * The figure that a light is judged by: where counties that have the task lack in the sum, and a figure was stated for the whole city, that
 * one: a part is no measure of the whole. Shown is the sum with the stated figure beside it; whoever says the light says which it is of.
 */
export function judgedFigure(found: IndicatorFigures | undefined): CityFigure & { readonly ofStated: boolean } {
  const shown = cityFigure(found)
  if (!found || shown.statedOnly || found.stated === null || isWhole(found)) return { ...shown, ofStated: false }
  return { ...wholeFigure(found, found.stated), statedOnly: false, ofStated: true }
}

/** The rows behind what is known of an indicator for the city: those of its areas; where none of them has a figure, what was stated for the whole, too. */
export const citySources = ({ areas, cumulative, percent, statedSources }: IndicatorFigures): readonly Source[] => [
  ...areas.flatMap(({ sources }) => sources),
  ...(cumulative === null && percent === null ? statedSources : []),
]

/** Of these the rows of areas that reported anything: whose report it is that stands there. */
export const reportingSources = (found: IndicatorFigures): readonly Source[] => {
  const without = new Set(found.areas.filter(({ reported }) => reported === 'nothing').flatMap(({ sources }) => sources))
  return citySources(found).filter((source) => !without.has(source))
}

const scaled = (figure: number | null): Scaled | null => (figure === null ? null : asScaled(figure))
