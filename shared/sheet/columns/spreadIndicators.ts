import type { ColumnField } from '../../record/columnFields.ts'
import { matchSubjects } from '../subjects/matchSubjects.ts'
import { VALUES } from './columnDraft.ts'
import type { ColumnSetting, Draft } from './draftTypes.ts'

/**
 * Gives columns of figures without an indicator of their own that of the bound column to their left, up to the next bound
 * one; where the headings name just one, to all of them. A field is given only where every indicator then has it, and
 * where each has it once: a single 完成率 behind two indicators stays open.
 *
 *     乳腺癌筛查任务数 | 已筛查 | 完成率      all 乳腺癌筛查
 *     农村公路目标 | 完成 | 过街天桥目标 | 完成   each 完成 with the 目标 before it
 *     农村公路目标 | 过街天桥目标 | 完成        完成 stays open
 */
export function spreadIndicators(drafts: readonly Draft[], setting: ColumnSetting): readonly Draft[] {
  const fields = drafts.map(likeliest)
  if (fields.some((field) => field === 'task' || field === 'indicator' || field === 'milestone')) return drafts
  const bound = new Set(drafts.flatMap((d) => (isFigure(d) && d.subject !== undefined ? [d.subject] : [])))
  if (bound.size === 0) return drafts
  const given = new Map<Draft, string>()
  const held = new Set(drafts.flatMap((d, i) => (d.subject === undefined ? [] : [slot(d.subject, d, fields[i])])))
  const take = (d: Draft, subject: string, field: ColumnField | undefined) => {
    const key = slot(subject, d, field)
    if (held.has(key)) return
    held.add(key)
    given.set(d, subject)
  }
  let last: Draft | undefined
  for (const [i, d] of drafts.entries()) {
    if (d.subject !== undefined && isFigure(d)) last = d
    else if (isOpen(d) && last?.subject !== undefined && belongs(d, last)) take(d, last.subject, fields[i])
  }
  const [only] = bound
  if (bound.size === 1 && only !== undefined && !titleNamesAnother(setting, only)) {
    for (const [i, d] of drafts.entries()) if (isOpen(d) && !given.has(d) && ungrouped(d)) take(d, only, fields[i])
  }
  const everywhere = (field: ColumnField | undefined, d: Draft) => [...bound].every((subject) => held.has(slot(subject, d, field)))
  return drafts.map((d, i) => {
    const subject = given.get(d)
    return subject !== undefined && everywhere(fields[i], d) ? { ...d, subject, spread: true } : d
  })
}

const likeliest = (d: Draft): ColumnField | undefined => d.guesses.reduce((a, b) => (b.score > a.score ? b : a), d.guesses[0] ?? NONE).field
const NONE = { field: undefined, score: 0 }

const isFigure = (d: Draft): boolean => VALUES.has(likeliest(d) ?? 'remark') && !d.derived
const isOpen = (d: Draft): boolean => d.subject === undefined && d.area === undefined && isFigure(d) && d.header !== ''

const slot = (subject: string, d: Draft, field: ColumnField | undefined): string => `${subject}|${d.area ?? ''}|${field}|${d.month ?? ''}`

const groupOf = (d: Draft): string =>
  d.path.parts
    .slice(0, -1)
    .map((part) => part.text)
    .join('\n')
const ungrouped = (d: Draft): boolean => groupOf(d) === ''

/** Under the same group, or under none at all. */
const belongs = (d: Draft, to: Draft): boolean => ungrouped(d) || groupOf(d) === groupOf(to)

function titleNamesAnother(setting: ColumnSetting, only: string): boolean {
  const match = matchSubjects(setting.register, setting.title, { figures: true })
  return match.indicators.length > 0 && !match.indicators.includes(only)
}
