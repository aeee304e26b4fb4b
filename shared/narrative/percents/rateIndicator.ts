import { RATE_LEADS } from '../lexicon/percentWords.ts'
import type { NarrativeIndicator } from '../words/claims.ts'
import { type IndicatorWords, mostOverlapping } from '../words/taskWords.ts'
import type { PercentBase, PercentPlace } from './percentPlace.ts'

/**
 * The indicator of kind percent that a percentage states: that of the figure just before it, else the one whose name the
 * words before it, or those of the clause before, are about. A rate that goes by another name (不合格率 for 处置率) is not one.
 */
export function rateIndicator(
  place: PercentPlace,
  bases: readonly PercentBase[],
  all: readonly IndicatorWords[],
): NarrativeIndicator | null {
  const last = bases.findLast((base) => base.sentence === place.sentence && base.start < place.start)
  const able = all.filter(({ indicator }) => indicator.kind === 'percent' && isSameRate(place.pre, indicator.name))
  if (last?.indicator.kind === 'percent' && able.some(({ indicator }) => indicator === last.indicator)) return last.indicator
  const named = mostOverlapping(place.pre, able, ENOUGH)
  if (named) return named.indicator
  // 筛查率不断提高，达到71%: only where nothing else is named before the percentage does the clause before decide.
  if (!RATE_LEADS.pattern.test(place.pre)) return null
  return mostOverlapping(`${place.topic}${place.pre}`, able, ENOUGH)?.indicator ?? null
}

/** Both name a rate and it is the same, or one of them names none. */
function isSameRate(words: string, name: string): boolean {
  const [one, other] = [RATE_NAME.exec(words)?.[1], RATE_NAME.exec(name)?.[1]]
  return one === undefined || other === undefined || one === other
}
const RATE_NAME = /([\u4e00-\u9fa5]{2})率(?!.*率)/

/** Nearly one pair of characters that no other indicator has. */
const ENOUGH = 0.9
