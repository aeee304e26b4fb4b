import type { Finding } from '../../../shared/finding/finding.ts'
import type { ReadRecord } from '../../../shared/pipeline/sheetReading.ts'
import type { ValueField } from '../../../shared/record/figureRecord.ts'
import { VALUE_FIELDS } from '../../../shared/record/figureRecord.ts'
import type { ColumnField } from '../../../shared/record/reading.ts'

/** The record's field behind a column's, where the column's figure travels at all. */
const BEHIND: Readonly<Partial<Record<ColumnField, ValueField>>> = {
  target: 'target',
  period_value: 'periodValue',
  cumulative: 'cumulative',
  previous_cumulative: 'previous',
  carry_over: 'carryOver',
  percent: 'statedPercent',
  start_rate: 'statedPercent',
  as_of: 'asOf',
  planned_date: 'planned',
  actual_date: 'actual',
  completed_flag: 'done',
  invest_plan: 'investPlan',
  invest_done: 'investDone',
  progress_text: 'progressText',
  issues: 'problems',
  issues_next_steps: 'problems',
  next_steps: 'nextSteps',
  remark: 'remark',
}

/** What a finding bears on in a record: one field, the `row` (its very subject or area), or nothing that travels. */
export type Bearing = ValueField | 'row' | undefined

/** The finding's own cell decides first; then the field it names; a finding of the record without a field bears on the row. */
export function bearingOf(finding: Finding, record: ReadRecord): Bearing {
  const { cells } = record.origin
  const byCell = VALUE_FIELDS.find((field) => cells[field] !== undefined && touches(finding, cells[field]))
  if (byCell !== undefined) return byCell
  if (finding.field === undefined) return 'row'
  if ((VALUE_FIELDS as readonly string[]).includes(finding.field)) return finding.field as ValueField
  return BEHIND[finding.field as ColumnField] ?? (NAMING.has(finding.field) ? 'row' : undefined)
}

const NAMING: ReadonlySet<string> = new Set(['subject', 'area', 'task', 'indicator', 'batch', 'milestone', 'part'])

/** Whether a finding speaks of a cell. */
export function touches(finding: Finding, cell: string): boolean {
  const more = finding.params.cells
  return finding.cell === cell || (finding.cells?.includes(cell) ?? false) || (Array.isArray(more) && more.includes(cell))
}
