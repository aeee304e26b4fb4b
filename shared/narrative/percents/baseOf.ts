import { judgePercent } from '../../quantity/percent.ts'
import type { PercentBase, PercentPlace } from './percentPlace.ts'

/**
 * The figure that a percentage rests on, among those of its sentence, else of the sentence before: in a list of percentages
 * the figure of the same place, else the one whose percentage of its target it is, else the last whole figure.
 *
 *     宫颈癌3412人、乳腺癌3306人，分别占71.8%、69.6%     each rests on its own
 *     建成5座，开工3座，完成率25%                       the one that it fits
 */
export function baseOf(place: PercentPlace, bases: readonly PercentBase[]): PercentBase | undefined {
  const before = bases.filter((base) => base.start < place.start)
  const own = before.filter((base) => base.sentence === place.sentence)
  const near = own.length > 0 ? own : before.filter((base) => base.sentence === place.sentence - 1)
  const wholes = near.filter(({ part }) => !part)
  const listed = wholes.length >= place.of ? wholes : near
  if (place.of > 1 && listed.length >= place.of) return listed[listed.length - place.of + place.place]
  const last = near.at(-1)
  if (!last) return undefined
  const ofLast = near.filter((base) => base.indicator === last.indicator)
  return ofLast.findLast((base) => fitOf(place, base) === 'right') ?? ofLast.findLast((base) => !base.part) ?? last
}

/** How a percentage compares with a figure's percentage of its indicator's target; undefined where there is no target. */
export function fitOf(place: PercentPlace, base: PercentBase): 'right' | 'oneOff' | 'wrong' | undefined {
  const { target } = base.indicator
  return target ? judgePercent(place.value, place.decimals, base.value, target.value) : undefined
}

/** Figures of more than one indicator are in the percentage's sentence. */
export const severalIndicators = (place: PercentPlace, bases: readonly PercentBase[]): boolean =>
  new Set(bases.filter((base) => base.sentence === place.sentence).map((base) => base.indicator)).size > 1

/** As many figures as the list has percentages are all of one indicator: each is the percentage of an area's own target. */
export const allOfOneIndicator = (place: PercentPlace, bases: readonly PercentBase[]): boolean =>
  new Set(
    bases
      .filter((base) => base.start < place.start)
      .slice(-place.of)
      .map((base) => base.indicator),
  ).size === 1
