import { columnFieldsWhere } from '../../record/columnFields.ts'
import type { TableOfColumns } from './tableOfColumns.ts'

/**
 * Whether a row only goes on with the words of the row above: none of its own names, figures, dates or flags, and some
 * text. Where the words alone report (no column of completed figures), each row is one of its own.
 *
 *     序号 | 任务 | 完成数 | 进展情况
 *     4    | 阅报栏 | 40   | 建成40个。
 *          |        |      | 其余80个待招标。      goes on
 */
export function continues(table: TableOfColumns, row: number): boolean {
  const { columns, view } = table
  if (!columns.some(({ field }) => field === 'cumulative' || field === 'period_value')) return false
  let words = false
  for (const { column, field } of columns) {
    const value = view.value(row, column)
    if (value === null) continue
    if (!ADDS_WORDS.has(field) || typeof value !== 'string') return false
    words = true
  }
  return words
}

/** Fields whose words may go on in the next row. */
const ADDS_WORDS = columnFieldsWhere(({ group }) => group === 'text')
