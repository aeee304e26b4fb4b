import type { RowBinding } from '../../record/reading.ts'
import { endCells } from '../parsing/endCells.ts'
import { emptied, Row, type TableReading } from '../parsing/row.ts'
import { buildersOf, subjectsOf } from '../parsing/rowBuilders.ts'
import { addRecord } from '../parsing/rowRecords.ts'
import { reportUnknownArea, reportUnknownColumns, reportUnplaced } from '../parsing/unplacedCells.ts'
import type { ColumnPlan } from '../plans/columnPlan.ts'
import { ASIDE, NAMING, NOT_READ } from '../tally/cellEnd.ts'
import { keyOf } from '../tally/recordBuilder.ts'
import { readCell, WAITS } from './cellRules.ts'
import { needsFact } from './factRules.ts'
import { readMergedFigures } from './mergedFigures.ts'
import { addMilestone, readMilestone, readNodes } from './milestoneRows.ts'
import { readPercentages } from './percentCells.ts'
import { settleScales } from './settleScales.ts'
import { readWordCell } from './wordCells.ts'
import { readFiguresInWords, readTargetsInNames } from './wordsAsFigures.ts'

/** A row of data: its figures by indicator and area, its words by task. */
export function readDataRow(table: TableReading, binding: RowBinding): void {
  const { setting, lookups, fieldRows } = table
  const builders = fieldRows.buildersOf(binding) ?? emptied(table.lists.builders)
  const row = new Row(table, binding, { plans: fieldRows.plans, builders, part: lookups.partOf(binding.row) })
  readCells(row)
  if (!row.isAreaKnown) {
    closeRowOfUnknownArea(row)
    return
  }
  if (setting.figuresInWords) readFiguresInWords(row)
  if (setting.targetsInNames && (setting.figuresInWords || builders.length > 0)) readTargetsInNames(row)
  settleScales(builders, row.cells)
  readPercentages(row)
  for (const cell of row.words) readWordCell(row, cell)
  readNodes(row)
  closeRow(row)
}

/** Each filled cell by the first rule for its kind that takes it; a blank one may be a figure that is missing. */
function readCells(row: Row): void {
  const { view, table } = row.table.setting
  const asksWhether = table.rowFields !== undefined && ASKS_WHETHER.test(view.text(row.number, table.rowFields.column))
  for (const plan of row.plans) {
    const value = view.value(row.number, plan.column)
    if (asksWhether && typeof value === 'string' && !/\d/u.test(value)) {
      row.end(plan.column, ASIDE.no_field)
      continue
    }
    const merged = readMergedFigures(row, plan)
    if (merged) {
      if (value !== null) row.end(plan.column, merged)
      continue
    }
    if (value === null) {
      if (plan.figure === 'cumulative' && !plan.derived) expectFigure(row, plan)
      continue
    }
    const end = readCell(row, plan, value)
    if (end !== undefined && end !== WAITS) row.end(plan.column, end)
  }
  const headings = table.rowFields?.column
  if (headings !== undefined && view.value(row.number, headings) !== null) row.end(headings, NAMING)
}

/** 是否落实“一井一档” among rows that are the target, the figure and the rate: its 是 and 部分 are no figures. */
const ASKS_WHETHER = /^是否/u

/** A blank cell of a figure that belongs to the row: what is not reported is said, not dropped. */
function expectFigure(row: Row, plan: ColumnPlan): void {
  for (const builder of buildersOf(row, plan, subjectsOf(row, plan))) builder.cells.cumulative ??= row.address(plan)
}

/** Writes the records of a row, the facts that say more than they do, and how its cells ended. */
function closeRow(row: Row): void {
  const { table, binding, builders } = row
  const { setting } = table
  addMilestone(row)
  if (setting.milestonesAsRows) for (const builder of builders) readMilestone(row, builder)
  // where rows are fields, the records go on
  if (!setting.table.rowFields) for (const builder of builders) addRecord(table, builder, row.number)
  addFacts(row)
  if (row.hasUnplacedFigure || (binding.subjects.length === 0 && !setting.headingsNameSubjects)) reportUnplaced(row)
  reportUnknownColumns(row)
  endCells(row)
}

/** Facts of a row with one record are that record's, the words among them too. */
function addFacts({ table, binding, builders, cells }: Row): void {
  const only = builders.length === 1 ? builders[0] : undefined
  for (const { fact } of cells) {
    const { field } = fact
    if (only && (fact.date !== undefined || field.endsWith('flag') || field === 'scheduled_progress')) fact.record ??= keyOf(only)
    if (only) fact.indicator ??= only.subject
    if (field === 'progress_text' && binding.subjects[0] !== undefined) fact.indicator ??= binding.subjects[0]
    if (needsFact(table, fact)) table.tally.addFact(fact)
  }
}

/** A functional zone or an area that nobody knows: nothing of its row is stored, and all its facts are needed to say so. */
function closeRowOfUnknownArea(row: Row): void {
  const { setting, tally } = row.table
  reportUnknownArea(row)
  for (const { fact } of row.cells) tally.addFact(fact)
  endCells(row, ASIDE.no_area)
  for (const column of setting.unknownColumns) if (setting.view.value(row.number, column) !== null) row.end(column, NOT_READ.area_unknown)
}
