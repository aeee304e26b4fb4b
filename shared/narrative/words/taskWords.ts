import { NOT_AN_INDICATORS_AREA } from '../lexicon/areaWords.ts'
import type { NarrativeIndicator, NarrativeTask } from './claims.ts'
import { GENERAL_CHARS, GENERAL_PAIRS, pairSet, pairsOf } from './wording.ts'

/** What an indicator is called, ready to be compared with the words next to a figure. */
export interface IndicatorWords {
  readonly indicator: NarrativeIndicator
  /** Name and target as the document words them. */
  readonly words: string
  /** Also the words of the task's text that lead up to the target (选派 of 选派科技特派员400名). */
  readonly acts: string
  /** Pairs of characters, each with how well it sets this indicator apart from the task's others (1: only it has the pair). */
  readonly pairs: ReadonlyMap<string, number>
  readonly chars: ReadonlySet<string>
  /** The one county or district that its name begins with (湖滨区新增…). */
  readonly area: string | null
}

/** 建设 and 完成 are next to any figure: they may decide between two indicators, never name one. */
const GENERAL_PAIR = 0.1

/** The words of a task's indicators; a pair that several have weighs less, a general one (建设, 完成) little. */
export function taskWords(task: NarrativeTask): readonly IndicatorWords[] {
  const known = prepared.get(task) ?? prepare(task)
  prepared.set(task, known)
  return known
}
const prepared = new WeakMap<NarrativeTask, readonly IndicatorWords[]>()

function prepare(task: NarrativeTask): IndicatorWords[] {
  const own = task.indicators.map((indicator) => ({ indicator, words: `${indicator.name}\n${indicator.target?.raw ?? ''}` }))
  const owners = new Map<string, number>()
  for (const { words } of own) for (const pair of new Set(pairsOf(words))) owners.set(pair, (owners.get(pair) ?? 0) + 1)
  return own.map(({ indicator, words }) => ({
    indicator,
    words,
    acts: `${words}\n${leadUp(task.text, indicator.target?.raw ?? '')}`,
    area: areaOf(indicator.name),
    pairs: new Map(pairsOf(words).map((pair) => [pair, GENERAL_PAIRS.has(pair) ? GENERAL_PAIR : 1 / Math.sqrt(owners.get(pair) ?? 1)])),
    chars: new Set([...words].filter((char) => /[\u4e00-\u9fa5]/.test(char) && !GENERAL_CHARS.has(char))),
  }))
}

/** How much a phrase is about an indicator: the weight of the pairs that both have. */
export function overlapOf(phrase: string, words: IndicatorWords): number {
  let weight = 0
  for (const pair of pairSet(phrase)) weight += words.pairs.get(pair) ?? 0
  return weight
}

/** The indicator that a phrase is most about, by more than `least`; null where there is none. */
export function mostOverlapping(phrase: string, able: readonly IndicatorWords[], least: number): IndicatorWords | null {
  let top: IndicatorWords | null = null
  let most = least
  for (const words of able) {
    const weight = overlapOf(phrase, words)
    if (weight > most) [top, most] = [words, weight]
  }
  return top
}

/** Whether the head of a noun is among an indicator's characters: 站 of 加油站, 场 of 场次, whose last one is too common. */
export function sharesHead(noun: string, words: IndicatorWords): boolean {
  const last = noun.slice(-1)
  return words.chars.has(last) || (LIGHT.has(last) && words.chars.has(noun.slice(-2, -1)))
}
/** Last characters that any noun may have. */
const LIGHT = new Set([...GENERAL_CHARS, ...'次数点号位所量类型群物品员'])

/** 湖滨区 of 湖滨区新增社区用房. */
function areaOf(name: string): string | null {
  const area = /^([\u4e00-\u9fa5]{2,3}[县区市旗])(?!场|民|政)/.exec(name)?.[1]
  return area === undefined || NOT_AN_INDICATORS_AREA.pattern.test(area) ? null : area
}

/** The words of the clause that lead up to the target: 选派 of 选派科技特派员400名. */
function leadUp(text: string, raw: string): string {
  const at = raw === '' ? -1 : text.indexOf(raw)
  return at < 0 ? '' : (/[^，,。；;：:、]*$/.exec(text.slice(Math.max(0, at - 16), at))?.[0] ?? '')
}
