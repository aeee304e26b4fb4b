import type { Indicator, Register, Task } from '../../register/register.ts'
import { matchKey, pairs } from './matchKey.ts'

/** What the register calls an indicator: its name and the clauses of its task that speak of it, as weighed pairs of characters. */
export interface Phrase {
  readonly pairs: ReadonlySet<string>
  readonly weight: number
}

export interface IndicatorEntry {
  readonly indicator: Indicator
  readonly task: Task
  readonly phrases: readonly Phrase[]
}

export interface TaskEntry {
  readonly task: Task
  readonly text: Phrase
  readonly key: string
  readonly indicators: readonly IndicatorEntry[]
}

export interface CategoryEntry {
  readonly no: number
  readonly key: string
  readonly title: Phrase
}

/** The register as rows and headings are matched against it; made once a register. */
export interface SubjectLexicon {
  readonly indicators: readonly IndicatorEntry[]
  readonly tasks: readonly TaskEntry[]
  readonly categories: readonly CategoryEntry[]
  /** How telling a pair of characters is: rare ones weigh more, unknown ones a middling lot. */
  weigh(pair: string): number
  phrase(text: string): Phrase
}

const made = new WeakMap<Register, SubjectLexicon>()

export function subjectLexicon(register: Register): SubjectLexicon {
  const known = made.get(register)
  if (known) return known
  const lexicon = make(register)
  made.set(register, lexicon)
  return lexicon
}

/** Texts come from sheets: what is remembered of them must not grow with them. */
const MOST_PHRASES = 500

function make(register: Register): SubjectLexicon {
  const seen = new Map<string, number>()
  for (const task of register.tasks) {
    const names = register.indicators.filter((i) => i.taskId === task.id).map((i) => i.name)
    for (const pair of new Set([task.text, ...names].flatMap((text) => [...pairs(matchKey(text))])))
      seen.set(pair, (seen.get(pair) ?? 0) + 1)
  }
  const all = Math.max(register.tasks.length, 2)
  const middling = Math.log(1 + all / 3)
  const dull = new Set(DULL.flatMap((word) => [...pairs(word)]))
  const weigh = (pair: string): number => {
    const tasks = seen.get(pair)
    return (tasks === undefined ? middling : Math.log(1 + all / tasks)) * (dull.has(pair) ? 0.25 : 1)
  }
  const phrases = new Map<string, Phrase>()
  const phrase = (text: string): Phrase => {
    const known = phrases.get(text)
    if (known) return known
    const fresh = newPhrase(text)
    if (phrases.size < MOST_PHRASES && text.length < 200) phrases.set(text, fresh)
    return fresh
  }
  const newPhrase = (text: string): Phrase => {
    const set = pairs(matchKey(text))
    let weight = 0
    for (const pair of set) weight += weigh(pair)
    return { pairs: set, weight }
  }
  const tasks: TaskEntry[] = register.tasks.map((task) => {
    const clauses = task.text.split(/[，。；;]/u).filter((clause) => clause.trim() !== '')
    const indicators = register.indicators
      .filter((indicator) => indicator.taskId === task.id)
      .map((indicator) => ({
        indicator,
        task,
        phrases: phrasesOf(indicator, clauses, register.indicators)
          .map(phrase)
          .filter((p) => p.weight > 0),
      }))
    return { task, text: phrase(task.text), key: matchKey(task.text), indicators }
  })
  return {
    tasks,
    indicators: tasks.flatMap((task) => task.indicators),
    categories: register.categories.map((category) => ({ no: category.no, key: matchKey(category.title), title: phrase(category.title) })),
    weigh,
    phrase,
  }
}

/** The name, and each clause of the task that holds the target's own words. */
function phrasesOf(indicator: Indicator, clauses: readonly string[], all: readonly Indicator[]): readonly string[] {
  const stated = indicator.target?.raw
  // 宫颈癌、乳腺癌筛查各完成4.4万人 tells neither from the other
  const common = all.some((other) => other.id !== indicator.id && other.taskId === indicator.taskId && other.target?.raw === stated)
  const raw = common ? undefined : stated
  const holding = raw ? clauses.filter((clause) => clause.includes(raw) || raw.includes(clause)) : []
  return [...new Set([indicator.name, ...(holding.length === 1 ? holding : []), ...(raw && raw.length > 8 ? [raw] : [])])]
}

/** Words that stand in any task and tell nothing. */
const DULL: readonly string[] = [
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
