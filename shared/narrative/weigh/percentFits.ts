import { HUNDRED_PERCENT, judgePercent } from '../../quantity/percent.ts'
import type { Scaled } from '../../quantity/scaled.ts'
import type { TextContext } from '../clauses/contextOfText.ts'
import { BARE_RATES, CHANGES, OF_TARGET, OTHER_BASES, PARTS_OF_WORK, RATES_BY_OTHER_NAMES, STAGE_RATES } from '../lexicon/percentWords.ts'
import type { CountedFigure } from '../tie/readingState.ts'
import { CLOSENESS, measureCloseness } from '../words/measureCloseness.ts'
import type { IndicatorWords } from '../words/taskWords.ts'
import { type Claim, WEIGHTS } from './evidence.ts'

/**
 * A percentage of a target is explained by one figure of its sentence and one indicator: where only one pair fits, that
 * figure counts for it. One that the words already explain proves nothing more.
 */
export function percentFits(known: TextContext, figures: readonly CountedFigure[]): readonly Claim[] {
  let next = 0
  return known.found.flatMap((found, i) => {
    while (next < figures.length && (figures[next]?.start ?? 0) < found.at) next++
    const percent = statedPercent(known, i)
    return percent ? claimsOf(known, percent, figures.slice(Math.max(0, next - FARTHEST), next)) : []
  })
}

/** A percentage in words of a target, strictly between none and all. */
interface Percent {
  readonly value: Scaled
  readonly decimals: number
  readonly sentence: number
}

function statedPercent({ found, places, clauses, carried }: TextContext, i: number): Percent | undefined {
  const [figure, place] = [found[i], places[i]]
  const clause = place && clauses[place.clause]
  if (figure?.quantity.measure !== '%' || !clause || clause.inTitle || carried[place.clause]) return undefined
  const { value, decimals, approx } = figure.quantity
  const words = place.pre.trim()
  const ofTarget = OF_TARGET.pattern.test(words) || BARE_RATES.pattern.test(words)
  const ofOther = OF_OTHER_THINGS.some(({ pattern }) => pattern.test(words)) || MONEY.test(words)
  if (!ofTarget || ofOther || approx !== null || value <= 0 || value >= HUNDRED_PERCENT) return undefined
  return { value, decimals, sentence: clause.sentence }
}

/** A figure of the sentence and an indicator, where the percentage is that of the figure and the indicator's target. */
interface Pair {
  readonly figure: CountedFigure
  readonly words: IndicatorWords
}

function claimsOf(known: TextContext, percent: Percent, before: readonly CountedFigure[]): readonly Claim[] {
  const own = before.filter(({ clause }) => known.clauses[clause]?.sentence === percent.sentence)
  // To a whole percent too many pairs fit by chance: only the figure just before it is asked.
  const asked = percent.decimals > 0 ? own : own.slice(-1)
  const pairs = asked.flatMap((figure) => known.all.filter((words) => fits(percent, figure, words)).map((words) => ({ figure, words })))
  if (pairs.some(isRead)) return []
  const [only, ...others] = pairs
  if (!only || others.length > 0) return []
  const weight = percent.decimals > 0 ? WEIGHTS.exactPercent : WEIGHTS.wholePercent
  return [only.figure, ...namesakesOf(only.figure, own)].map((figure) => ({ figure, meaning: { counts: only.words }, weight }))
}

/** 开工房源2140套 next to 竣工房源1260套: what has the name of the figure that is proven, and was left out for it. */
function namesakesOf(figure: CountedFigure, own: readonly CountedFigure[]): readonly CountedFigure[] {
  const { reason, noun, measure } = figure
  if (reason !== 'other_object' || noun === '') return []
  return own.filter((other) => other !== figure && other.reason === reason && other.noun === noun && other.measure === measure)
}

/** Its words alone say so. */
const isRead = ({ figure, words }: Pair): boolean => figure.role === 'progress' && figure.words === words

function fits(percent: Percent, { value, measure }: CountedFigure, { indicator: { kind, target } }: IndicatorWords): boolean {
  if (kind !== 'count' || !target || value === null || measureCloseness(measure, target.measure) === CLOSENESS.different) return false
  return judgePercent(percent.value, percent.decimals, value, target.value) === 'right'
}

const OF_OTHER_THINGS = [CHANGES, OTHER_BASES, PARTS_OF_WORK, RATES_BY_OTHER_NAMES, STAGE_RATES]
const MONEY = /投资|资金|拨付|支付|概算/
/** How many figures back a percentage may refer to. */
const FARTHEST = 8
