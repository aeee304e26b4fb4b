import { address } from '../../grid/a1.ts'
import type { NarrativeFigure } from '../../narrative/words/claims.ts'
import type { RowBinding } from '../../record/reading.ts'
import type { Row } from '../parsing/row.ts'
import { subjectsOf, taskOfText } from '../parsing/rowBuilders.ts'
import type { ColumnPlan } from '../plans/columnPlan.ts'
import { partsOfText } from '../texts/partsOfText.ts'

/** A text of 进展情况 and whose it is: the row's own, or one that is merged over several rows. */
export interface TextOfRows {
  readonly text: string
  /** The address of its cell. */
  readonly cell: string
  readonly tasks: readonly string[]
  /** The indicators that the rows name: figures of no object are theirs. */
  readonly about: readonly string[]
  /** It is about other rows too. */
  readonly isMerged: boolean
  /** Of the figures of the text those that are this row's. */
  readonly ofRow: (figures: readonly NarrativeFigure[]) => readonly NarrativeFigure[]
}

/**
 * The text of a row. One that is merged over several rows is about the tasks of all of them: each takes the figures of its
 * own indicators and area, and the first those that no row names.
 *
 *     轻骑兵入百村 | 入百村63场，音乐季58场，百场戏214场      63
 *     消夏音乐季   |                                       58
 *     政府采购百场戏 |                                      214
 */
export function textOfRows(row: Row, plan: ColumnPlan): TextOfRows | undefined {
  const { view, table } = row.table.setting
  const { top, bottom } = view.mergeAt(row.number, plan.column) ?? { top: row.number, bottom: row.number }
  const value = view.value(top, plan.column)
  if (typeof value !== 'string') return undefined
  const text = partsOfText(value)?.progress ?? value
  const cell = address(top, plan.column)
  const rows = bottom > top ? table.rows.filter((one) => top <= one.row && one.row <= bottom) : []
  const task = taskOfText(row, plan)
  if (rows.length < 2) {
    const about = subjectsOf(row, plan)
    return task === undefined ? undefined : { text, cell, tasks: [task], about, isMerged: false, ofRow: (figures) => figures }
  }
  const tasks = new Set(rows.flatMap((binding) => taskOfText({ table: row.table, binding }, plan) ?? []))
  if (tasks.size === 0) return undefined
  const ofRow = (figures: readonly NarrativeFigure[]) =>
    figures.filter((figure) => takerOf(rows, figure) === row.number && !(figures.length < rows.length && isOfSeveral(text, figure)))
  const about = [...new Set(rows.flatMap(({ subjects }) => subjects))]
  return { text, cell, tasks: [...tasks], about, isMerged: true, ofRow }
}

/** The row that a figure belongs to: of those that name its indicator the one of its area, else the first of all. */
function takerOf(rows: readonly RowBinding[], { indicator, area }: NarrativeFigure): number | undefined {
  const named = rows.filter(({ subjects }) => indicator !== null && subjects.includes(indicator))
  if (named.length === 0) return rows[0]?.row
  const [only, ...others] = area === null ? named : named.filter((binding) => binding.area === undefined || binding.area === area)
  // a figure of no area in particular is not one county's of several
  return others.length === 0 ? only?.row : undefined
}

/** 各类演出335场, beside rows of which the text says nothing: theirs together. */
const isOfSeveral = (text: string, { start }: NarrativeFigure): boolean => SUMS_UP.test(text.slice(Math.max(0, start - REACH), start))

const SUMS_UP = /(?:各[类项种]|合计|总计|共)[^，,。；;、]*$/u
const REACH = 12
