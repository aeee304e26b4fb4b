import { THING_MEASURES } from '../lexicon/numberWords.ts'
import type { RoleReason } from '../words/claims.ts'
import { CLOSENESS, measureCloseness } from '../words/measureCloseness.ts'
import { type IndicatorWords, overlapOf } from '../words/taskWords.ts'
import { objectWords } from '../words/wording.ts'
import { type IndicatorFigures, MOST_COMPARED } from './indicatorFigures.ts'
import { otherNouns } from './otherNouns.ts'
import type { CountedFigure } from './readingState.ts'
import { figuresUnderOtherNames } from './underOtherNames.ts'
import { incrementsOf, standingTotals } from './wholeAndIncrements.ts'

/** Which figures of an indicator are context after all. */
interface SettleRule {
  readonly reason: RoleReason
  readonly leavesOut: (group: IndicatorFigures) => readonly CountedFigure[]
}

/** Each adjusts by itself; where two leave out the same one, the later gives the reason. */
const SETTLE_RULES: readonly SettleRule[] = [
  { reason: 'increment', leavesOut: incrementsNextToWholes },
  { reason: 'other_measure', leavesOut: ofMeasureThatOnlyMayCount },
  { reason: 'other_object', leavesOut: ofRivalObjects },
  { reason: 'other_object', leavesOut: otherNouns },
  { reason: 'stock', leavesOut: standingTotals },
]

/**
 * Decides between several figures of one indicator: this month's increment is context where a cumulative figure is given
 * too; a standing total (全市累计1.86万个) is context where this year's own figure is given next to it and it exceeds both that
 * and the target; another noun (停车场8个) is context where the indicator's own (泊位2150个) is counted too.
 */
export function settleFigures(figures: readonly CountedFigure[], all: readonly IndicatorWords[]): CountedFigure[] {
  const left = new Map<CountedFigure, RoleReason>()
  const added = new Map<CountedFigure, IndicatorWords>()
  for (const words of all) {
    const own = figures.filter((figure) => figure.indicator === words.indicator.id && figure.role === 'progress')
    if (own.every(({ object }) => object === 'unnamed'))
      for (const figure of figuresUnderOtherNames({ figures, words, sibling: own[0], taken: added })) added.set(figure, words)
    if (own.length < 2) continue
    const increments = new Set(incrementsOf(figures, own))
    const group = { words, increments: [...increments], wholes: own.filter((figure) => !increments.has(figure)) }
    for (const { reason, leavesOut } of SETTLE_RULES) for (const figure of leavesOut(group)) left.set(figure, reason)
  }
  return figures.map((figure) => {
    const words = added.get(figure)
    if (words) return { ...figure, role: 'progress', reason: 'counts_object', indicator: words.indicator.id, words }
    const reason = left.get(figure)
    if (!reason) return figure
    const increment = reason === 'increment' && figure.indicator !== null && { incrementOf: figure.indicator }
    return { ...figure, role: 'context', reason, indicator: null, ...increment }
  })
}

/** 本月新增3座，累计建成17座: the month's own is in the whole already. Without a whole the increments are all there is. */
function incrementsNextToWholes({ increments, wholes }: IndicatorFigures) {
  return wholes.length > 0 ? increments : []
}

/** 厕所268座 next to 学校210所, where the target is in 所: figures of a measure that only may count the same are other things. */
function ofMeasureThatOnlyMayCount({ words: { indicator }, wholes }: IndicatorFigures) {
  const closeness = ({ measure }: CountedFigure) => measureCloseness(measure, indicator.target?.measure ?? '')
  if (!wholes.some((figure) => closeness(figure) >= CLOSENESS.sameMeasure)) return []
  return wholes.filter((figure) => closeness(figure) === CLOSENESS.sameObjects && !THING_MEASURES.pattern.test(figure.measure ?? ''))
}

/**
 * 失业人员再就业3034人 next to 城镇新增就业19456人: a figure whose words have far less in common with the indicator than those
 * of another figure of the text, and name things that it knows nothing of, counts those.
 */
function ofRivalObjects({ words, wholes }: IndicatorFigures) {
  const named = wholes.filter(({ object, isPart, areaName }) => object === 'match' && !isPart && areaName === null).slice(0, MOST_COMPARED)
  const weights = named.map(({ pre }) => overlapOf(pre, words))
  const mosts = new Map<string | null, number>()
  for (const [i, { measure }] of named.entries()) mosts.set(measure, Math.max(mosts.get(measure) ?? 0, weights[i] ?? 0))
  return named.filter(({ pre, measure }, i) => {
    const most = mosts.get(measure) ?? 0
    const unknown = [...objectWords(pre).join('')].filter((char) => !words.chars.has(char))
    return most >= NAMED_WELL && (weights[i] ?? 0) <= most * FAR_LESS && unknown.length >= UNKNOWN_THINGS
  })
}

/** Two pairs of characters that only this indicator has. */
const NAMED_WELL = 2
const FAR_LESS = 0.5
/** Two words of two characters. */
const UNKNOWN_THINGS = 4
