import type { Scaled } from '../../quantity/scaled.ts'
import { sameMeasure } from '../../register/measureOf.ts'
import type { Indicator, Register } from '../../register/register.ts'
import { indicatorById, taskById } from '../../register/registerIndex.ts'
import { compactText } from '../view/compactText.ts'
import { matchKey } from './matchKey.ts'
import { type IndicatorEntry, type Phrase, type SubjectLexicon, subjectLexicon } from './subjectLexicon.ts'

/** What is known beside the words of a row or heading. */
export interface MatchHints {
  /** The measure as worded (公里, 万户), and the target where one stands in the row, in the base measure. */
  readonly measure?: string
  readonly target?: Scaled
  /** Only these tasks come into question (a section row, a category cell). */
  readonly category?: number
  /** Only quantified indicators come into question. */
  readonly figures?: boolean
  /** Tasks that a bigger text (title, section) speaks of. */
  readonly among?: readonly string[]
}

/** Which subjects of the register a text means; several where it covers several, candidates where it stays open. */
export interface SubjectMatch {
  /** The task that the subjects belong to, where it is one. */
  readonly task?: string
  /** Indicators, quantified first. */
  readonly indicators: readonly string[]
  readonly confidence: number
  /** Not decided: indicators between which a person decides. */
  readonly candidates?: readonly string[]
}

export const NO_MATCH: SubjectMatch = { indicators: [], confidence: 0 }

interface Scored {
  readonly entry: IndicatorEntry
  readonly score: number
  /** How much of the indicator's own words the text holds, and of the text the indicator explains. */
  readonly held: number
  readonly explained: number
}

const CERTAIN = 0.5
const MARGIN = 0.06

/** Matches the words of a row, a heading or a title to the register; never guesses between equals. */
export function matchSubjects(register: Register, text: string, hints: MatchHints = {}): SubjectMatch {
  const lexicon = subjectLexicon(register)
  const numbered = byNumber(register, text)
  const query = lexicon.phrase(text)
  if (query.weight === 0 || query.pairs.size === 0) return numbered ?? NO_MATCH
  const scored = scoreAll(register, lexicon, query, matchKey(text), hints)
  const best = scored[0]
  if (!best || best.score < CERTAIN) return numbered ?? NO_MATCH
  const whole = wholeTask(register, lexicon, query, hints, scored)
  if (whole) return whole
  const rivals = scored.filter((s) => s !== best && best.score - s.score < MARGIN && s.score >= CERTAIN)
  const inText = severalInText(best, scored, query)
  if (inText) return inText
  if (rivals.length === 0) return one(best)
  const tied = [best, ...rivals]
  const areas = new Set(tied.map((s) => s.entry.indicator.area))
  // 湖滨区…6个 and 陕州区…2个: the row's area decides, not the words
  if (areas.size === tied.length && tied.every((s) => s.entry.indicator.area !== register.city)) {
    return { task: best.entry.task.id, indicators: tied.map((s) => s.entry.indicator.id).sort(), confidence: best.score }
  }
  const quantified = tied.filter((s) => s.entry.indicator.target !== null)
  if (quantified.length === 1 && quantified[0]) return one(quantified[0])
  return { indicators: [], confidence: best.score, candidates: tied.map((s) => s.entry.indicator.id).sort() }
}

const one = (scored: Scored): SubjectMatch => ({
  task: scored.entry.task.id,
  indicators: [scored.entry.indicator.id],
  confidence: Math.min(scored.score, 1),
})

/** "7.1", "7.1.a", at the beginning of a text or alone. */
function byNumber(register: Register, text: string): SubjectMatch | undefined {
  const number = /^(\d{1,2}\.\d{1,2})(?:\.([a-z]))?$/u.exec(compactText(text))
  if (!number?.[1]) return undefined
  const indicator = indicatorById(register, number[0])
  if (indicator) return { task: indicator.taskId, indicators: [indicator.id], confidence: 0.9 }
  const task = taskById(register, number[1])
  if (!task) return undefined
  return { task: task.id, indicators: quantifiedOf(register, task.id), confidence: 0.6 }
}

const quantifiedOf = (register: Register, task: string): readonly string[] =>
  register.indicators.filter((i) => i.taskId === task && (i.kind === 'count' || i.kind === 'percent')).map((i) => i.id)

function scoreAll(register: Register, lexicon: SubjectLexicon, query: Phrase, key: string, hints: MatchHints): readonly Scored[] {
  const scored: Scored[] = []
  for (const entry of lexicon.indicators) {
    if (hints.category !== undefined && entry.task.categoryNo !== hints.category) continue
    if (hints.among && !hints.among.includes(entry.task.id)) continue
    const { indicator } = entry
    if (hints.figures && indicator.kind === 'narrative') continue
    let best = { score: 0, held: 0, explained: 0 }
    for (const phrase of entry.phrases) {
      const common = shared(lexicon, query, phrase)
      if (common === 0) continue
      const held = common / phrase.weight
      const explained = common / query.weight
      const both = (2 * held * explained) / (held + explained)
      const telling = Math.min(1, common / 5)
      const score = Math.max(both, 0.92 * held * telling, 0.88 * explained * telling)
      if (score > best.score) best = { score, held: Math.max(held, best.held), explained: Math.max(explained, best.explained) }
    }
    if (best.score === 0) continue
    scored.push({ entry, held: best.held, explained: best.explained, score: best.score + bonus(register, indicator, key, hints) })
  }
  return scored.sort((a, b) => b.score - a.score)
}

/** The weight of the pairs that two phrases share; rows with the same words ask again for each of their targets. */
function shared(lexicon: SubjectLexicon, one: Phrase, other: Phrase): number {
  const weights = sharedWeights.get(one) ?? new Map<Phrase, number>()
  if (weights.size === 0) sharedWeights.set(one, weights)
  let weight = weights.get(other)
  if (weight === undefined) {
    weight = weighShared(lexicon, one, other)
    weights.set(other, weight)
  }
  return weight
}

const sharedWeights = new WeakMap<Phrase, Map<Phrase, number>>()

function weighShared(lexicon: SubjectLexicon, one: Phrase, other: Phrase): number {
  const [small, large] = one.pairs.size < other.pairs.size ? [one.pairs, other.pairs] : [other.pairs, one.pairs]
  let sum = 0
  for (const pair of small) if (large.has(pair)) sum += lexicon.weigh(pair)
  return sum
}

/** Measure and target speak for and against; a counted indicator is likelier than a milestone of the same words. */
function bonus(register: Register, indicator: Indicator, key: string, hints: MatchHints): number {
  let sum = indicator.target ? 0.08 : indicator.kind === 'percent' ? 0.03 : 0
  const measure = indicator.measure
  if (hints.measure && measure) {
    const word = hints.measure.replace(/^[万亿]/u, '')
    const same =
      sameMeasure(register, word, measure, indicator.id) ||
      (indicator.countMeasure !== undefined && sameMeasure(register, word, indicator.countMeasure, indicator.id))
    sum += same ? 0.12 : -0.1
  }
  if (hints.target !== undefined && indicator.target) sum += indicator.target.value === hints.target ? 0.2 : 0
  if (indicator.kind === 'percent' && /[率比]$|比例$|占比$/u.test(key)) sum += 0.1
  return sum
}

/** The task's counted indicators that the target beside the words speaks of: by its figure, else by its measure. */
function byFigures(lexicon: SubjectLexicon, task: string, hints: MatchHints, register: Register): readonly string[] {
  const { target, measure } = hints
  if (target === undefined) return []
  const counted = (lexicon.tasks.find((entry) => entry.task.id === task)?.indicators ?? [])
    .map((entry) => entry.indicator)
    .filter((indicator) => indicator.kind === 'count' && indicator.target)
    .filter((indicator) => !measure || indicator.measure === null || sameWord(register, measure, indicator.measure, indicator))
  const exact = counted.filter((indicator) => indicator.target?.value === target)
  const within = measure ? counted.filter((indicator) => target < (indicator.target?.value ?? 0)) : []
  return (exact.length > 0 ? exact : within).map((indicator) => indicator.id).sort()
}

const sameWord = (register: Register, word: string, measure: string, indicator: Indicator): boolean =>
  sameMeasure(register, word.replace(/^[万亿]/u, ''), measure, indicator.id)

/** A long text that is the task's own: its indicators that the text speaks of. */
function wholeTask(
  register: Register,
  lexicon: SubjectLexicon,
  query: Phrase,
  hints: MatchHints,
  scored: readonly Scored[],
): SubjectMatch | undefined {
  if (query.pairs.size < 14) return undefined
  let best: { id: string; held: number; explained: number } | undefined
  for (const entry of lexicon.tasks) {
    if (hints.category !== undefined && entry.task.categoryNo !== hints.category) continue
    const common = shared(lexicon, query, entry.text)
    const explained = common / query.weight
    const held = common / entry.text.weight
    if (explained >= 0.6 && (!best || explained > best.explained)) best = { id: entry.task.id, held, explained }
  }
  if (!best) return undefined
  const task = best.id
  const own = scored.filter((s) => s.entry.task.id === task)
  const spoken = own.filter((s) => s.held >= 0.6)
  const quantified = spoken.filter((s) => s.entry.indicator.kind === 'count' || s.entry.indicator.kind === 'percent')
  const chosen = quantified.length > 0 ? quantified : spoken
  const ids = chosen.map((s) => s.entry.indicator.id).sort()
  if (ids.length === 0) {
    const fitting = byFigures(lexicon, task, hints, register)
    if (fitting.length > 1) return { task, indicators: [], confidence: Math.min(best.explained, 1), candidates: fitting }
    return { task, indicators: fitting, confidence: Math.min(best.explained, 1) }
  }
  return { task, indicators: ids, confidence: Math.min(best.explained, 1) }
}

/** 宫颈癌、乳腺癌筛查: several indicators of one task, each wholly in the text. */
function severalInText(best: Scored, scored: readonly Scored[], query: Phrase): SubjectMatch | undefined {
  const whole = scored.filter((s) => s.entry.task.id === best.entry.task.id && s.held >= 0.8 && s.entry.indicator.target !== null)
  if (whole.length < 2 || !whole.includes(best)) return undefined
  const [first, ...rest] = whole.map((s) => s.entry.phrases[0]).filter((p) => p !== undefined)
  if (!first) return undefined
  // the text must say more than the best alone does: each has words of its own there
  const own = rest.some((phrase) => [...phrase.pairs].some((pair) => !first.pairs.has(pair) && query.pairs.has(pair)))
  const other = rest.every((phrase) => [...first.pairs].some((pair) => !phrase.pairs.has(pair) && query.pairs.has(pair)))
  if (!own || !other) return undefined
  return { task: best.entry.task.id, indicators: whole.map((s) => s.entry.indicator.id).sort(), confidence: best.score }
}
