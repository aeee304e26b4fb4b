import type { RecognizedColumn } from '../../record/reading.ts'

/**
 * Whether the headings say what the figures are, and the title has nothing to add: all columns are bound, or some are and
 * those that are not (应筛人数 before two groups) hold no completed figures ahead of them that the title may speak of.
 */
export function boundByHeadings(columns: readonly RecognizedColumn[]): boolean {
  const values = columns.filter((c) => VALUE.has(c.field ?? 'seq'))
  const open = values.filter((c) => c.indicator === undefined && !c.derived)
  if (open.length === 0) return values.length > 0
  const first = values.find((c) => c.indicator !== undefined)
  if (!first || open.every((c) => c.field === 'progress_text')) return false
  return !open.some((c) => c.field === 'cumulative' && c.column < first.column)
}

const VALUE: ReadonlySet<string> = new Set([
  'target',
  'cumulative',
  'period_value',
  'previous_cumulative',
  'carry_over',
  'percent',
  'progress_text',
])
