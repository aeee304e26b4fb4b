import { columnName } from '../../grid/a1.ts'
import type { CellValue } from '../../grid/grid.ts'
import { exactScaled, isPlainPercentage } from '../../quantity/plainFigures.ts'
import type { RowBinding } from '../../record/reading.ts'
import type { ColumnPlan, Label } from './columnPlan.ts'
import { readFigureCell } from './figureCells.ts'
import { readPercentCell, takeShare } from './percentCells.ts'
import { isErrorText } from './readFigure.ts'
import { readNodes } from './readNodes.ts'
import { type RecordDraft, setFigure, setWord } from './recordDraft.ts'
import { draftsOfRow, finishRow } from './rowRecords.ts'
import { settleScales } from './settleScales.ts'
import { emptied, type TableState } from './tableState.ts'
import { readDerived } from './totalRows.ts'
import { reportAreaUnknown, reportUnplaced } from './unplacedCells.ts'
import { readOther } from './wordCells.ts'
import { readNamedTargets, readWords } from './wordsAsFigures.ts'

/** A row of data: its figures by indicator and area, its words by task. */
export function readRow(state: TableState, binding: RowBinding): void {
  const { row } = binding
  const { view } = state
  const drafts = draftsOfRow(state, binding)
  const part = state.partOf(row)
  const bareLabel = state.unitLabel(row)
  const areaKnown = isAreaKnown(state, binding)
  // cells that say no more than their record leave no fact, unless sums or a first cell are looked for
  const brief = areaKnown && !state.keepsFigures && state.cells.length > 0
  const facts = emptied(state.rowFacts)
  let unitLabel: Label | undefined
  let unplaced = false
  for (const plan of state.plans) {
    const value = view.value(row, plan.column)
    if (value === null) {
      if (plan.figure === 'cumulative' && !plan.derived) expectFigure(state, drafts, binding, plan, part)
      continue
    }
    state.readCells++
    if (plan.reads === 'area') {
      const area = state.areaFact(row, plan.column)
      if (area && (area.byAlias || area.code === undefined)) {
        const fact = state.fact(row, plan, value)
        fact.area = area
        facts.push(fact)
      }
      continue
    }
    const error = isErrorText(value) ? value : undefined
    if (plan.quiet && error === undefined) continue
    if (areaKnown && plan.plain && typeof value === 'number' && takePlain(state, plan, value, binding, drafts, part, bareLabel)) continue
    if (plan.namesUnits && state.cells.length > 0 && state.namesPlainUnits(value)) continue
    if (brief && plan.silent && error === undefined) continue
    if (brief && plan.reads === 'share' && isPlainShare(state, plan, value, binding, drafts, part)) continue
    const fact = state.fact(row, plan, value)
    facts.push(fact)
    if (error !== undefined) fact.error = error
    if (plan.reads === 'words') continue
    if (plan.derived || plan.reads !== 'share') unitLabel ??= state.placedLabel(bareLabel, row)
    if (plan.derived) {
      readDerived(state, binding, plan, value, fact, unitLabel)
      continue
    }
    const whole = plan.wholeOf.length > 0 && binding.subjects.length === 0
    const subjects = plan.indicator ? plan.subjects : whole ? plan.wholeOf : binding.subjects
    const draftsHere = state.draftsFor(drafts, subjects, binding, plan, part)
    if (whole) {
      for (const draft of draftsHere) readFigureCell(state, plan, value, [draft], unitLabel, fact)
      continue
    }
    if (draftsHere.length === 0) unplaced = true
    else if (plan.reads === 'figure') readFigureCell(state, plan, value, draftsHere, unitLabel, fact)
  }
  if (!areaKnown) {
    reportAreaUnknown(state, facts)
    return
  }
  if (state.inWords) readWords(state, row, binding, drafts, part)
  if (state.targetInNames && (state.inWords || drafts.length > 0)) readNamedTargets(state, row, drafts)
  settleScales(drafts, facts, state.measureColumn)
  readShares(state, binding, drafts, part)
  readWordCells(state, binding, drafts, part)
  if (state.nodes.length > 0) readNodes(state, binding, drafts)
  finishRow(state, row, binding, drafts, facts, part)
  if (unplaced || (binding.subjects.length === 0 && !state.columnBound)) reportUnplaced(state, row, binding, facts)
  for (const column of state.unknown) {
    if (view.value(row, column) !== null) state.notRead.push({ cell: `${columnName(column)}${row}`, reason: 'column_unknown' })
  }
}

/** Whether the row's area is one of the register, or a person said which it is. */
function isAreaKnown(state: TableState, binding: RowBinding): boolean {
  let known = true
  for (const { column } of state.areaColumns) {
    const fact = state.areaFact(binding.row, column)
    if (fact && fact.code === undefined) known = binding.area !== undefined && !fact.zone && binding.why.reason === 'by_user'
  }
  return known
}

/** The percentages of a row, once its figures are known. */
function readShares(state: TableState, binding: RowBinding, drafts: RecordDraft[], part: string): void {
  const { row } = binding
  for (const plan of state.shares) {
    const value = state.view.value(row, plan.column)
    if (value === null) continue
    const own = state.draftsFor(drafts, plan.indicator ? plan.subjects : binding.subjects, binding, plan, part)
    if (own.length === 0) continue
    const fact = state.rowFact(plan)
    if (fact) readPercentCell(state, plan, value, own, fact)
    else takeShare(own[0] as RecordDraft, value, state.cell(row, plan))
  }
}

/** Dates, flags, names and texts of a row, once its figures are known. */
function readWordCells(state: TableState, binding: RowBinding, drafts: RecordDraft[], part: string): void {
  const { row } = binding
  for (const plan of state.words) {
    const value = state.view.value(row, plan.column)
    if (value === null) continue
    const fact = state.rowFact(plan)
    if (fact || plan.silent) readOther(state, row, plan, value, fact, drafts, binding, part)
  }
}

/** Whether a percentage is one record's and written like those before it: then its record says all that its fact would. */
function isPlainShare(
  state: TableState,
  plan: ColumnPlan,
  value: CellValue,
  binding: RowBinding,
  drafts: RecordDraft[],
  part: string,
): boolean {
  if (plan.derived || plan.ofMoney || !isPlainPercentage(value)) return false
  if (typeof value === 'number' && (state.hasFormats || state.fractions.get(plan.column) !== false)) return false
  return state.draftsFor(drafts, plan.indicator ? plan.subjects : binding.subjects, binding, plan, part).length === 1
}

/** The quick way for the most usual cell of all: a number for one indicator, in its own measure. */
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
  if (state.keepsFigures || plan.derived || field === undefined) return false
  const figure = exactScaled(value)
  // a broken target may be one in 万 beside figures in 人: its fact is asked for
  if (figure === undefined || figure < 0 || (field === 'target' && !Number.isInteger(value))) return false
  const subject = plan.indicator ?? (binding.subjects.length === 1 ? binding.subjects[0] : undefined)
  const indicator = subject === undefined ? undefined : state.indicatorOf(subject)
  if (subject === undefined || indicator?.kind !== 'count') return false
  const label = plan.label ?? unitLabel
  if (label ? label.scale !== 1 || label.name !== indicator.measure : state.noteLabels.length > 0) return false
  const draft = state.draft(drafts, subject, state.areaOf(indicator, plan, binding), part || plan.batch)
  if (!draft) return false
  const cell = state.cell(binding.row, plan)
  setFigure(draft, field, figure, cell, undefined)
  if (field === 'cumulative' && plan.stage) setWord(draft, 'stage', plan.stage, cell)
  return true
}

/** A blank cell of a figure that belongs to the row: what is not reported is said, not dropped. */
function expectFigure(state: TableState, drafts: RecordDraft[], binding: RowBinding, plan: ColumnPlan, part: string): void {
  const subjects = plan.indicator ? plan.subjects : binding.subjects
  for (const draft of state.draftsFor(drafts, subjects, binding, plan, part)) draft.cells.cumulative ??= state.cell(binding.row, plan)
}
