import type { RecognizedColumn } from '../../record/reading.ts'
import { isOfPlan } from '../headings/isOfPlan.ts'
import type { ColumnContext } from './columnCandidate.ts'
import { countOf, isMostly } from './columnContent.ts'

/**
 * 形象进度 over sentences (供热管网已完成5.2公里，换热站已建成8座) is the report in words, where no column holds figures or texts of
 * the work; of several the last. One over percentages and 主体封顶 stays what it is, and so does one of a plan.
 *
 *     2021年工作计划 / 投资 | 形象进度      完成情况 / 投资 | 形象进度     the second 形象进度: progress_text
 */
export function reportInWords(columns: readonly RecognizedColumn[], context: ColumnContext): readonly RecognizedColumn[] {
  if (columns.some(({ field }) => field !== undefined && REPORTS.has(field))) return columns
  const words = columns.findLast(({ field, header, column }) => {
    if (field !== 'visual_progress' || isOfPlan(header)) return false
    const content = context.content(column)
    return (
      isMostly(content, 'quantity', 'long') &&
      countOf(content, 'number', 'percent') === 0 &&
      content.bare < countOf(content, 'quantity', 'long')
    )
  })
  if (!words) return columns
  return columns.map((column) =>
    column === words ? { ...column, field: 'progress_text', why: { ...column.why, reason: 'by_neighbours' } } : column,
  )
}

const REPORTS: ReadonlySet<string> = new Set(['cumulative', 'period_value', 'progress_text'])
