import { address } from '../../grid/a1.ts'
import type { CellValue } from '../../grid/grid.ts'
import type { RowBinding } from '../../record/reading.ts'
import type { Row } from '../parsing/row.ts'
import { areaOf, buildersOf, subjectsOf } from '../parsing/rowBuilders.ts'
import type { ColumnPlan } from '../plans/columnPlan.ts'
import { ASIDE, type CellEnd, NOT_READ, RECORD } from '../tally/cellEnd.ts'
import { type RecordBuilder, recordBuilder, setFigure, setWord, setWrittenFigure } from '../tally/recordBuilder.ts'
import { shareOut } from './shareOut.ts'
import { statementsOf } from './statements.ts'
import { targetOfEach } from './targetOfEach.ts'

/** A cell of figures that is merged over rows which report different things. */
interface MergedFigures {
  readonly top: number
  readonly value: CellValue
  readonly rows: readonly RowBinding[]
}

/**
 * Reads a row's part of a cell that is merged over several rows, as the top of the merge and below it. Undefined where the
 * cell is the row's own.
 *
 *     轻骑兵入百村 | 63场、58场、214场      63: shared out as the figures of one row would be
 *     消夏音乐季   |                     58
 *     三个演出    | 未开工                said of each of them
 *     三个演出    | 335                 whose it is cannot be told: reported at each row
 *     2000 as the target of two rows whose percentages are made of it   each of them
 *     300 as the target of six counties   the city's: known, and no county's
 */
export function readMergedFigures(row: Row, plan: ColumnPlan): CellEnd | undefined {
  if (!row.table.setting.mergedFigureColumns.has(plan.column) || plan.figure === undefined) return undefined
  const merged = mergedOver(row, plan)
  if (!merged) return undefined
  const { top, value, rows } = merged
  const builders = rows.map((binding) => builderOfRow(row, plan, binding))
  const own = ownOf(row, plan)
  const cell = address(top, plan.column)
  if (own && typeof value === 'string' && statementsOf(value).length === 0) return takeWords(row, own, value, cell)
  const shares = typeof value === 'string' ? shareOfRows(row, plan, value, builders) : undefined
  const statement = own && shares?.[rows.findIndex((binding) => binding.row === row.number)]?.statement
  if (own && statement) {
    const { quantity } = statement
    const reading = row.table.lookups.figures.judged(quantity, own.indicator, plan.label ?? row.label)
    setWrittenFigure(own, plan.figure, reading.value, { cell, written: quantity.raw })
    if (plan.figure === 'cumulative' && reading.stage) setWord(own, 'stage', reading.stage, cell)
    return RECORD
  }
  const each = own && plan.figure === 'target' ? targetOfEach(row, plan, { value, rows, builders }) : undefined
  if (own && each !== undefined) {
    setFigure(own, 'target', each, cell)
    return RECORD
  }
  if (plan.figure === 'target' && new Set(builders.map((one) => one?.subject)).size === 1) return ASIDE.no_record
  row.table.tally.addNotRead({ cell: row.address(plan), reason: 'subject_ambiguous' })
  return NOT_READ.subject_ambiguous
}

/** 未开工, —: of each row alike. */
function takeWords(row: Row, own: RecordBuilder, words: string, cell: string): CellEnd | undefined {
  const { kind, stage } = row.table.lookups.figures.read(words, own.indicator, undefined)
  if (kind === 'mark') own.marked = true
  else if (stage) setWord(own, 'stage', stage, cell)
  else return undefined
  return kind === 'mark' ? ASIDE.not_applicable : RECORD
}

/** The merge that the row's cell is part of, where its rows are about different indicators or areas. */
function mergedOver(row: Row, plan: ColumnPlan): MergedFigures | undefined {
  const { view, table } = row.table.setting
  const { top, bottom } = view.mergeAt(row.number, plan.column) ?? { top: 0, bottom: 0 }
  const value = top === bottom ? null : view.value(top, plan.column)
  if (value === null) return undefined
  const rows = table.rows.filter((one) => top <= one.row && one.row <= bottom)
  const about = new Set(rows.map(({ subjects, area }) => `${subjects.join()}|${area ?? ''}`))
  return about.size > 1 ? { top, value, rows } : undefined
}

/** The record of the row that the figure would be of. */
function ownOf(row: Row, plan: ColumnPlan): RecordBuilder | undefined {
  const [only, another] = buildersOf(row, plan, subjectsOf(row, plan))
  return another ? undefined : only
}

/** A stand-in for the record of another row, which is not read yet or is written already. */
function builderOfRow({ table: { setting, lookups } }: Row, plan: ColumnPlan, binding: RowBinding): RecordBuilder | undefined {
  const [subject, another] = plan.indicator ? plan.subjects : binding.subjects
  const indicator = subject === undefined || another ? undefined : lookups.indicatorOf(subject)
  return indicator && recordBuilder(indicator.id, areaOf(setting, binding, plan, indicator), '', indicator)
}

function shareOfRows(row: Row, plan: ColumnPlan, text: string, builders: readonly (RecordBuilder | undefined)[]) {
  const known = builders.filter((builder) => builder !== undefined)
  if (known.length < builders.length) return undefined
  return shareOut({ table: row.table, statements: statementsOf(text), builders: known, isTarget: plan.figure === 'target' })
}
