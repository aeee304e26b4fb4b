import { HUNDRED_PERCENT, judgePercent } from '../../quantity/percent.ts'
import type { Scaled } from '../../quantity/scaled.ts'
import type { TextContext } from '../clauses/contextOfText.ts'
import { percentLists } from '../clauses/percentLists.ts'
import { BARE_RATES, CHANGES, OF_TARGET, OTHER_BASES, PARTS_OF_WORK, RATES_BY_OTHER_NAMES, STAGE_RATES } from '../lexicon/percentWords.ts'
import type { CountedFigure } from '../tie/readingState.ts'
import { CLOSENESS, measureCloseness } from '../words/measureCloseness.ts'
import type { IndicatorWords } from '../words/taskWords.ts'
import { type Claim, WEIGHTS } from './evidence.ts'

/**
 * A percentage of a target is explained by one figure of its sentence and one indicator: where only one pair fits, that
 * figure counts for it. One that the words already explain proves nothing more. To a whole percent too many pairs fit by
 * chance: then only the figure just before it is asked, of a list the one at its place (6.3公里、9座，分别占105%、90%).
 */
export function percentFits(known: TextContext, figures: readonly CountedFigure[]): readonly Claim[] {
  const claims: Claim[] = []
  let next = 0
  for (const list of percentLists(known.found, known.text)) {
    const [first] = list
    while (next < figures.length && (figures[next]?.start ?? 0) < (known.found[first ?? 0]?.at ?? 0)) next++
    const before = figures.slice(Math.max(0, next - Math.max(FARTHEST, list.length)), next)
    for (const [place, i] of list.entries()) {
      const percent = statedPercent(known, i, first ?? i)
      if (percent) claims.push(...claimsOf(known, { ...percent, fromEnd: list.length - place }, before))
    }
  }
  return claims
}

/** A percentage in words of a target, neither none nor all of it. */
interface Percent {
  readonly value: Scaled
  readonly decimals: number
  readonly sentence: number
  /** The place of its own figure among those before its list, counted from the last: 1. */
  readonly fromEnd: number
}

/** Percentage `i`, in the words before the first of its list. */
function statedPercent({ found, places, clauses, carried }: TextContext, i: number, first: number): Omit<Percent, 'fromEnd'> | undefined {
  const [figure, place] = [found[i], places[first]]
  const clause = place && clauses[place.clause]
  if (figure?.quantity.measure !== '%' || !clause || clause.inTitle || carried[place.clause]) return undefined
  const { value, decimals, approx } = figure.quantity
  const words = place.pre.replace(/分别|均/g, '').trim()
  const ofTarget = OF_TARGET.pattern.test(words) || BARE_RATES.pattern.test(words)
  const ofOther = OF_OTHER_THINGS.some(({ pattern }) => pattern.test(words)) || MONEY.test(words)
  if (!ofTarget || ofOther || approx !== null || value <= 0 || value === HUNDRED_PERCENT) return undefined
  return { value, decimals, sentence: clause.sentence }
}

/** A figure of the sentence and an indicator, where the percentage is that of the figure and the indicator's target. */
interface Pair {
  readonly figure: CountedFigure
  readonly words: IndicatorWords
}

function claimsOf(known: TextContext, percent: Percent, before: readonly CountedFigure[]): readonly Claim[] {
  const own = before.filter(({ clause }) => known.clauses[clause]?.sentence === percent.sentence)
  const asked = percent.decimals > 0 ? own : own.slice(-percent.fromEnd).slice(0, 1)
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
