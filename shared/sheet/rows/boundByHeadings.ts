import { columnFieldsWhere } from '../../record/columnFields.ts'
import type { RecognizedColumn } from '../../record/reading.ts'

/**
 * Whether the headings say what the figures are, and the title has nothing to add: all columns are bound, or some are and
 * those that are not (应筛人数 before two groups) hold no completed figures ahead of them that the title may be about.
 *
 *     农村公路 / 目标 | 完成, 过街天桥 / 目标 | 完成     yes
 *     应筛人数, 宫颈癌 / 完成, 乳腺癌 / 完成           yes
 *     完成, 其中：农村公路 / 完成                     no: the title says of what
 *     目标 | 完成                                  no
 */
export function boundByHeadings(columns: readonly RecognizedColumn[]): boolean {
  const values = columns.filter(({ field }) => REPORTED_OF_SUBJECT.has(field))
  const open = values.filter(({ indicator, derived }) => indicator === undefined && !derived)
  if (open.length === 0) return values.length > 0
  const first = values.find(({ indicator }) => indicator !== undefined)
  if (!first || open.every(({ field }) => field === 'progress_text')) return false
  return !open.some(({ field, column }) => field === 'cumulative' && column < first.column)
}

/** Fields that need an indicator or a task of which they report. */
const REPORTED_OF_SUBJECT = columnFieldsWhere(({ bindsSubject }) => bindsSubject === true)
