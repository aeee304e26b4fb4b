import { oncePer } from '../../base/oncePer.ts'
import type { Indicator, Register, Task } from '../../register/register.ts'
import { matchKey, pairs } from './matchKey.ts'
import { MATCH_WEIGHTS } from './matchWeights.ts'

/** Words as they are compared: the pairs of neighbouring characters, and what these weigh together. */
export interface Phrase {
  readonly pairs: ReadonlySet<string>
  readonly weight: number
}

/** What the register calls an indicator: its name, its target's words, and the clause of its task that is about it. */
export interface IndicatorEntry {
  readonly indicator: Indicator
  readonly task: Task
  readonly phrases: readonly Phrase[]
}

/** A task and its whole text. */
export interface TaskEntry {
  readonly task: Task
  readonly text: Phrase
}

/** A category by its number, and its title. */
export interface CategoryEntry {
  readonly no: number
  readonly title: Phrase
}

/** The register as rows and headings are matched against it; made once a register. */
export interface SubjectLexicon {
  readonly indicators: readonly IndicatorEntry[]
  readonly tasks: readonly TaskEntry[]
  readonly categories: readonly CategoryEntry[]
  /** How much a pair of characters distinguishes one task from another. */
  weigh(pair: string): number
  /** A text as it is compared with the register's. */
  phrase(text: string): Phrase
}

/** Texts come from sheets: what is remembered of them must not grow with them. */
const MOST_PHRASES = 500
const LONGEST_REMEMBERED = 200

/** The lexicon of a register, made when it is first asked for. */
export const subjectLexicon = oncePer((register: Register): SubjectLexicon => {
  const weigh = pairWeights(register)
  const phrases = new Map<string, Phrase>()
  const phrase = (text: string): Phrase => {
    const known = phrases.get(text)
    if (known) return known
    const fresh = weighed(pairs(matchKey(text)), weigh)
    if (phrases.size < MOST_PHRASES && text.length < LONGEST_REMEMBERED) phrases.set(text, fresh)
    return fresh
  }
  const tasks = register.tasks.map((task) => ({ task, text: phrase(task.text) }))
  const indicators = register.tasks.flatMap((task) => {
    const clauses = task.text.split(/[，。；;]/u).filter((clause) => clause.trim() !== '')
    return register.indicators
      .filter(({ taskId }) => taskId === task.id)
      .map((indicator) => ({
        indicator,
        task,
        phrases: phrasesOf(indicator, clauses, register.indicators)
          .map(phrase)
          .filter(({ weight }) => weight > 0),
      }))
  })
  const categories = register.categories.map(({ no, title }) => ({ no, title: phrase(title) }))
  return { tasks, indicators, categories, weigh, phrase }
})

function weighed(set: Phrase['pairs'], weigh: SubjectLexicon['weigh']): Phrase {
  let weight = 0
  for (const pair of set) weight += weigh(pair)
  return { pairs: set, weight }
}

/** A pair that no task has weighs like one of three tasks: it may be a name of its own, or anything. */
const TASKS_OF_UNKNOWN_PAIR = 3

/** The inverse document frequency of pairs of characters: ln(1 + tasks ÷ tasks that have the pair). */
function pairWeights(register: Register): SubjectLexicon['weigh'] {
  const frequency = new Map<string, number>()
  for (const task of register.tasks) {
    const names = register.indicators.filter(({ taskId }) => taskId === task.id).map(({ name }) => name)
    for (const pair of new Set([task.text, ...names].flatMap((text) => [...pairs(matchKey(text))])))
      frequency.set(pair, (frequency.get(pair) ?? 0) + 1)
  }
  const all = Math.max(register.tasks.length, 2)
  const dull = new Set(WORDS_OF_ANY_TASK.flatMap((word) => [...pairs(word)]))
  return (pair) => Math.log(1 + all / (frequency.get(pair) ?? TASKS_OF_UNKNOWN_PAIR)) * (dull.has(pair) ? MATCH_WEIGHTS.dullWord : 1)
}

/** The name, and each clause of the task that holds the target's own words. */
function phrasesOf(indicator: Indicator, clauses: readonly string[], all: readonly Indicator[]): readonly string[] {
  const stated = indicator.target?.raw
  // 宫颈癌、乳腺癌筛查各完成4.4万人 is about both
  const common = all.some((other) => other.id !== indicator.id && other.taskId === indicator.taskId && other.target?.raw === stated)
  const raw = common ? undefined : stated
  const holding = raw ? clauses.filter((clause) => clause.includes(raw) || raw.includes(clause)) : []
  return [...new Set([indicator.name, ...(holding.length === 1 ? holding : []), ...(raw && raw.length > 8 ? [raw] : [])])]
}

/** Words of any task, which do not tell one from another. */
const WORDS_OF_ANY_TASK: readonly string[] = [
  '完成',
  '建设',
  '实施',
  '开展',
  '组织',
  '推进',
  '全市',
  '全年',
  '年底',
  '工程',
  '项目',
  '情况',
  '任务',
  '工作',
  '进展',
  '目标',
  '新增',
  '新建',
  '改造',
  '数量',
  '个数',
  '累计',
  '年度',
  '不少于',
  '以上',
  '免费',
  '重点',
  '民生',
  '实事',
  '进度',
  '表',
]
