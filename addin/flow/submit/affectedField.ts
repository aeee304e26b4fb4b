import { isKeyOf, isOneOf } from '../../../shared/base/keysOf.ts'
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

/** What a finding affects in a record: one field, the `row` (its very subject or area), or nothing that travels. */
export type Affected = ValueField | 'row' | undefined

/** The finding's own cell decides first; then the field it names; a finding of the record without a field affects the row. */
export function affectedField(finding: Finding, record: ReadRecord): Affected {
  const { cells } = record.origin
  const at = new Set(cellsOf(finding))
  const byCell = VALUE_FIELDS.find((field) => cells[field] !== undefined && at.has(cells[field]))
  if (byCell !== undefined) return byCell
  if (finding.field === undefined) return 'row'
  if (isOneOf(VALUE_FIELDS, finding.field)) return finding.field
  // Findings of the reader name the column's field, those of the checks the record's.
  if (isKeyOf(BEHIND, finding.field)) return BEHIND[finding.field]
  return NAMING.has(finding.field) ? 'row' : undefined
}

/** Columns whose words say what the row is about: where they are in doubt, so is the whole row. */
const NAMING: ReadonlySet<string> = new Set(['subject', 'area', 'task', 'indicator', 'batch', 'milestone', 'part'])

/** Every cell that a finding is about: its own, those it lists, and those that its params list. May repeat one. */
export function cellsOf({ cell, cells = [], params }: Finding): readonly string[] {
  const more = params.cells
  return [cell, ...cells, ...(typeof more === 'object' ? more : [])]
}
