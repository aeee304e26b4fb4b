import { type FoundFigure, findFigures } from '../../quantity/findQuantities.ts'
import type { NarrativeContext } from '../words/claims.ts'
import { type IndicatorWords, taskWords } from '../words/taskWords.ts'
import { isFigure } from './isFigure.ts'
import { type Clause, clausesOf, type FigurePlace, placesOf } from './segments.ts'
import { type TextTimes, timesOf } from './timeOf.ts'

/** A text cut up, with what is known of its task: what every reader of this room takes. */
export interface TextContext extends NarrativeContext {
  readonly text: string
  readonly clauses: readonly Clause[]
  readonly found: readonly FoundFigure[]
  /** Of each figure found. */
  readonly places: readonly FigurePlace[]
  readonly all: readonly IndicatorWords[]
  readonly times: TextTimes
  /** Of each clause: it is about an earlier year's work. */
  readonly carried: readonly boolean[]
}

/** Cuts a text and prepares its task's words. */
export function contextOfText(text: string, context: NarrativeContext): TextContext {
  const clauses = clausesOf(text)
  // Numbers that are no figures are gone before the words around figures are shared out.
  const found = withAnother(text, findFigures(text)).filter((figure) => isFigure(text, figure))
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
  // Where an indicator is about work carried over, 续建 names the work itself.
  const own = all.some(({ words }) => /续建|结转|遗留/.test(words))
  let carried = false
  let part = -1
  return clauses.map((clause) => {
    const words = text.slice(clause.start, Math.min(clause.end, clause.start + 120))
    if (clause.part !== part) carried = false
    part = clause.part
    // Titles and brackets name years of documents, not of the work.
    if (clause.inTitle || clause.host !== null || !NAMES_YEAR.test(words)) return carried
    if (thisYear(words, year)) carried = false
    if (earlierYear(words, year) || (!own && CARRIED.test(words))) carried = true
    return carried
  })
}

const thisYear = (words: string, year: number): boolean => THIS_YEAR.test(words) || words.includes(`${year}年`)

/** 2020年项目; not 较2020年 or 2020年以来, which compare or count up to now. */
function earlierYear(words: string, year: number): boolean {
  if (!YEAR.test(words)) return false
  for (const match of words.matchAll(YEARS)) {
    const before = words.slice(Math.max(0, (match.index ?? 0) - 2), match.index)
    if (Number(match[1]) < year && !/[较比自从到由及至—-]\s*$|截至$/.test(before)) return true
  }
  return false
}

const YEAR = /(?<![\d.〔])(20\d\d)年(?!以来|[来起至]|底前|至今)/
const YEARS = new RegExp(YEAR.source, 'g')
/** Work of an earlier year; 去年同期 compares, 历史遗留 is a kind of problem. */
const CARRIED = /结转|续建|去年(?!同期)|上一?年度|往年|(?<!历史)遗留/
const THIS_YEAR = /今年|本年|新建(?:项目|工程|任务)|新开工|新安排/
/** What most clauses have nothing of. */
const NAMES_YEAR = new RegExp(`${THIS_YEAR.source}|${CARRIED.source}|\\d年`)

/** 另一座, 另一个: one more, where a thing is counted (not 另一方面). */
function withAnother(text: string, found: readonly FoundFigure[]): FoundFigure[] {
  const more: FoundFigure[] = []
  for (const match of text.matchAll(/另(?=一[座个所家处条栋台项套间](?!方面|层面|角度|原因))/g)) {
    const at = match.index + 1
    const [one] = findFigures(text.slice(at, at + 2))
    if (one) more.push({ at, end: at + one.end, quantity: one.quantity })
  }
  return more.length === 0 ? [...found] : [...found, ...more].sort((a, b) => a.at - b.at)
}
