import { oncePer } from '../base/oncePer.ts'
import { findFigures } from '../quantity/findQuantities.ts'
import type { Register, Task } from '../register/register.ts'
import type { NarrativeTarget } from './words/claims.ts'
import { isSameMeasure } from './words/measureCloseness.ts'
import { narrativeTask } from './words/narrativeTask.ts'
import { GENERAL_PAIRS, pairsOf } from './words/wording.ts'

/** What a text that is about several tasks says of one of them, null where nobody can tell: `text` is at `start` of the whole. */
export interface TaskStretch {
  readonly task: string | null
  readonly start: number
  readonly text: string
}

/**
 * Shares a text out among the tasks that its sentences are about; `among` names the tasks that it may be about, or none for
 * all of the register. A sentence that names no task goes on with the one before it; one that only repeats a task with its
 * targets names the task of what follows and is not part of the text. A line that begins anew with 截至 or 目前 and names no
 * task goes on with nothing: nobody can tell what it is about, as before the first task.
 *
 *     一、新建农村公路300公里。已完成146公里。   7.1: 已完成146公里。
 *     二、过街天桥亮化。6座中4座已完成。        7.3: 6座中4座已完成。
 *     截至目前，已完成130场。                 null
 */
export function shareOutText(register: Register, text: string, among: readonly string[] = []): readonly TaskStretch[] {
  const profiles = profilesOf(register).filter(({ task }) => among.length === 0 || among.includes(task))
  const stretches: TaskStretch[] = []
  let current: TaskProfile | undefined
  for (const sentence of sentencesOf(text)) {
    const named = taskOfSentence(sentence, profiles, current)
    const last = stretches.at(-1)
    if (!named && sentence.beginsLine && last?.task === current?.task) current = undefined
    current = named ?? current
    if (named && isStatement(sentence, named)) continue
    const task = current?.task ?? null
    const goesOn = last !== undefined && last.task === task && last.start + last.text.length === sentence.start
    if (goesOn) stretches[stretches.length - 1] = { ...last, text: last.text + sentence.text }
    else stretches.push({ task, start: sentence.start, text: sentence.text })
  }
  return stretches.filter(({ text: words }) => /[\u4e00-\u9fa5]/.test(words))
}

interface Sentence {
  readonly start: number
  readonly text: string
  /** It begins an item of a numbered list. */
  readonly isItem: boolean
  /** It opens a line as a report opens: 截至5月26日, 目前. */
  readonly beginsLine: boolean
}

/** Cut behind 。；！ and line breaks, and before the number of an item. */
function sentencesOf(text: string): readonly Sentence[] {
  return [...text.matchAll(SENTENCE)].map((match) => ({
    start: match.index,
    text: match[0],
    isItem: ITEM.test(match[0]),
    beginsLine: (match.index === 0 || /[\n\r]/.test(text.charAt(match.index - 1))) && OPENS.test(match[0]),
  }))
}

/** A task's words, each pair of characters with how well it sets the task apart from the others, and its targets. */
interface TaskProfile {
  readonly task: string
  readonly pairs: ReadonlyMap<string, number>
  readonly targets: readonly NarrativeTarget[]
}

const profilesOf = oncePer((register: Register): readonly TaskProfile[] => {
  const own = register.tasks.map((task) => ({ task, pairs: pairWeights(register, task) }))
  const owners = new Map<string, number>()
  for (const { pairs } of own) for (const pair of pairs.keys()) owners.set(pair, (owners.get(pair) ?? 0) + 1)
  return own.map(({ task, pairs }) => ({
    task: task.id,
    pairs: new Map(
      [...pairs].map(([pair, weight]) => [pair, GENERAL_PAIRS.has(pair) ? GENERAL : weight / Math.sqrt(owners.get(pair) ?? 1)]),
    ),
    targets: (narrativeTask(register, task.id)?.indicators ?? []).flatMap(({ target }) => target ?? []),
  }))
})

/** The names of the indicators say what a task is about; its text explains it as well. */
function pairWeights(register: Register, { id, text }: Task): Map<string, number> {
  const names = (narrativeTask(register, id)?.indicators ?? []).map(({ name, target }) => `${name}，${target?.raw ?? ''}`).join('，')
  return new Map([
    ...pairsOf(text).map((pair): [string, number] => [pair, IN_TEXT]),
    ...pairsOf(names).map((pair): [string, number] => [pair, 1]),
  ])
}

/** The task that a sentence names clearly: better than all others, and than the one that the text is about so far. */
function taskOfSentence(sentence: Sentence, profiles: readonly TaskProfile[], current: TaskProfile | undefined): TaskProfile | undefined {
  const pairs = new Set(pairsOf(sentence.text))
  const weights = profiles
    .map((profile) => ({ profile, weight: weightOf(sentence, pairs, profile) }))
    .toSorted((one, other) => other.weight - one.weight)
  const [top, next] = weights
  if (!top || top.weight < NAMED) return undefined
  const own = weights.find(({ profile }) => profile === current)?.weight ?? 0
  if (top.profile === current) return current
  return top.weight >= (next?.weight ?? 0) + CLEARLY && top.weight >= own + (sentence.isItem ? 0 : CHANGES) ? top.profile : undefined
}

function weightOf({ text }: Sentence, pairs: ReadonlySet<string>, profile: TaskProfile): number {
  let weight = 0
  for (const pair of pairs) weight += profile.pairs.get(pair) ?? 0
  const targets = findFigures(text).filter(({ quantity }) => isTargetOf(profile, quantity.value, quantity.measure))
  return weight + (targets.length > 0 ? TARGET : 0)
}

/** It repeats the task: all of its figures are targets, most of its words the task's, and none says what is done. */
function isStatement({ text }: Sentence, profile: TaskProfile): boolean {
  if (REPORTS.test(text) || !findFigures(text).every(({ quantity }) => isTargetOf(profile, quantity.value, quantity.measure))) return false
  const pairs = pairsOf(text.replace(ITEM, ''))
  return pairs.filter((pair) => profile.pairs.has(pair)).length >= pairs.length * MOST
}

const isTargetOf = ({ targets }: TaskProfile, value: number, measure: string | null): boolean =>
  targets.some((target) => target.value === value && isSameMeasure(measure, target.measure))

const SENTENCE = /[^。；;！!\n\r]*[。；;！!\n\r]+|[^。；;！!\n\r]+$/g
const ITEM = /^\s*(?:[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)、.．]|[①-⑳])/
const OPENS = /^\s*(?:截[至止]|目前|今年以来)/
/** What is said of the state of things: then a target is reached, not repeated. */
const REPORTS = /已|累计|目前|截[至止]|均|正在|正|尚|未|完工|竣工|建成|开工|受理|占|%/

// Weights of pairs of characters: one that only this task's indicators have counts 1.
/** A pair of the task's text that none of its indicators' names has. */
const IN_TEXT = 0.4
const GENERAL = 0.05
/** A registered target with its measure. */
const TARGET = 1
/** Two pairs that no other task has. */
const NAMED = 1.6
/** Of its pairs of characters. */
const MOST = 0.6
/** Nobody is sure between tasks that fit nearly alike. */
const CLEARLY = 0.5
/** A text goes on with its task rather than change it within a sentence that has words of both. */
const CHANGES = 1
