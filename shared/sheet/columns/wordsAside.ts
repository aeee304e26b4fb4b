import { type MonthSpan, monthsNamed } from '../headings/monthsNamed.ts'
import { normaliseHeading } from '../headings/normaliseHeading.ts'
import { isTimeAlone } from '../headings/pathTime.ts'
import { OVER, PART_OF_YEAR } from '../headings/timeWords.ts'
import { compactText } from '../view/compactText.ts'
import { type ColumnCandidate, type ColumnContext, likeliest, type ScoredField } from './columnCandidate.ts'
import { type ColumnContent, countOf } from './columnContent.ts'

/** A column of words that is known and whose words are not those of what is reported. */
export interface WordsAside {
  readonly guess: ScoredField
  readonly reason: 'plan' | 'of_plan' | 'other_time'
  /** The heading of the column that it gives way to, or that it judges. */
  readonly heading: string
}

/**
 * Columns of words that are no progress of the reported period, whatever figures stand in them:
 *
 *     8月计划进度 | 实际进度情况              8月计划进度: plan
 *     三季度目标 | 进展情况 | 目标完成情况      三季度目标: plan, 目标完成情况 over 已完成: of_plan
 *     进展情况 / 一季度 | 二季度 | 三季度      of those filled up to the reported month the last counts, the others are other_time
 */
export function wordsAside(candidates: readonly ColumnCandidate[], context: ColumnContext): ReadonlyMap<ColumnCandidate, WordsAside> {
  const aside = new Map<ColumnCandidate, WordsAside>()
  const plans = candidates.filter((one) => holdsWords(one.content) && isPlanOfPart(one) && isNamedBeside(one, candidates))
  for (const plan of plans) aside.set(plan, { guess: PLANNED, reason: 'plan', heading: plan.header })
  const texts = candidates.filter((one) => !aside.has(one) && saysProgress(one))
  const [first] = plans
  const judged = first ? candidates.filter((one) => isVerdict(one) && texts.some((text) => text !== one && holdsWords(text.content))) : []
  for (const one of judged) aside.set(one, { guess: likeliest(one) ?? PLANNED, reason: 'of_plan', heading: first?.header ?? '' })
  for (const [text, kept] of textsOfOtherTimes(texts, context.month))
    aside.set(text, { guess: likeliest(text) ?? PLANNED, reason: 'other_time', heading: kept.header })
  return aside
}

/** A plan in words is a target of its period: it has the place of none. */
const PLANNED: ScoredField = { field: 'target', words: 1, score: 1 }

/** Most of the column is neither a number nor a figure alone: its columns are weighed by their figures elsewhere. */
const holdsWords = (content: ColumnContent): boolean => content.filled > 0 && figuresOf(content) < content.filled * MOSTLY
const MOSTLY = 0.6
const figuresOf = (content: ColumnContent): number => countOf(content, 'number', 'percent', 'date') + content.bare

/** 8月计划进度, 工作目标 / 三季度; not 8月计划完成情况, which is what became of it, nor 12月底目标, which is the year's. */
function isPlanOfPart({ path }: ColumnCandidate): boolean {
  const headings = path.parts.map(({ text }) => normaliseHeading(text))
  const own = headings.findLast(({ shown }) => !isTimeAlone(shown))?.core ?? ''
  if (!PLAN.test(own) || WHAT_BECAME.test(own) || NEXT.test(own)) return false
  return headings.some(({ shown, core, month }) => (month !== undefined || PART_OF_YEAR.pattern.test(core)) && !YEAR_END.test(shown))
}

const PLAN = /(?:计划|目标|任务|应达到?|预期)(?:进度|节点|任务|目标|计划|安排|要求|内容|工作|情况|完成)*$/u
const WHAT_BECAME = /(?:完成|执行|落实|进展)情况$|(?:完成|实际|落实|推进|已).*(?:计划|目标|任务)$/u
const NEXT = /^下/u
const YEAR_END = /(?:四季度|12月).{0,2}[末底]|[截至到~-].*12月/u

/** Another column says what the rows are about. */
const isNamedBeside = (own: ColumnCandidate, candidates: readonly ColumnCandidate[]): boolean =>
  candidates.some((other) => {
    const field = likeliest(other)?.field
    return other !== own && other.content.filled > 0 && (field === 'task' || field === 'indicator') && !isPlanOfPart(other)
  })

/** Its headings say by themselves that it tells of progress. */
const saysProgress = ({ guesses }: ColumnCandidate): boolean =>
  guesses.some(({ field, words }) => field === 'progress_text' && words >= PLAINLY)
const PLAINLY = 0.6

/** 目标完成情况 over 已完成 and 未完成: no figure stands in it. */
function isVerdict({ path, content }: ColumnCandidate): boolean {
  const own = normaliseHeading(path.parts.at(-1)?.text ?? '').core
  if (!VERDICT.test(own) || content.filled === 0) return false
  return countOf(content, 'number', 'percent', 'quantity', 'long') === 0 && content.bare === 0
}
const VERDICT = /^(?!.*(?:年度|全年)).*(?:计划|目标|任务|节点).{0,2}(?:完成|达成|执行)(?:情况|状况)?$/u

/** Of several texts of progress by time, each that is not the last filled one up to the reported month, with that one. */
function textsOfOtherTimes(texts: readonly ColumnCandidate[], month: number | undefined): ReadonlyMap<ColumnCandidate, ColumnCandidate> {
  const others = new Map<ColumnCandidate, ColumnCandidate>()
  const alike = Map.groupBy(texts, ({ subject, area }) => `${subject ?? ''}|${area ?? ''}`)
  for (const all of alike.values()) {
    const now = all.find((text) => !isOver(text) && holdsWords(text.content))
    const group = now ? all.filter((text) => !isOver(text)) : all
    if (now) for (const text of all) if (isOver(text)) others.set(text, now)
    const timed = group.flatMap((text) => {
      const span = monthsNamed(text.path.parts.map((part) => part.text))
      return span && (text.content.filled === 0 || holdsWords(text.content)) ? [{ text, span }] : []
    })
    // beside one of no time that one is the newest
    if (timed.length < group.length || new Set(timed.map(({ span }) => span.last)).size < 2) continue
    const kept = timed.filter((one) => one.text.content.filled > 0 && hasBegun(one.span, month)).reduce<Timed | undefined>(later, undefined)
    if (kept) for (const { text } of timed) if (text !== kept.text) others.set(text, kept.text)
  }
  return others
}

/** 上月进展情况 beside 目前进展情况. */
const isOver = ({ path }: ColumnCandidate): boolean => path.parts.some(({ text }) => OVER.pattern.test(compactText(text)))

interface Timed {
  readonly text: ColumnCandidate
  readonly span: MonthSpan
}

const later = (best: Timed | undefined, one: Timed): Timed => (best && best.span.last >= one.span.last ? best : one)

const hasBegun = ({ first }: MonthSpan, month: number | undefined): boolean => month === undefined || first <= month
