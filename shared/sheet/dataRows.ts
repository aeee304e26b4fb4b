import { columnName } from '../grid/a1.ts'
import type { Scaled } from '../quantity/scaled.ts'
import type { CellRead } from './cellRead.ts'
import type { ColumnPlan, Label } from './columnPlan.ts'
import { readFigureCell } from './figureCells.ts'
import { readPercentCell } from './percentCells.ts'
import { isErrorText } from './readFigure.ts'
import type { RowBinding } from './reading.ts'
import { type RecordDraft, setFigure, setWord } from './recordDraft.ts'
import { draftsOfRow, finishRow, PLAIN } from './rowRecords.ts'
import { settleScales } from './settleScales.ts'
import type { TableState } from './tableState.ts'
import { readDerived } from './totalRows.ts'
import { reportAreaUnknown, reportUnplaced } from './unplacedCells.ts'
import { readOther } from './wordCells.ts'
import { readNamedTargets, readWords } from './wordsAsFigures.ts'

/** A cell that is read after the figures of its row: a percentage of these drafts, or words of the row. */
interface Pending {
  readonly plan: ColumnPlan
  readonly fact: CellRead
  readonly drafts: readonly RecordDraft[] | undefined
}

/** A row of data: its figures by indicator and area, its words by task. */
export function readRow(state: TableState, binding: RowBinding): void {
  const { row } = binding
  const { view } = state
  const drafts = draftsOfRow(state, binding)
  const part = state.partOf(row)
  const bareLabel = state.unitLabel(row)
  let unitLabel: Label | undefined
  const facts: CellRead[] = []
  const pending: Pending[] = []
  let unplaced = false
  let areaKnown = true
  for (const plan of state.plans) {
    const value = view.value(row, plan.column)
    if (plan.field === 'area') {
      const fact = state.areaFact(row, plan.column)
      if (fact && fact.code === undefined) areaKnown = binding.area !== undefined && !fact.zone && binding.why.reason === 'by_user'
      if (value === null) continue
      state.readCells++
      if (fact && (fact.byAlias || fact.code === undefined)) facts.push(Object.assign(state.fact(row, plan, value), { area: fact }))
      continue
    }
    if (value === null) {
      if (plan.figure !== undefined && !plan.derived) expectFigure(state, drafts, binding, plan, part)
      continue
    }
    state.readCells++
    if (plan.quiet && !isErrorText(value)) continue
    if (typeof value === 'number' && takePlain(state, plan, value, binding, drafts, part, bareLabel)) continue
    if (plan.namesUnits && state.cells.length > 0 && state.namesPlainUnits(value)) continue
    const fact = state.fact(row, plan, value)
    facts.push(fact)
    if (isErrorText(value)) fact.error = value
    if (plan.figure === undefined || plan.figure === 'investPlan' || plan.figure === 'investDone') {
      pending.push({ plan, fact, drafts: undefined })
      continue
    }
    if (plan.derived || plan.field !== 'percent') unitLabel ??= state.placedLabel(bareLabel, row)
    if (plan.derived) {
      readDerived(state, binding, plan, value, fact, unitLabel)
      continue
    }
    const whole = plan.wholeOf.length > 0 && binding.subjects.length === 0
    const subjects = plan.indicator ? [plan.indicator] : whole ? plan.wholeOf : binding.subjects
    const draftsHere = state.draftsFor(drafts, subjects, binding, plan, part)
    if (whole) {
      for (const draft of draftsHere) readFigureCell(state, plan, value, [draft], unitLabel, fact)
      continue
    }
    if (draftsHere.length === 0) {
      unplaced = true
      continue
    }
    if (plan.field === 'percent') {
      if (!plan.ofMoney) pending.push({ plan, fact, drafts: draftsHere })
      continue
    }
    readFigureCell(state, plan, value, draftsHere, unitLabel, fact)
  }
  if (!areaKnown) {
    reportAreaUnknown(state, facts)
    return
  }
  if (state.inWords) readWords(state, row, binding, drafts, part)
  if (state.targetInNames && (state.inWords || drafts.length > 0)) readNamedTargets(state, row, drafts)
  settleScales(drafts, facts, state.measureColumn)
  for (const { plan, fact, drafts: targets } of pending) if (targets) readPercentCell(state, plan, fact.value, targets, fact)
  for (const { plan, fact, drafts: targets } of pending) if (!targets) readOther(state, row, plan, fact.value, fact, drafts, binding, part)
  finishRow(state, row, binding, drafts, facts, part)
  if (unplaced || (binding.subjects.length === 0 && !state.columnBound)) reportUnplaced(state, row, binding, facts)
  for (const column of state.unknown) {
    if (view.value(row, column) !== null) state.notRead.push({ cell: `${columnName(column)}${row}`, reason: 'column_unknown' })
  }
}

/** The quick way for the most usual cell of all: a whole number for one indicator, in its own measure. */
function takePlain(
  state: TableState,
  plan: ColumnPlan,
  value: number,
  binding: RowBinding,
  drafts: RecordDraft[],
  part: string,
  unitLabel: Label | undefined,
): boolean {
  const field = plan.figure
  if (state.keepsFigures || plan.derived || field === undefined || !PLAIN.has(plan.field)) return false
  if (!Number.isInteger(value) || value < 0 || value >= 1e11) return false
  const subject = plan.indicator ?? (binding.subjects.length === 1 ? binding.subjects[0] : undefined)
  const indicator = subject === undefined ? undefined : state.indicators.get(subject)
  if (subject === undefined || indicator?.kind !== 'count') return false
  const label = plan.label ?? unitLabel
  if (label ? label.scale !== 1 || label.name !== indicator.measure : state.noteLabels.length > 0) return false
  const draft = state.draft(drafts, subject, state.areaOf(indicator, plan, binding), part || plan.batch)
  if (!draft) return false
  setFigure(draft, field, (value * 10_000) as Scaled, `${plan.letter}${binding.row}`, undefined)
  if (field === 'cumulative' && plan.stage) setWord(draft, 'stage', plan.stage, `${plan.letter}${binding.row}`)
  return true
}

/** A blank cell of a figure that belongs to the row: what is not reported is said, not dropped. */
function expectFigure(state: TableState, drafts: RecordDraft[], binding: RowBinding, plan: ColumnPlan, part: string): void {
  if (plan.figure !== 'cumulative') return
  const subjects = plan.indicator ? [plan.indicator] : binding.subjects
  for (const draft of state.draftsFor(drafts, subjects, binding, plan, part)) draft.cells.cumulative ??= `${plan.letter}${binding.row}`
}
