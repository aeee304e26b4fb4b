import type { CellValue } from '../../grid/grid.ts'
import type { RowBinding, StatedTotal } from '../../record/reading.ts'
import { matchSubjects } from '../subjects/matchSubjects.ts'
import type { CellRead } from './cellRead.ts'
import type { ColumnPlan, Label } from './columnPlan.ts'
import { readFigureCell } from './figureCells.ts'
import { readPercentCell } from './percentCells.ts'
import { isErrorText } from './readFigure.ts'
import { newDraft, type RecordDraft } from './recordDraft.ts'
import { settleScales } from './settleScales.ts'
import { unknownSkipped } from './skippedRows.ts'
import type { TableState } from './tableState.ts'

/** A stated total, subtotal or 其中: kept for comparison, never a record. */
export function readTotal(state: TableState, row: number, kind: StatedTotal['kind']): void {
  const drafts: RecordDraft[] = []
  const subjects = totalSubjects(state, row)
  const label = state.placedLabel(state.unitLabel(row), row)
  const percents: { plan: ColumnPlan; value: CellValue; drafts: readonly RecordDraft[]; fact: CellRead }[] = []
  for (const plan of state.plans) {
    const value = state.view.value(row, plan.column)
    if (value === null) continue
    const fact = state.fact(row, plan, value)
    if (isErrorText(value)) fact.error = value
    state.readCells++
    state.cells.push(fact)
    if (plan.figure === undefined) continue
    const own = plan.indicator ? [plan.indicator] : subjects
    const area = plan.derived ? state.register.city : (plan.area ?? state.register.city)
    if (plan.wholeOf.length > 0 && own.length === 0) {
      for (const subject of plan.wholeOf)
        readFigureCell(
          state,
          plan,
          value,
          [state.draft(drafts, subject, area, '')].filter((draft) => draft !== undefined),
          label,
          fact,
        )
      continue
    }
    const targets = own.flatMap((subject) => state.draft(drafts, subject, area, '') ?? [])
    if (targets.length !== 1) continue
    fact.indicator = own[0] as string
    if (plan.field === 'percent') percents.push({ plan, value, drafts: targets, fact })
    else readFigureCell(state, plan, value, targets, label, fact)
  }
  settleScales(drafts, [], undefined)
  for (const { plan, value, drafts: targets, fact } of percents) if (!plan.ofMoney) readPercentCell(state, plan, value, targets, fact)
  for (const draft of drafts) if (draft.filled) pushTotal(state, draft, row, kind)
  unknownSkipped(state, row)
}

/** A total in a column beside the figures it is made from (全市合计): kept for comparison, never a record. */
export function readDerived(
  state: TableState,
  binding: RowBinding,
  plan: ColumnPlan,
  value: CellValue,
  fact: CellRead,
  unitLabel: Label | undefined,
): void {
  state.cells.push(fact)
  const subjects = plan.indicator ? [plan.indicator] : binding.subjects
  const subject = subjects[0]
  const indicator = subject === undefined ? undefined : state.indicators.get(subject)
  if (subject === undefined || !indicator) return
  fact.indicator = subject
  const name = subjects.join('/')
  let total = state.totals.find(
    (t) =>
      (state.table.rowFields
        ? state.totals.at(-1) === t && t.values[plan.figure ?? 'remark'] === undefined
        : t.origin.row === binding.row) &&
      t.subject === name &&
      t.kind === 'total',
  )
  if (!total) {
    total = {
      subject: name,
      area: state.register.city,
      kind: 'total',
      values: {},
      written: {},
      origin: { sheet: state.sheet, row: binding.row, cells: {} },
    }
    state.totals.push(total)
  }
  const draft = newDraft(subject, state.register.city, '', indicator)
  const values = total.values as RecordDraft['values']
  Object.assign(draft.values, values)
  if (plan.field === 'percent') readPercentCell(state, plan, value, [draft], fact)
  else readFigureCell(state, plan, value, [draft], unitLabel, fact)
  delete (fact as { record?: string }).record
  Object.assign(values, draft.values)
  Object.assign(total.written, draft.written)
  Object.assign(total.origin.cells, draft.cells)
  settleScales([draft], [], undefined)
  Object.assign(values, draft.values)
}

/** A stated total as it is kept. */
function pushTotal(state: TableState, draft: RecordDraft, row: number, kind: StatedTotal['kind']): void {
  const { subject, area, values, written, cells } = draft
  state.totals.push({ subject, area, kind, values: values as StatedTotal['values'], written, origin: { sheet: state.sheet, row, cells } })
}

/** A total speaks of the subject of the rows above it, where those agree. */
function totalSubjects(state: TableState, row: number): readonly string[] {
  const own = ownSubject(state, row)
  if (own !== undefined) return [own]
  const above = state.table.rows.filter((binding) => binding.row < row)
  const since = Math.max(
    0,
    ...state.table.sectionRows.filter((section) => section < row),
    ...state.table.skipRows.filter((s) => s.row < row && s.reason === 'subtotal').map((s) => s.row),
  )
  const near = above.filter((binding) => binding.row > since)
  // A total above its rows (全市 first) speaks of what follows.
  const spoken = near.length > 0 ? near : above.length > 0 ? above : state.table.rows
  const subjects = new Set(spoken.map((binding) => binding.subjects.join('/')))
  const only = subjects.size === 1 ? [...subjects][0] : undefined
  if (only !== undefined && only !== '') return only.includes('/') ? [] : [only]
  const last = above.at(-1)
  const named = state.plans.some((plan) => plan.field === 'indicator' || plan.field === 'batch')
  return named && last?.subjects.length === 1 ? last.subjects : []
}

/** The subject that the total's own row names (新建农村公路 · 全市). */
function ownSubject(state: TableState, row: number): string | undefined {
  for (const plan of state.nameColumns) {
    const words = state.view.mergedText(row, plan.column)
    if (words.length < 3 || /(合|小|总)计|^其中/u.test(words)) continue
    const match = matchSubjects(state.register, words, { figures: true })
    if (match.indicators.length === 1) return match.indicators[0]
  }
  return undefined
}
