import { columnName } from '../../grid/a1.ts'
import { factOf, type TableReading } from '../parsing/row.ts'
import { areaOf, taskOfText } from '../parsing/rowBuilders.ts'
import { areaFact } from '../subjects/nameFacts.ts'
import { ASIDE, LEFT_OUT, type LeftOutReason, NAMING, RECORD } from '../tally/cellEnd.ts'

/** A row that is left out, with all its cells. */
export function leaveOut({ setting, tally }: TableReading, row: number, reason: LeftOutReason): void {
  const end = LEFT_OUT[reason]
  for (const { column } of setting.table.columns) if (setting.view.value(row, column) !== null) tally.ends.end(row, column, end)
}

/** A section of an area: an old name and a zone are told at its cell. */
export function readSection(table: TableReading, row: number): void {
  const { setting, tally } = table
  leaveOut(table, row, 'section')
  for (const { column } of setting.table.columns) {
    const value = setting.view.value(row, column)
    if (typeof value !== 'string') continue
    const area = areaFact(setting.register, setting.view, row, column)
    if (!area.zone && (area.code === undefined || !area.byAlias)) continue
    const fact = factOf(setting, row, { column, letter: columnName(column), field: 'area' })
    fact.area = area
    tally.addFact(fact)
    return
  }
}

/** A row that says "no such task here": its area is looked at, its marks are left out. */
export function readNotApplicable(table: TableReading, row: number): void {
  const { setting, lookups, tally } = table
  for (const plan of setting.areaColumns) {
    const value = setting.view.value(row, plan.column)
    const area = value === null ? undefined : lookups.areaFact(row, plan.column)
    if (!area) continue
    const fact = factOf(setting, row, plan)
    fact.area = area
    tally.addFact(fact)
    tally.ends.end(row, plan.column, NAMING)
  }
  leaveOut(table, row, 'not_applicable')
}

/** Words that go on from the row above: they belong to its task. */
export function readContinuation(table: TableReading, row: number): void {
  const { setting, tally } = table
  const binding = setting.table.rows.findLast((one) => one.row < row)
  for (const plan of setting.plans) {
    const value = setting.view.value(row, plan.column)
    if (value === null) continue
    const added =
      binding !== undefined &&
      tally.texts.add({
        task: taskOfText({ table, binding }, plan),
        area: areaOf(setting, binding, plan, undefined),
        field: plan.field,
        value,
        row,
        cell: `${plan.letter}${row}`,
      })
    tally.ends.end(row, plan.column, added ? RECORD : ASIDE.no_record)
  }
  leaveOut(table, row, 'continuation')
}
