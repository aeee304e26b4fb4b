import { shareOutText } from '../../narrative/shareOut.ts'
import { findFigures } from '../../quantity/findQuantities.ts'
import type { Row } from '../parsing/row.ts'
import { subjectsOf, taskOfText } from '../parsing/rowBuilders.ts'
import type { ColumnPlan } from '../plans/columnPlan.ts'
import { partsOfText } from '../texts/partsOfText.ts'
import { type TaskText, textRows } from '../texts/textRows.ts'
import { type TextOfRows, textOfRows } from './textOfRows.ts'

/**
 * A cell's text by task: all of it where its row names the task, its sentences shared out where the row is about several.
 * Where no column names tasks the texts do, and what only names them is no part of what they say.
 */
export function textsByTask(row: Row, plan: ColumnPlan, text: string): readonly TaskText[] {
  const { lookups, setting } = row.table
  const { view, register } = setting
  if (setting.textsNameTasks) return textRows(view, register, plan.column).find((one) => one.row === row.number)?.texts ?? []
  const only = taskOfText(row, plan)
  if (only !== undefined || plan.indicator !== undefined) return [{ task: only ?? null, text }]
  const tasks = [...new Set(row.binding.subjects.map((subject) => lookups.indicatorOf(subject)?.taskId ?? subject))]
  return tasks.length > 1 ? shareOutText(register, text, tasks) : [{ task: null, text }]
}

/** The texts that a row takes figures from: one that is its own or merged over several rows, or those that are shared out by task. */
export function textsOfRow(row: Row, plan: ColumnPlan): readonly TextOfRows[] {
  const { view, textsNameTasks } = row.table.setting
  const whole = textOfRows(row, plan)
  if (whole && !textsNameTasks) return [whole]
  const value = view.value(row.number, plan.column)
  if (typeof value !== 'string') return []
  const place = { cell: row.address(plan), about: subjectsOf(row, plan), isMerged: false, ofRow: everyFigure }
  const text = textsNameTasks ? value : (partsOfText(value)?.progress ?? value)
  return textsByTask(row, plan, text).flatMap((one) => (one.task === null ? [] : [{ ...place, text: one.text, tasks: [one.task] }]))
}

const everyFigure: TextOfRows['ofRow'] = (figures) => figures

/** A figure with a measure is in a text, so that leaving it out must be said. */
export const statesFigure = (text: string): boolean => findFigures(text).some(({ quantity }) => quantity.measure !== null)
