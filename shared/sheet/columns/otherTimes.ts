import type { ColumnField } from '../../record/columnFields.ts'
import { normaliseHeading } from '../headings/normaliseHeading.ts'
import { VALUES } from './columnDraft.ts'
import type { ColumnSetting, Draft } from './draftTypes.ts'

/** Why a column's figures are not those of the year and month that are reported. */
export type OtherTime = 'other_year' | 'other_month'

/**
 * Columns of figures of another year, and percentages of a month before that of another percentage beside them.
 *
 *     2020年完成 | 2021年累计完成                 2020年完成: other_year
 *     1-4月 / 累计 | 完成率, 1-5月 / 累计 | 完成率   the first 完成率: other_month (its 累计 is the previous one)
 *     其中：2020年续建                           none: a carry-over says so itself
 */
export function otherTimes(drafts: readonly Draft[], setting: ColumnSetting): ReadonlyMap<Draft, OtherTime> {
  const others = new Map<Draft, OtherTime>()
  for (const d of drafts) {
    const field = likeliest(d)
    if (field === undefined || field === 'carry_over' || !(VALUES.has(field) || field === 'start_rate')) continue
    const year = yearOf(d)
    if (year !== undefined && setting.year !== undefined && year !== setting.year) others.set(d, 'other_year')
    else if (field === 'percent' && drafts.some((other) => isLater(other, d))) others.set(d, 'other_month')
  }
  return others
}

const likeliest = (d: Draft): ColumnField | undefined =>
  d.guesses.reduce<Draft['guesses'][number] | undefined>((a, b) => (a === undefined || b.score > a.score ? b : a), undefined)?.field

const yearOf = (d: Draft): number | undefined => {
  const found = d.path.parts.map(({ text }) => /(?:^|截[至止]|[至到])((?:19|20)\d{2})年/u.exec(text.normalize('NFKC').replace(/\s+/gu, '')))
  const last = found.findLast((one) => one !== null)
  return last?.[1] === undefined ? undefined : Number(last[1])
}

const monthOf = (d: Draft): number | undefined =>
  d.path.parts.map(({ text }) => normaliseHeading(text).month?.last).findLast((month) => month !== undefined)

function isLater(other: Draft, d: Draft): boolean {
  const [month, own] = [monthOf(other), monthOf(d)]
  if (month === undefined || own === undefined || month <= own) return false
  return likeliest(other) === 'percent' && other.subject === d.subject && other.area === d.area && other.derived === d.derived
}
