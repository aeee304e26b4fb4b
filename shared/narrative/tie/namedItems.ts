import { oncePer } from '../../base/oncePer.ts'
import { asScaled, SCALE } from '../../quantity/scaled.ts'
import type { TextContext } from '../clauses/contextOfText.ts'
import { NOT_ITEMS, STATES_OF_ITEMS } from '../lexicon/itemWords.ts'
import type { NarrativeFigure, NarrativeTask } from '../words/claims.ts'
import type { ProgressStage } from '../words/cues.ts'
import { cuesOf } from '../words/figureRole.ts'
import { registerStage } from '../words/stages.ts'
import { type IndicatorWords, mostOverlapping } from '../words/taskWords.ts'
import { pairsOf } from '../words/wording.ts'

/** A named thing whose state a clause gives without a count (3号院换热站已改造完成). */
interface NamedItem {
  readonly words: IndicatorWords
  readonly stage: ProgressStage
  readonly stageWords: string
  /** The task names the item itself and its act is done: it counts as one. */
  readonly counts: boolean
  /** How many the clause names (光明路、人民路已完工: 2). */
  readonly items: number
}

/**
 * Reads one clause without a figure: subjects, then a stage. It is about an indicator where a subject ends in its object
 * (南湖变电站), or the task's own text names the subject (光明路). Named subjects count, one each, where the act is done and
 * the target is a small number of things; of others only the state is given.
 */
function namedItem(clause: string, task: NarrativeTask, all: readonly IndicatorWords[]): NamedItem | null {
  const split = subjectAndState(clause)
  if (!split) return null
  const { kind, stage, stageWords } = cuesOf(split.state, '')
  if (kind !== 'progress' || !stage) return null
  const able = all.filter(({ indicator: { kind, target } }) => kind === 'count' && target && COUNTED.test(target.measure))
  const subjects = split.subject.split(/[、及与]/)
  const listed = subjects.every((name) => isNamed(name, task, able))
  const words = mostOverlapping(split.subject, able, ENOUGH) ?? (listed ? onlyOne(able) : null)
  // Several names, or a name that is all object (变电站已完工), are items only where the task names them.
  if (!words || (!listed && (subjects.length > 1 || !hasName(split.subject, words)))) return null
  const done = stage === 'done' || stage === 'used'
  return {
    words,
    stage,
    stageWords: stageWords ?? '',
    items: subjects.length,
    counts: listed && done && (words.indicator.target?.value ?? 0) <= FEW,
  }
}

/** 3号院换热站 and 已改造完成; null for clauses about all of them, about papers, or too long for a name and a state. */
function subjectAndState(clause: string): { subject: string; state: string } | null {
  if (clause.length > LONGEST_ITEM || /全部|各|所有|等/.test(clause)) return null
  const lead = SUBJECT.exec(clause)?.[1]
  const subject = lead?.replace(/^.{0,8}(?:目前|其中)/, '')
  if (!lead || !subject || subject.length < 3 || NOT_ITEMS.pattern.test(subject)) return null
  return { subject, state: clause.slice(lead.length) }
}

const onlyOne = <T>(list: readonly T[]): T | null => (list.length === 1 ? (list[0] ?? null) : null)

/** The task's text names the thing: its proper name (南湖 of 南湖变电站) is in it, or half of its pairs are. */
function isNamed(name: string, task: NarrativeTask, able: readonly IndicatorWords[]): boolean {
  const proper = able.reduce((shortest, words) => {
    const own = properName(name, words)
    return own.length < shortest.length ? own : shortest
  }, name)
  if (proper.length >= 2 && task.text.includes(proper)) return true
  const pairs = pairsOf(proper)
  const inText = pairsOfTask(task)
  return pairs.length >= 4 && pairs.filter((pair) => inText.has(pair)).length >= pairs.length * HALF
}

const pairsOfTask = oncePer(({ text }: NarrativeTask): ReadonlySet<string> => new Set(pairsOf(text)))

/** A name without the end that says what kind of thing it is. */
function properName(name: string, words: IndicatorWords): string {
  let end = name.length
  while (end >= 2 && words.pairs.has(name.slice(end - 2, end))) end--
  return end === name.length ? name : name.slice(0, Math.max(0, end - 1))
}

/** More is said than the object: 南湖 of 南湖变电站. */
const hasName = (subject: string, words: IndicatorWords): boolean => pairsOf(subject).some((pair) => !words.pairs.has(pair))

/** The figures of a text's named items: progress where they count, item_status where only their state is given. */
export function namedFigures(known: TextContext, figures: readonly NarrativeFigure[]): NarrativeFigure[] {
  const items: NarrativeFigure[] = []
  const counted = new Set(figures.map(({ indicator }) => indicator))
  let next = 0
  known.clauses.forEach((clause, i) => {
    while (next < known.found.length && (known.found[next]?.at ?? 0) < clause.start) next++
    const figure = known.found[next]
    if ((figure && figure.at < clause.end) || clause.inTitle || clause.host !== null || known.carried[i]) return
    const words = known.text.slice(clause.start, Math.min(clause.end, clause.start + 60))
    const item = namedItem(words, known.task, known.all)
    if (!item) return
    const { indicator } = item.words
    // Where the text counts the indicator's objects, a named one is among them.
    const counts = item.counts && !counted.has(indicator.id)
    items.push({
      raw: words,
      start: clause.start,
      end: clause.start + words.length,
      value: asScaled(SCALE * item.items),
      measure: indicator.target?.measure ?? null,
      role: counts ? 'progress' : 'item_status',
      reason: 'named_item',
      indicator: indicator.id,
      stageWords: item.stageWords,
      stage: registerStage({ kind: 'progress', reason: 'named_item', stage: item.stage, stageWords: item.stageWords }),
      approx: false,
      area: null,
      areaName: null,
      asOf: null,
      partOf: null,
    })
  })
  return items
}

const SUBJECT = new RegExp(`^(.{3,30}?)(?=${STATES_OF_ITEMS.source})`)
/** Twenty things: a task with a larger target does not name them one by one. */
const FEW = 20 * SCALE
const LONGEST_ITEM = 48
/** Measures of things that have names. */
const COUNTED = /^[个座处所家栋条项台套部块]/
const HALF = 0.5
/** Most of one pair of characters that no other indicator has. */
const ENOUGH = 0.7
