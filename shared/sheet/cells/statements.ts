import { type FoundQuantity, findQuantities } from '../../quantity/findQuantities.ts'

/** A figure that a cell's words state, and the words that are its own. */
export interface Statement extends FoundQuantity {
  /** The words before and behind it, without marks. */
  readonly before: string
  readonly behind: string
  /** What is said of it without another figure, in a bracket or behind a mark: 15套（基本完工）, 214个，均已开通. */
  readonly remark: string
  /** The statement that it says more of, by its place among them: 0 for the 163个 of 建成214个（其中163个已开通）. */
  readonly of: number | undefined
}

/**
 * The figures of a cell's words with their own words. Between two marks the words before a figure are its own, or those
 * behind where the first figure has none before it; words without a figure go on with the figure before them, where a
 * bracket or 均 ties them to it, else they open the next.
 *
 *     建成214个，其中163个已开通      建成 · 214个, 其中 · 163个 · 已开通
 *     建成118个（已开通90个）         建成 · 118个, 已开通 · 90个
 *     15套（基本完工）                15套 · remark 基本完工
 *     163个已开通51个在建             163个 · 已开通, 51个 · 在建
 */
export function statementsOf(text: string): readonly Statement[] {
  const found = findQuantities(text)
  const statements: Statement[] = []
  let opening = ''
  let outer: number | undefined
  let next = 0
  for (const run of runsOf(text, found)) {
    const inside: FoundQuantity[] = []
    for (let figure = found[next]; figure && figure.at < run.end; figure = found[++next]) inside.push(figure)
    const last = statements.length - 1
    outer = run.depth === 0 ? undefined : (outer ?? (last < 0 ? undefined : last))
    const words = inside.length > 0 ? '' : wordsIn(text, run.start, run.end)
    if (inside.length > 0) {
      const made = statementsOfRun(text, run, inside)
      const of = run.depth > 0 ? outer : OPENS_PART.test(made[0]?.before ?? '') && last >= 0 ? (statements[last]?.of ?? last) : undefined
      for (const [i, one] of made.entries()) statements.push({ ...one, before: i === 0 ? opening + one.before : one.before, of })
      opening = ''
    } else if (last >= 0 && (run.depth > 0 || GOES_ON.test(words) || next >= found.length)) {
      const before = statements[last]
      if (before) statements[last] = { ...before, remark: before.remark + words }
    } else opening += words
  }
  return statements
}

/** A stretch between two marks, and in how many brackets it is. */
interface Run {
  readonly start: number
  readonly end: number
  readonly depth: number
}

function runsOf(text: string, found: readonly FoundQuantity[]): readonly Run[] {
  const runs: Run[] = []
  let start = 0
  let depth = 0
  let next = 0
  for (let at = 0; at <= text.length; at++) {
    while ((found[next]?.end ?? Number.POSITIVE_INFINITY) <= at) next++
    const isInFigure = at > (found[next]?.at ?? Number.POSITIVE_INFINITY)
    const mark = text.charAt(at)
    if (at < text.length && (isInFigure || !MARK.test(mark))) continue
    if (at > start) runs.push({ start, end: at, depth })
    if (OPEN.test(mark)) depth++
    else if (CLOSE.test(mark)) depth = Math.max(0, depth - 1)
    start = at + 1
  }
  return runs
}

function statementsOfRun(text: string, run: Run, inside: readonly FoundQuantity[]): readonly Statement[] {
  const first = inside[0]
  const isNamedBehind = inside.length > 1 && first !== undefined && wordsIn(text, run.start, first.at) === ''
  return inside.map((figure, i) => {
    const from = inside[i - 1]?.end ?? run.start
    const to = inside[i + 1]?.at ?? run.end
    const before = isNamedBehind ? '' : wordsIn(text, from, figure.at)
    const behind = isNamedBehind || i === inside.length - 1 ? wordsIn(text, figure.end, to) : ''
    return { ...figure, before, behind, remark: '', of: undefined }
  })
}

const wordsIn = (text: string, from: number, to: number): string => text.slice(from, to).replace(/[\s/|+]+/gu, '')

const MARK = /[，,、；;。！!：:\n\r（）()【】[\]]/u
const OPEN = /[（(【[]/u
const CLOSE = /[）)】\]]/u
const OPENS_PART = /^其中/u
/** Words that say more of the figure before them: 214个，均已开通. */
const GOES_ON = /^(?:均|全部|都|皆|并)/u
