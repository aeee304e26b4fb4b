import { columnFieldsWhere, isDateField } from '../../record/columnFields.ts'
import type { Row } from '../parsing/row.ts'
import { areaOf, builderOf } from '../parsing/rowBuilders.ts'
import { doneOf, flagOf } from '../subjects/flagWords.ts'
import { type RecordBuilder, setWrittenWord } from '../tally/recordBuilder.ts'
import { readWordCell, saysNotStarted } from './wordCells.ts'

/** The nodes of a row's project: done where ticked, not where crossed or blank; a dash says that there is none. */
export function readNodes(row: Row): void {
  const { setting, lookups } = row.table
  const { subjects } = row.binding
  const [subject] = subjects
  if (setting.nodeColumns.length === 0 || subject === undefined || subjects.length > 1) return
  // 任务 1 | 完成 0 beside its ticks: the figure says it, and the ticks are no nodes of what is counted
  if (row.builders.some(({ indicator, values }) => indicator?.kind === 'count' && values.cumulative != null)) return
  const area = areaOf(setting, row.binding, undefined, lookups.indicatorOf(subject))
  for (const plan of setting.nodeColumns) {
    const value = setting.view.value(row.number, plan.column)
    const done = value === null ? false : flagOf(value)
    if (done === undefined) continue
    const builder = builderOf(row, subject, area, plan.node)
    const written = value === null ? undefined : String(value)
    if (builder) setWrittenWord(builder, 'done', done, { cell: row.address(plan), written })
  }
}

/** A node has a record even where its row holds no figure. */
export function addMilestone(row: Row): void {
  const { setting, lookups } = row.table
  if (row.builders.length > 0 || !(setting.milestonesAsRows || isOfMilestone(row))) return
  const subject = row.binding.subjects[0] ?? setting.headingSubjects[0]
  if (subject === undefined) return
  builderOf(row, subject, areaOf(setting, row.binding, undefined, lookups.indicatorOf(subject)), row.part)
  for (const plan of row.plans) {
    const value = setting.view.value(row.number, plan.column)
    if (value === null || plan.figure !== undefined || !SAY_WHETHER_DONE.has(plan.field)) continue
    readWordCell(row, row.cells.find((cell) => cell.plan.column === plan.column) ?? row.cell(plan, value))
  }
}

/** A task without counts whose row says whether it is done. */
function isOfMilestone({ table, binding: { subjects } }: Row): boolean {
  const [only] = subjects
  return subjects.length === 1 && only !== undefined && table.lookups.indicatorOf(only)?.kind === 'milestone'
}

/** Fields that say of a node whether and when it is done. */
const SAY_WHETHER_DONE = columnFieldsWhere(({ fills }) => fills === 'done' || (fills !== undefined && isDateField(fills)))

/** Whether a node is done, where no flag says it: by the words of its state, else by its actual date. */
export function readMilestone({ table: { setting }, number, plans }: Row, builder: RecordBuilder): void {
  const { values } = builder
  if (values.done !== undefined) return
  const text = plans.find(({ field, aside }) => !aside && (field === 'progress_text' || field === 'cumulative'))
  const words = text ? setting.view.text(number, text.column) : ''
  if (values.stage === undefined && saysNotStarted(words)) values.stage = 'not_started'
  values.done = doneOf(words) ?? typeof values.actual === 'string'
}
