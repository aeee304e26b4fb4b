import type { ColumnField } from '../../record/columnFields.ts'
import type { AreaCode } from '../../register/register.ts'
import type { Heading } from '../headings/normaliseHeading.ts'
import { type ColumnContent, contentFit } from './columnContent.ts'

/** A field that a column may be, how well words and content say so, and how well the words alone. */
export interface Scored {
  readonly field: ColumnField
  readonly score: number
  readonly words: number
}

const MONEY = /^[万亿]?元$/u

/** The lowest heading that says something decides; content speaks for or against, and alone where no heading does. */
export function fieldGuesses(
  words: readonly (readonly { readonly field: ColumnField; readonly score: number }[])[],
  headings: readonly Heading[],
  content: ColumnContent,
  bound: {
    readonly subject: string | undefined
    readonly area: AreaCode | undefined
    readonly derived: boolean
    readonly measure: string | undefined
    /** The measure counts another thing than the indicator: 建立档案（份） for 人. */
    readonly otherThing?: boolean
  },
): readonly Scored[] {
  const lowest = [...words].reverse().find((list) => list.length > 0)
  const own = words.at(-1) ?? []
  const scored: Scored[] = []
  for (const guess of lowest ?? []) {
    const words = own === lowest ? guess.score : guess.score * 0.9
    scored.push({ field: guess.field, words, score: words * (0.35 + 0.65 * contentFit(guess.field, content)) })
  }
  const add = (field: ColumnField, words: number) => {
    if (scored.some((s) => s.field === field)) return
    scored.push({ field, words, score: Math.max(words, 0.55) * (0.35 + 0.65 * contentFit(field, content)) })
  }
  const money = bound.measure !== undefined && MONEY.test(bound.measure)
  const investing = headings.some((heading) => /投资|资金|投入(?!使用|运)/u.test(heading.core))
  if (money || investing) {
    const list = scored.map((s): Scored => (investField(s.field) ? { ...s, field: investField(s.field) as ColumnField } : s))
    if (list.length === 0) list.push({ field: 'invest_done', words: 0.7, score: 0.7 })
    return dedupe(list)
  }
  for (const { field } of [...scored]) {
    if (field === 'target') add('task', 0.7)
    if (field === 'task' && !scored.some((s) => s.field === 'target')) add('indicator', 0.7)
    if (field === 'indicator') add('task', 0.6)
    if (field === 'cumulative') add('progress_text', 0.7)
    if (field === 'progress_text' || field === 'visual_progress') add('cumulative', 0.45)
    if (field === 'progress_text') add('percent', 0.4)
    if (field === 'remark') add('lead_unit', 0.35)
    if (field === 'deadline') add('actual_date', 0.5)
    if (content.kinds.date) {
      if (field === 'cumulative') add('actual_date', 0.75)
      if (field === 'target') add('deadline', 0.75)
    }
    if (field === 'lead_unit' || field === 'support_unit' || field === 'resp_unit') {
      add('support_unit', 0.6)
      add('area', 0.5)
    }
    if (field === 'unit_of_measure') {
      add('lead_unit', 0.7)
      add('area', 0.7)
    }
    if (field === 'category') add('task', 0.5)
  }
  if (scored.length === 0 && bound.otherThing) return []
  if (scored.length === 0 && (bound.subject || bound.area || bound.derived)) {
    const percent = (content.kinds.percent ?? 0) > content.filled / 2
    return [{ field: percent ? 'percent' : 'cumulative', words: 0.6, score: 0.6 }]
  }
  if (scored.length === 0 && content.filled >= 2) {
    const share = (kind: 'area' | 'measure' | 'units' | 'long') => (content.kinds[kind] ?? 0) / content.filled
    if (share('area') > 0.6) return [{ field: 'area', words: 0, score: 0.6 }]
    if (content.countsUp) return [{ field: 'seq', words: 0, score: 0.55 }]
    if (share('measure') > 0.7) return [{ field: 'unit_of_measure', words: 0, score: 0.5 }]
  }
  return dedupe(scored)
}

const investField = (field: ColumnField): ColumnField | undefined =>
  field === 'target' || field === 'invest_plan'
    ? 'invest_plan'
    : field === 'cumulative' ||
        field === 'carry_over' ||
        field === 'period_value' ||
        field === 'previous_cumulative' ||
        field === 'invest_done'
      ? 'invest_done'
      : undefined

function dedupe(list: readonly Scored[]): readonly Scored[] {
  const best = new Map<ColumnField, Scored>()
  for (const s of list) if ((best.get(s.field)?.score ?? -1) < s.score) best.set(s.field, s)
  return [...best.values()].sort((a, b) => b.score - a.score)
}
