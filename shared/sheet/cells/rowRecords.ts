import type { CellFact } from '../../finding/facts.ts'
import { rowOf } from '../../grid/a1.ts'
import type { ColumnField } from '../../record/columnFields.ts'
import type { RowBinding } from '../../record/reading.ts'
import type { CellRead } from './cellRead.ts'
import { type ColumnPlan, plansOfField } from './columnPlan.ts'
import { milestoneDraft, readMilestone } from './milestoneRows.ts'
import { keyOf, type RecordDraft, toRecord } from './recordDraft.ts'
import { emptied, type TableState } from './tableState.ts'

/** Usually a row's own; where rows are fields, those of the rows before that speak of the same. */
export function draftsOfRow(state: TableState, binding: RowBinding): RecordDraft[] {
  const { rowFields } = state.table
  if (!rowFields) return emptied(state.rowDrafts)
  const field = rowFields.fields.get(binding.row)
  const known = field === undefined ? state.tablePlans : (state.fieldPlans.get(field) ?? plansOfField(state.tablePlans, field))
  if (field !== undefined) state.fieldPlans.set(field, known)
  state.readBy(known)
  if (state.view.value(binding.row, rowFields.column) !== null) state.readCells++
  const subjects = `${binding.subjects.join('/')}|${binding.area ?? ''}`
  const again = field !== undefined && state.open?.drafts.some((draft) => draft.cells[plansField(known, field) ?? 'remark'] !== undefined)
  if (state.open?.subjects !== subjects || again) {
    closeRows(state)
    state.open = { subjects, drafts: [], binding }
  }
  return state.open.drafts
}

/** Writes the records that went on over several rows, at the row of their completed figure. */
export function closeRows(state: TableState): void {
  if (!state.open) return
  const { drafts, binding } = state.open
  state.open = undefined
  for (const draft of drafts) {
    const cell = draft.cells.cumulative ?? draft.cells.target
    pushRecord(state, draft, cell === undefined ? binding.row : rowOf(cell))
  }
}

/** Writes the records of a row and the facts that say more than they do. */
export function finishRow(
  state: TableState,
  row: number,
  binding: RowBinding,
  drafts: RecordDraft[],
  facts: readonly CellRead[],
  part: string,
): void {
  if (drafts.length === 0 && (state.table.orientation === 'milestones_as_rows' || isMilestone(state, binding)))
    milestoneDraft(state, drafts, binding, part)
  if (state.table.orientation === 'milestones_as_rows') for (const draft of drafts) readMilestone(state, row, draft)
  if (!state.open) for (const draft of drafts) pushRecord(state, draft, row)
  const only = drafts.length === 1 ? drafts[0] : undefined
  for (const fact of facts) {
    if (
      only &&
      fact.record === undefined &&
      (fact.date !== undefined || fact.field.endsWith('flag') || fact.field === 'scheduled_progress')
    )
      fact.record = keyOf(only)
    if (only) fact.indicator ??= only.subject
    if (fact.field === 'progress_text' && fact.indicator === undefined && binding.subjects[0] !== undefined)
      fact.indicator = binding.subjects[0]
    if (state.keepsFigures || tells(state, fact)) state.cells.push(fact)
  }
}

/** A task without counts whose row says whether it is done. */
function isMilestone(state: TableState, { subjects }: RowBinding): boolean {
  const [only] = subjects
  return subjects.length === 1 && only !== undefined && state.indicatorOf(only)?.kind === 'milestone'
}

/** A record at its row, with the cells that named it. */
function pushRecord(state: TableState, draft: RecordDraft, row: number): void {
  if (!isRecord(state, draft)) return
  const { areaColumn, partColumn } = state
  for (const naming of state.nameColumns) {
    if (state.view.value(row, naming.column) === null) continue
    draft.cells.subject = state.cell(row, naming)
    break
  }
  if (areaColumn) draft.cells.area = state.cell(row, areaColumn)
  if (partColumn && draft.part !== '') draft.cells.part = state.cell(row, partColumn)
  if (state.asOf !== undefined && draft.values.asOf === undefined && draft.cells.asOf === undefined) draft.values.asOf = state.asOf
  state.records.push(toRecord(draft, state.sheet, row))
}

/** Figures, or a cumulative cell that is blank although the row is the indicator's. */
function isRecord(state: TableState, draft: RecordDraft): boolean {
  const counted = draft.indicator?.kind === 'count' || draft.indicator?.kind === 'percent'
  if (draft.filled && (counted || draft.indicator?.target != null)) return true
  if (draft.filled && Object.values(draft.values).some((value) => typeof value === 'number')) return true
  if (state.table.orientation === 'milestones_as_rows') return true
  if (draft.marked) return false
  const { indicator } = draft
  if (draft.values.actual !== undefined || draft.values.done !== undefined) return true
  if (state.inWords) return indicator?.target != null && indicator.kind !== 'milestone'
  return !state.columnBound && draft.cells.cumulative !== undefined && indicator?.target != null
}

/** Whether a cell says more than its record: checks look at such cells only. The first of a table is always kept. */
function tells(state: TableState, fact: CellFact): boolean {
  if (fact.refused !== undefined || fact.error !== undefined || fact.readScale !== undefined || state.cells.length === 0) return true
  if (fact.units !== undefined) return state.unitsTell(fact.units)
  if (fact.field === 'percent') return percentTells(state, fact)
  if (!SPOKEN.has(fact.field)) return true
  return fact.quantity?.inText === true || (fact.measure !== undefined && fact.measure.source !== 'register')
}

/** A percentage whose record says how it was written tells only how its column is scaled: the first does, and those unlike it. */
function percentTells(state: TableState, fact: CellFact): boolean {
  const { quantity } = fact
  if (!quantity || fact.record === undefined || quantity.fullWidth) return true
  if (typeof fact.value !== 'number') return !SAYS_PERCENT.test(String(fact.value))
  if (fact.value === 0) return false
  const fraction = quantity.fraction ?? false
  const first = state.fractions.get(fact.column)
  if (first === fraction) return false
  if (first === undefined) state.fractions.set(fact.column, fraction)
  return true
}

const SAYS_PERCENT = /\d\s*%/u

const plansField = (plans: readonly ColumnPlan[], field: ColumnField) => plans.find((plan) => plan.field === field)?.figure

/** Figures and texts of which the record says all that their facts would. */
const SPOKEN: ReadonlySet<ColumnField> = new Set<ColumnField>([
  'target',
  'cumulative',
  'period_value',
  'previous_cumulative',
  'remark',
  'progress_text',
  'issues',
  'next_steps',
  'issues_next_steps',
])
