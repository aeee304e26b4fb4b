import type { NarrativeFigure } from '../../narrative/words/claims.ts'
import { reaches } from '../../quantity/stage.ts'
import type { Row } from '../parsing/row.ts'
import { areaOf, builderOf, subjectsOf } from '../parsing/rowBuilders.ts'
import type { ColumnPlan } from '../plans/columnPlan.ts'
import type { RecordBuilder } from '../tally/recordBuilder.ts'
import { nameInFact, setFigure, setWord, setWrittenFigure } from '../tally/recordBuilder.ts'
import { targetInWords, textFigures } from './narrativeFigures.ts'
import type { TextOfRows } from './textOfRows.ts'
import { textsOfRow } from './textsByTask.ts'

/** Figures out of the narrative, for tables that have no column for them. */
export function readFiguresInWords(row: Row): void {
  for (const plan of row.plans) {
    if (plan.field !== 'progress_text' || plan.aside) continue
    beginCountedRecords(row, plan)
    takeFigures(row, plan)
    takeFiguresBefore(row, plan)
  }
}

/**
 * 1-9月推进情况 beside 1-10月推进情况: what the text of the last period says was done by then, where both count from January on.
 * It is compared with, and changes nothing that is reported.
 */
function takeFiguresBefore(row: Row, plan: ColumnPlan): void {
  const { setting, lookups } = row.table
  const month = monthOfRunning(plan)
  const before = row.plans.find(
    (other) => other.field === 'progress_text' && other.aside && month > 2 && monthOfRunning(other) === month - 1,
  )
  const text = before ? setting.view.value(row.number, before.column) : null
  if (!before || typeof text !== 'string' || setting.year === undefined) return
  const tasks = [...new Set(row.builders.flatMap(({ subject }) => lookups.indicatorOf(subject)?.taskId ?? []))]
  const about = row.builders.map(({ subject }) => subject)
  for (const figure of textFigures(setting.register, { tasks, text, year: setting.year, about }).figures) {
    const indicator = lookups.indicatorOf(figure.indicator ?? '')
    const area = indicator && (figure.area ?? areaOf(setting, row.binding, plan, indicator))
    const builder = row.builders.find((one) => one.indicator === indicator && one.area === area)
    if (!indicator || !builder || figure.value === null || builder.values.previous !== undefined) continue
    if (!reaches(figure.stage ?? 'completed', indicator.countsStage)) continue
    setWrittenFigure(builder, 'previous', figure.value, { cell: row.address(before), written: figure.raw })
  }
}

/** 10 of 1-10月推进情况, what is told from January on; 0 of others. */
const monthOfRunning = ({ header }: ColumnPlan): number => Number(/(?<!\d)1月?[-—–~～至到]+(\d{1,2})月/u.exec(header)?.[1] ?? 0)

/** What counts has a record even where its text holds no figure: that nothing is reported is said. */
function beginCountedRecords(row: Row, plan: ColumnPlan): void {
  const { setting, lookups } = row.table
  for (const subject of subjectsOf(row, plan)) {
    const indicator = lookups.indicatorOf(subject)
    if (indicator?.target == null || indicator.kind === 'milestone') continue
    const area = areaOf(setting, row.binding, plan, indicator)
    if (indicator.area === setting.register.city || indicator.area === area) builderOf(row, subject, area, row.part)
  }
}

function takeFigures(row: Row, plan: ColumnPlan): void {
  const texts = textsOfRow(row, plan)
  const open = new Set(texts.flatMap((shared) => takeFiguresOf(row, plan, shared)))
  const [first] = texts
  if (!first) return
  for (const builder of row.builders) {
    if (builder.values.cumulative !== undefined) continue
    const isOpen = open.has(builder.subject)
    // the text was looked through for it: that it holds none is said at its cell, whatever it says of others
    setFigure(builder, 'cumulative', undefined, first.cell)
    if (isOpen) leaveFigureOpen(row, plan, builder)
  }
}

/** Takes the figures of one text, and answers of which indicators it leaves open which figure is theirs. */
function takeFiguresOf(row: Row, plan: ColumnPlan, shared: TextOfRows): readonly string[] {
  const { setting, lookups } = row.table
  if (setting.year === undefined) return []
  const { cell, text, tasks, about } = shared
  const { figures, open, percents, targets, ofMonth, asOf } = textFigures(setting.register, { tasks, text, year: setting.year, about })
  for (const figure of shared.ofRow(figures)) {
    const indicator = lookups.indicatorOf(figure.indicator ?? '')
    if (!indicator || figure.value === null) continue
    const builder = builderOf(row, indicator.id, figure.area ?? areaOf(setting, row.binding, plan, indicator), row.part)
    if (!builder) continue
    setWrittenFigure(builder, 'cumulative', figure.value, { cell, written: figure.raw })
    if (figure.stage) setWord(builder, 'stage', figure.stage, cell)
    const date = figure.asOf ?? asOf
    if (date !== null) setWord(builder, 'asOf', date, cell)
  }
  for (const { of, value, raw } of percents) {
    const builder = row.builders.find(({ subject }) => subject === of)
    if (builder) setWrittenFigure(builder, 'statedPercent', value, { cell, written: raw })
  }
  takeTarget(row, targets, cell)
  takeMonth(row, plan, shared.ofRow(ofMonth), cell)
  return open
}

/** 目标300公里，已完成204公里: each target that the text states, of the one indicator of the row that only it can be of. */
function takeTarget(row: Row, targets: readonly NarrativeFigure[], cell: string): void {
  const { figures } = row.table.lookups
  const counted = row.builders.filter(({ indicator }) => indicator?.kind === 'count')
  const ableOf = ({ measure }: NarrativeFigure) =>
    counted.filter(({ indicator }) => indicator && measure !== null && figures.fits(measure, indicator))
  for (const stated of targets) {
    const { value, raw } = stated
    const [builder, other] = ableOf(stated)
    const isAlone = targets.every((one) => one === stated || !ableOf(one).some((able) => able === builder))
    if (!builder || other || !isAlone || value === null || builder.values.target !== undefined) continue
    setWrittenFigure(builder, 'target', value, { cell, written: raw })
  }
}

/** 本月完成27公里，累计187公里: 27 of the month, where the text has one such figure of the record. */
function takeMonth(row: Row, plan: ColumnPlan, ofMonth: readonly NarrativeFigure[], cell: string): void {
  const { setting, lookups } = row.table
  const keyOf = ({ incrementOf = '', area }: NarrativeFigure) =>
    `${incrementOf}|${area ?? areaOf(setting, row.binding, plan, lookups.indicatorOf(incrementOf))}`
  for (const [key, [figure, another]] of Map.groupBy(ofMonth, keyOf)) {
    const builder = row.builders.find(({ subject, area }) => `${subject}|${area}` === key)
    if (!figure || another || figure.value === null || !builder || builder.values.periodValue !== undefined) continue
    setWrittenFigure(builder, 'periodValue', figure.value, { cell, written: figure.raw })
  }
}

/** The text has figures of the indicator, and which is its own is not known: that is said, and none is taken. */
function leaveFigureOpen(row: Row, plan: ColumnPlan, builder: RecordBuilder): void {
  const value = row.table.setting.view.value(row.number, plan.column)
  if (value === null) return
  const { fact } = row.cells.find((one) => one.plan === plan) ?? row.addCell(plan, value)
  fact.refused = 'unreadable'
  fact.indicator ??= builder.subject
  nameInFact(fact, builder)
}

/** Targets that the words of the task state, where no column does; a county's part of the whole has none by them. */
export function readTargetsInNames(row: Row): void {
  const { view, register } = row.table.setting
  for (const plan of row.plans) {
    const words = plan.field === 'task' || plan.field === 'indicator' ? view.mergedText(row.number, plan.column) : ''
    if (words === '') continue
    for (const builder of row.builders) {
      const { indicator, values, cells, part } = builder
      if (!indicator || values.target !== undefined || part !== '' || isPartOfWhole(builder, row.builders)) continue
      const target = targetInWords(register, indicator, words)
      if (target === undefined) continue
      values.target = target
      cells.target = row.address(plan)
    }
  }
}

/** The row also reports the indicator for the whole that its target is set for. */
const isPartOfWhole = ({ subject, area, indicator }: RecordBuilder, builders: readonly RecordBuilder[]): boolean =>
  area !== indicator?.area && builders.some((other) => other.subject === subject && other.area === indicator?.area)
