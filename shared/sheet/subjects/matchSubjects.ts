import { findArea } from '../../register/findArea.ts'
import { sameMeasure } from '../../register/measureOf.ts'
import type { Register } from '../../register/register.ts'
import { indicatorById, taskById } from '../../register/registerIndex.ts'
import { compactText } from '../view/compactText.ts'
import { matchKey } from './matchKey.ts'
import { MATCH_WEIGHTS } from './matchWeights.ts'
import { commonWeight, type MatchHints, type ScoredSubject, type SubjectQuery, scoreSubjects, withoutScale } from './scoreSubjects.ts'
import { type Phrase, subjectLexicon } from './subjectLexicon.ts'

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

/** Whether it is one task or known indicators, and not several between which a person decides. */
export const isDecided = ({ candidates, indicators, task }: SubjectMatch): boolean =>
  candidates === undefined && (indicators.length > 0 || task !== undefined)

/** Words that the register does not know. */
export const NO_MATCH: SubjectMatch = { indicators: [], confidence: 0 }

/**
 * Matches the words of a row, a heading or a title to the register; never guesses between equals.
 *
 *     新改建农村公路里程                 one indicator, whose words the text has
 *     7.1.a                          by its number, where words say nothing
 *     宫颈癌、乳腺癌筛查各完成4.4万人      two, each wholly in the text
 *     a task's own text              all of its indicators that the text names
 *     过街天桥                         two of different tasks alike: candidates
 *     完成情况                         none
 */
export function matchSubjects(register: Register, text: string, hints: MatchHints = {}): SubjectMatch {
  const lexicon = subjectLexicon(register)
  const phrase = lexicon.phrase(text)
  // 湖滨区 is in the name of an indicator, and names none
  if (findArea(register, text)) return NO_MATCH
  if (phrase.weight === 0 || phrase.pairs.size === 0) return byNumber(register, text) ?? NO_MATCH
  const query: SubjectQuery = { register, lexicon, phrase, key: matchKey(text), hints }
  const scored = scoreSubjects(query)
  const best = scored[0]
  if (!best || best.score < MATCH_WEIGHTS.certain) return byNumber(register, text) ?? NO_MATCH
  return wholeTask(query, scored) ?? severalInText(best, scored, phrase) ?? amongEquals(register, best, scored)
}

/** The best one, where no other is its equal; else those that area or target single out, or all of them as candidates. */
function amongEquals(register: Register, best: ScoredSubject, scored: readonly ScoredSubject[]): SubjectMatch {
  const { margin, certain } = MATCH_WEIGHTS
  const rivals = scored.filter((other) => other !== best && best.score - other.score < margin && other.score >= certain)
  if (rivals.length === 0) return one(best)
  const equals = [best, ...rivals]
  const areas = new Set(equals.map(({ entry }) => entry.indicator.area))
  // 湖滨区…6个 and 陕州区…2个: the row's area decides, not the words
  if (areas.size === equals.length && equals.every(({ entry }) => entry.indicator.area !== register.city))
    return { task: best.entry.task.id, indicators: idsOf(equals), confidence: best.score }
  const [quantified, another] = equals.filter(({ entry }) => entry.indicator.target !== null)
  if (quantified && !another) return one(quantified)
  return { indicators: [], confidence: best.score, candidates: idsOf(equals) }
}

const idsOf = (scored: readonly ScoredSubject[]): readonly string[] => scored.map(({ entry }) => entry.indicator.id).sort()

const one = (scored: ScoredSubject): SubjectMatch => ({
  task: scored.entry.task.id,
  indicators: [scored.entry.indicator.id],
  confidence: Math.min(scored.score, 1),
})

/** "7.1", "7.1.a", at the beginning of a text or alone. */
function byNumber(register: Register, text: string): SubjectMatch | undefined {
  const number = /^(\d{1,2}\.\d{1,2})(?:\.([a-z]))?$/u.exec(compactText(text))
  if (!number?.[1]) return undefined
  const indicator = indicatorById(register, number[0])
  if (indicator) return { task: indicator.taskId, indicators: [indicator.id], confidence: MATCH_WEIGHTS.indicatorNumber }
  const task = taskById(register, number[1])
  if (!task) return undefined
  return { task: task.id, indicators: quantifiedOf(register, task.id), confidence: MATCH_WEIGHTS.taskNumber }
}

const quantifiedOf = (register: Register, task: string): readonly string[] =>
  register.indicators.filter((i) => i.taskId === task && (i.kind === 'count' || i.kind === 'percent')).map((i) => i.id)

/** A long text that is the task's own: its indicators that the text names, else those that the target fits. */
function wholeTask({ register, lexicon, phrase, hints }: SubjectQuery, scored: readonly ScoredSubject[]): SubjectMatch | undefined {
  const { wholeTask: weights } = MATCH_WEIGHTS
  if (phrase.pairs.size < weights.pairs) return undefined
  let best: { readonly task: string; readonly precision: number } | undefined
  for (const { task, text } of lexicon.tasks) {
    if (hints.category !== undefined && task.categoryNo !== hints.category) continue
    const precision = commonWeight(lexicon, phrase, text) / phrase.weight
    if (precision >= weights.precision && (!best || precision > best.precision)) best = { task: task.id, precision }
  }
  if (!best) return undefined
  const { task } = best
  const confidence = Math.min(best.precision, 1)
  const named = scored.filter(({ entry, recall }) => entry.task.id === task && recall >= weights.indicatorRecall)
  const quantified = named.filter(({ entry }) => entry.indicator.kind === 'count' || entry.indicator.kind === 'percent')
  if (named.length > 0) return { task, indicators: idsOf(quantified.length > 0 ? quantified : named), confidence }
  const fitting = byFigures(register, task, hints)
  if (fitting.length > 1) return { task, indicators: [], confidence, candidates: fitting }
  return { task, indicators: fitting, confidence }
}

/** The task's counted indicators that a target next to the words is of: those with that figure, else those it is a part of. */
function byFigures(register: Register, task: string, { target, measure }: MatchHints): readonly string[] {
  if (target === undefined) return []
  const counted = register.indicators.filter(
    (own) =>
      own.taskId === task &&
      own.kind === 'count' &&
      own.target &&
      (!measure || own.measure === null || sameMeasure(register, withoutScale(measure), own.measure, own.id)),
  )
  const exact = counted.filter((own) => own.target?.value === target)
  const within = measure ? counted.filter((own) => target < (own.target?.value ?? 0)) : []
  return (exact.length > 0 ? exact : within).map(({ id }) => id).sort()
}

/** 宫颈癌、乳腺癌筛查: several indicators of one task, each wholly in the text. */
function severalInText(best: ScoredSubject, scored: readonly ScoredSubject[], text: Phrase): SubjectMatch | undefined {
  const whole = scored.filter(
    ({ entry, recall }) => entry.task.id === best.entry.task.id && recall >= MATCH_WEIGHTS.severalRecall && entry.indicator.target !== null,
  )
  if (whole.length < 2 || !whole.includes(best)) return undefined
  const [first, ...rest] = whole.map(({ entry }) => entry.phrases[0]).filter((phrase) => phrase !== undefined)
  if (!first) return undefined
  // the text must say more than the best alone does: each has words of its own there
  const hasOwn = (phrase: Phrase, other: Phrase) => [...phrase.pairs].some((pair) => !other.pairs.has(pair) && text.pairs.has(pair))
  if (!rest.some((phrase) => hasOwn(phrase, first)) || !rest.every((phrase) => hasOwn(first, phrase))) return undefined
  return { task: best.entry.task.id, indicators: idsOf(whole), confidence: best.score }
}
