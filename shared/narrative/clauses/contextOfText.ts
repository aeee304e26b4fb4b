import { type FoundQuantity, findQuantities } from '../../quantity/findQuantities.ts'
import { COUNTS_BEHIND, NUMERAL_NOUNS, STATES_BEFORE } from '../lexicon/tieWords.ts'
import type { NarrativeContext } from '../words/claims.ts'
import { type IndicatorWords, taskWords } from '../words/taskWords.ts'
import { type Clause, clausesOf, type FigurePlace, placesOf } from './segments.ts'
import { type TextTimes, timesOf } from './timeOf.ts'

/** A text cut up, with what is known of its task: what every reader of this room looks at. */
export interface TextContext extends NarrativeContext {
  readonly text: string
  readonly clauses: readonly Clause[]
  readonly found: readonly FoundQuantity[]
  /** Of each figure found. */
  readonly places: readonly FigurePlace[]
  readonly all: readonly IndicatorWords[]
  readonly times: TextTimes
  /** Of each clause: it speaks of an earlier year's work. */
  readonly carried: readonly boolean[]
}

/** Cuts a text and prepares its task's words. */
export function contextOfText(text: string, context: NarrativeContext): TextContext {
  const clauses = clausesOf(text)
  const found = withAnother(text, findQuantities(text)).filter((figure) => isFigure(text, figure))
  const all = taskWords(context.task)
  return {
    ...context,
    text,
    clauses,
    found,
    places: placesOf(text, clauses, found),
    all,
    times: timesOf(text, clauses, context.year),
    carried: carriedClauses(text, clauses, context.year, all),
  }
}

/** An earlier year's work goes on until the part ends or this year's is named. */
function carriedClauses(text: string, clauses: readonly Clause[], year: number, all: readonly IndicatorWords[]): boolean[] {
  const own = all.some(({ words }) => /续建|结转|遗留/.test(words))
  let carried = false
  let part = -1
  return clauses.map((clause) => {
    const words = text.slice(clause.start, Math.min(clause.end, clause.start + 120))
    if (clause.part !== part) carried = false
    part = clause.part
    if (clause.inTitle || clause.host !== null) return carried
    if (thisYear(words, year)) carried = false
    if (earlierYear(words, year) || (!own && CARRIED.test(words))) carried = true
    return carried
  })
}

const thisYear = (words: string, year: number): boolean => THIS_YEAR.test(words) || words.includes(`${year}年`)

function earlierYear(words: string, year: number): boolean {
  for (const match of words.matchAll(/(?<![\d.〔])(20\d\d)年(?!以来|[来起至]|底前|至今)/g)) {
    const before = words.slice(Math.max(0, (match.index ?? 0) - 2), match.index)
    if (Number(match[1]) < year && !/[较比自从到由及至—-]\s*$|截至$/.test(before)) return true
  }
  return false
}

const CARRIED = /结转|续建|去年(?!同期)|上一?年度|往年|(?<!历史)遗留/
const THIS_YEAR = /今年|本年|新建(?:项目|工程|任务)|新开工|新安排/

/** 另一座, 另一个: one more, where a thing is counted (not 另一方面). */
function withAnother(text: string, found: readonly FoundQuantity[]): FoundQuantity[] {
  const more: FoundQuantity[] = []
  for (const match of text.matchAll(/另(?=一[座个所家处条栋台项套间](?!方面|层面|角度|原因))/g)) {
    const at = match.index + 1
    const [one] = findQuantities(text.slice(at, at + 2))
    if (one) more.push({ at, end: at + one.end, quantity: one.quantity })
  }
  return more.length === 0 ? [...found] : [...found, ...more].sort((a, b) => a.at - b.at)
}

/** False for numbers that merely qualify or name: 20户以上自然村, 0-3岁, 10 千伏, 一户一表, “三个一”, 12345热线, 至少一人. */
function isFigure(text: string, { at, end, quantity }: FoundQuantity): boolean {
  const before = text.charAt(at - 1)
  const after = text.slice(end, end + 6)
  if (/^(?:\s{0,2}(?:千伏|伏|kV)|岁|[×x]\d)/i.test(after) || /[×x]/.test(before)) return false
  if (quantity.measure !== null && quantity.measure !== '%' && /^(?:及?以[上下内]|以外)(?:的|[\u4e00-\u9fa5]{2})/.test(after))
    return /^(?:及?以[上下内]|以外)[已均全完开正建]/.test(after)
  if (quantity.measure === '层' && /[至到]第?$/.test(text.slice(Math.max(0, at - 2), at))) return false
  if (quantity.measure === '小时' && /^(?:24|7\s?[×x*]\s?24)/.test(quantity.raw)) return false
  if (quantity.chinese) {
    if (quantity.bound || /^[一二三四五六七八九十两次性]/.test(after) || NUMERAL_NOUNS.pattern.test(after)) return false
    if (/[“「]$/.test(text.slice(Math.max(0, at - 3), at).replace(/[\u4e00-\u9fa5]/g, '')) && quantity.measure !== '%') return false
    if (quantity.raw === '二次' || quantity.raw === '一次') return false
  }
  if (quantity.measure === null && quantity.scale === 1) {
    const words = text.slice(Math.max(0, at - 6), at)
    return (COUNTS_BEHIND.pattern.test(words) || STATES_BEFORE.pattern.test(words)) && !/^[A-Za-z热平]/.test(after)
  }
  return true
}
