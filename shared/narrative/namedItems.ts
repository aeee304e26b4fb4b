import { asScaled, SCALE } from '../quantity/scaled.ts'
import type { NarrativeFigure, NarrativeTask } from './claims.ts'
import type { TextContext } from './contextOfText.ts'
import type { ProgressStage } from './cues.ts'
import { cuesOf } from './figureRole.ts'
import { registerStage } from './stages.ts'
import { type IndicatorWords, overlapOf } from './taskWords.ts'
import { pairsOf } from './wording.ts'

/** A named thing whose state a clause tells without a count (3号院换热站已改造完成). */
export interface NamedItem {
  readonly words: IndicatorWords
  readonly stage: ProgressStage
  readonly stageWords: string
  /** The task names the item itself, or its act is the indicator's: it counts as one. */
  readonly counts: boolean
}

/**
 * Reads one clause without a figure: a subject that ends in an indicator's object, then a stage. It counts as one object
 * where the target is a small number of things, the task's own text names this one, and the act is done.
 */
export function namedItem(clause: string, task: NarrativeTask, all: readonly IndicatorWords[]): NamedItem | null {
  if (clause.length > 48 || /全部|各|所有|[、]|等/.test(clause)) return null
  const split = SUBJECT.exec(clause)
  const subject = split?.[1]?.replace(/^.{0,8}(?:目前|其中)/, '')
  if (!subject || subject.length < 4 || /方案|工作|通知|会议|任务$|资金|合同|招标|设计/.test(subject)) return null
  const verdict = cuesOf(clause.slice(split?.[1]?.length ?? 0), '')
  if (verdict.kind !== 'progress' || !verdict.stage) return null
  let top: IndicatorWords | null = null
  let most = 0.7
  for (const words of all) {
    const { target, kind } = words.indicator
    if (kind !== 'count' || !target || target.value > MANY || !COUNTED.test(target.measure)) continue
    const weight = overlapOf(subject, words)
    if (weight > most) [top, most] = [words, weight]
  }
  if (!top) return null
  const known = new Set(pairsOf(top.words))
  const proper = pairsOf(subject).filter((pair) => !known.has(pair))
  if (proper.length === 0) return null
  const inTask = new Set(pairsOf(task.text))
  const named = proper.filter((pair) => inTask.has(pair)).length >= Math.max(2, proper.length * 0.5)
  const done = verdict.stage === 'done' || verdict.stage === 'used'
  return { words: top, stage: verdict.stage, stageWords: verdict.stageWords ?? '', counts: named && done }
}

/** The figures of a text's named items: progress where they count, item_status where only their state is told. */
export function namedFigures(known: TextContext, counted: readonly NarrativeFigure[]): NarrativeFigure[] {
  const items: NarrativeFigure[] = []
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
    const amongCounted = counted.some((other) => other.indicator === indicator.id)
    const counts = item.counts && !amongCounted
    items.push({
      raw: words,
      start: clause.start,
      end: clause.start + words.length,
      value: asScaled(SCALE),
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

const SUBJECT = /^(.{3,30}?)(?=已|正在|现已|目前|建成|完工|竣工|基本|主体|完成|因)/
const MANY = 200_000
const COUNTED = /^[个座处所家栋条项台套部块]/
