import { oncePer } from '../../base/oncePer.ts'
import type { Scaled } from '../../quantity/scaled.ts'
import { sameMeasure } from '../../register/measureOf.ts'
import type { Indicator, Register } from '../../register/register.ts'
import { MATCH_WEIGHTS } from './matchWeights.ts'
import type { IndicatorEntry, Phrase, SubjectLexicon } from './subjectLexicon.ts'

/** What is known besides the words of a row or heading. */
export interface MatchHints {
  /** The measure as worded (公里, 万户), and the target where the row has one, in the base measure. */
  readonly measure?: string
  readonly target?: Scaled
  /** The number of the category whose tasks alone come into question (a section row, a category cell). */
  readonly category?: number
  /** Only quantified indicators come into question. */
  readonly figures?: boolean
  /** The tasks whose indicators alone come into question: those that the row's other words name. */
  readonly among?: readonly string[]
}

/** Words that are looked for in the register. */
export interface SubjectQuery {
  readonly register: Register
  readonly lexicon: SubjectLexicon
  readonly phrase: Phrase
  /** The words as `matchKey` leaves them. */
  readonly key: string
  readonly hints: MatchHints
}

/** An indicator, and how well the words fit it. */
export interface ScoredSubject {
  readonly entry: IndicatorEntry
  readonly score: number
  /** How much of the indicator's own words the text has, and how much of the text is the indicator's words. */
  readonly recall: number
  readonly precision: number
}

/** The indicators that have words in common with the query, best first. */
export function scoreSubjects(query: SubjectQuery): readonly ScoredSubject[] {
  const scored: ScoredSubject[] = []
  for (const entry of query.lexicon.indicators) {
    if (!isInQuestion(entry, query.hints)) continue
    const best = bestPhrase(query, entry)
    if (best) scored.push({ ...best, entry, score: best.score + hintScore(query, entry.indicator) })
  }
  return scored.sort((a, b) => b.score - a.score)
}

function isInQuestion({ task, indicator }: IndicatorEntry, { category, among, figures }: MatchHints): boolean {
  if (category !== undefined && task.categoryNo !== category) return false
  if (among && !among.includes(task.id)) return false
  return !figures || indicator.kind !== 'narrative'
}

/**
 * The phrase of an indicator that has most in common with the text. Equal texts score 1; a text that has all words of the
 * phrase and many more, or only some of them and nothing else, scores nearly as much, unless what is common is too little.
 */
function bestPhrase({ lexicon, phrase: text }: SubjectQuery, { phrases }: IndicatorEntry): Omit<ScoredSubject, 'entry'> | undefined {
  const weights = MATCH_WEIGHTS
  let best: Omit<ScoredSubject, 'entry'> | undefined
  for (const phrase of phrases) {
    const common = commonWeight(lexicon, text, phrase)
    if (common === 0) continue
    const recall = common / phrase.weight
    const precision = common / text.weight
    const both = (2 * recall * precision) / (recall + precision)
    const telling = Math.min(1, common / weights.telling)
    const score = Math.max(both, weights.recall * recall * telling, weights.precision * precision * telling)
    if (score > (best?.score ?? 0))
      best = { score, recall: Math.max(recall, best?.recall ?? 0), precision: Math.max(precision, best?.precision ?? 0) }
  }
  return best
}

/** The weight of the pairs that two phrases have in common; rows with the same words ask again for each of their targets. */
export function commonWeight(lexicon: SubjectLexicon, one: Phrase, other: Phrase): number {
  const weights = weightsOf(one)
  let weight = weights.get(other)
  if (weight === undefined) {
    weight = weighCommon(lexicon, one, other)
    weights.set(other, weight)
  }
  return weight
}

const weightsOf = oncePer((_: Phrase) => new Map<Phrase, number>())

function weighCommon(lexicon: SubjectLexicon, one: Phrase, other: Phrase): number {
  const [small, large] = one.pairs.size < other.pairs.size ? [one.pairs, other.pairs] : [other.pairs, one.pairs]
  let sum = 0
  for (const pair of small) if (large.has(pair)) sum += lexicon.weigh(pair)
  return sum
}

/** What measure, target and kind add to the score of an indicator, or take from it. */
function hintScore({ register, key, hints }: SubjectQuery, indicator: Indicator): number {
  const weights = MATCH_WEIGHTS.hints
  let sum = indicator.target ? weights.counted : indicator.kind === 'percent' ? weights.percentage : 0
  if (hints.measure && indicator.measure) sum += countsIn(register, hints.measure, indicator) ? weights.sameMeasure : weights.otherMeasure
  if (hints.target !== undefined && indicator.target?.value === hints.target) sum += weights.sameTarget
  if (indicator.kind === 'percent' && /[率比]$|比例$|占比$/u.test(key)) sum += weights.percentWords
  return sum
}

/** Whether the words (万户) name the indicator's measure, or the one that it is also counted in. */
function countsIn(register: Register, words: string, { id, measure, countMeasure }: Indicator): boolean {
  const word = withoutScale(words)
  return [measure, countMeasure].some((own) => own != null && sameMeasure(register, word, own, id))
}

/** 万户 → 户. */
export const withoutScale = (measure: string): string => measure.replace(/^[万亿]/u, '')
