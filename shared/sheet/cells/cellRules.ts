import { never } from '../../base/never.ts'
import type { CellValue } from '../../grid/grid.ts'
import { numberFormat, type ShownFormat } from '../../quantity/numberFormat.ts'
import { exactScaled, isPlainPercentage, pointsOf } from '../../quantity/plainFigures.ts'
import type { ColumnField } from '../../record/columnFields.ts'
import { isErrorText } from '../parsing/figureReader.ts'
import type { Row } from '../parsing/row.ts'
import { areaOf, builderOf, buildersOf, subjectsOf } from '../parsing/rowBuilders.ts'
import { endOfSecond } from '../parsing/secondFigure.ts'
import type { ColumnPlan } from '../plans/columnPlan.ts'
import { ASIDE, type CellEnd, FINDING, NAMING, NOT_READ, RECORD } from '../tally/cellEnd.ts'
import { nameInFact, setFigure, setWord } from '../tally/recordBuilder.ts'
import { partsOfText } from '../texts/partsOfText.ts'
import type { TaskText } from '../texts/textRows.ts'
import { readFigureCell } from './figureCells.ts'
import { figureWithItsRate, figureWithItsTarget } from './pairedFigures.ts'
import { statesFigure, textsByTask } from './textsByTask.ts'
import { readTotalCell } from './totalCells.ts'

/** The cell's end is known when its row is closed. */
export const WAITS = 'waits'

/** Reads a filled cell and answers how it ended; undefined where the rule is not for such a cell. */
export type CellRule = (row: Row, plan: ColumnPlan, value: CellValue) => CellEnd | typeof WAITS | undefined

/** 湖滨区 needs no fact; an old name or one that the register does not know does. */
const areaOfTheRow: CellRule = (row, plan, value) => {
  const area = row.table.lookups.areaFact(row.number, plan.column)
  if (area && (area.byAlias || area.code === undefined)) row.addCell(plan, value).fact.area = area
  return NAMING
}

/** #REF! in a column of names; all others (新建农村公路, 6) name the row or number it. */
const errorAmongNames: CellRule = (row, plan, value) => {
  if (!isErrorText(value)) return undefined
  row.addCell(plan, value)
  return FINDING
}

/** 市交通运输局, by its own name and as the one who reports: no check has anything to say of it. */
const unitsThatNeedNoFact: CellRule = ({ table: { lookups, setting, tally } }, _, value) => {
  if (tally.facts.length === 0 || setting.needsEveryFact || typeof value !== 'string' || value.startsWith('#')) return undefined
  const units = lookups.unitsNamed(value)
  return units.length > 0 && !lookups.unitsNeedFact(units) ? NAMING : undefined
}

/** 正在施工: put together with what other rows say of the task. */
const textOfTheTask: CellRule = (row, plan, value) => {
  const { setting, tally } = row.table
  const cell = row.leavesOutFacts && !isErrorText(value) ? undefined : row.addCell(plan, value)
  // of an area that is not the register's no text is stored either
  if (!row.isAreaKnown) return ASIDE.no_area
  const area = areaOf(setting, row.binding, plan, undefined)
  const place = { area, row: row.number, cell: cell?.address ?? row.address(plan) }
  const texts = partsOfCell(row, plan, String(value)).flatMap(({ field, text }) =>
    textsByTask(row, plan, text).map((one) => ({ ...one, field })),
  )
  const added = texts
    .map(({ task, text, field }) => tally.texts.add({ ...place, field, task: task ?? undefined, value: text }))
    .includes(true)
  if (cell?.fact.error !== undefined) return FINDING
  const isOfNone = plan.field === 'progress_text' && (added ? texts.some(ofNoTask) : HAS_DIGITS.test(String(value)))
  if (isOfNone) return textOfNoTask(row, plan)
  return added ? RECORD : ASIDE.no_record
}

/** 进展：… 问题：… 下一步：… in one cell, each for the field that it is of; another text as it is. */
function partsOfCell(row: Row, { field }: ColumnPlan, text: string): readonly { readonly field: ColumnField; readonly text: string }[] {
  const parts = field === 'progress_text' && !row.table.setting.textsNameTasks ? partsOfText(text) : undefined
  if (!parts) return [{ field, text }]
  const all = [
    { field, text: parts.progress },
    { field: 'issues' as const, text: parts.issues },
    { field: 'next_steps' as const, text: parts.nextSteps },
  ]
  return all.filter((part) => part.text !== '')
}

/** 已完成146公里 in a row that names nothing, or under headings of several tasks. */
function textOfNoTask(row: Row, plan: ColumnPlan): CellEnd {
  row.table.tally.addNotRead({ cell: row.address(plan), reason: 'text_subject_unknown' })
  return NOT_READ.text_subject_unknown
}
const HAS_DIGITS = /\p{Nd}/u
/** Of a text that is shared out, a part that holds a figure and names no task. */
const ofNoTask = ({ task, text }: TaskText): boolean => task === null && statesFigure(text)

/** 2021年12月底, √, 3055万元: read when the figures of the row are known, which may be none. */
const wordsThatWait: CellRule = (row, plan, value) => {
  row.words.push(row.addCell(plan, value))
  return WAITS
}

/**
 * The most usual cell of all, and the quick way for it: a number for one indicator, in its own measure. A broken target
 * may be one in 万 beside figures in 人: it needs its fact.
 */
const plainFigure: CellRule = (row, plan, value) => {
  const { setting, lookups } = row.table
  const field = plan.figure
  if (isShownAs(row, plan, ({ suffix }) => suffix !== '')) return undefined
  if (!plan.plainNumbers || typeof value !== 'number' || field === undefined || !row.isAreaKnown || setting.needsEveryFact) return undefined
  const figure = exactScaled(value)
  if (figure === undefined || figure < 0 || (field === 'target' && !Number.isInteger(value))) return undefined
  const subject = plan.indicator ?? (row.binding.subjects.length === 1 ? row.binding.subjects[0] : undefined)
  const indicator = subject === undefined ? undefined : lookups.indicatorOf(subject)
  if (subject === undefined || indicator?.kind !== 'count') return undefined
  const label = plan.label ?? row.label
  if (label ? label.scale !== 1 || label.name !== indicator.measure : setting.noteLabels.length > 0) return undefined
  const builder = builderOf(row, subject, areaOf(setting, row.binding, plan, indicator), row.part || plan.batch)
  if (!builder) return undefined
  const cell = row.address(plan)
  const taken = setFigure(builder, field, figure, cell)
  if (field === 'cumulative' && plan.stage) setWord(builder, 'stage', plan.stage, cell)
  return taken ? RECORD : endOfSecond(row, builder, { address: cell, field, value: figure })
}

/** 5月26日 in a column of figures: the serial behind it counts nothing. */
const dateInFigureColumn: CellRule = (row, plan, value) => {
  if (typeof value !== 'number' || plan.figure === undefined || !isShownAs(row, plan, ({ isDate }) => isDate)) return undefined
  const cell = row.addCell(plan, value)
  cell.fact.refused = 'date'
  for (const builder of buildersOf(row, plan, subjectsOf(row, plan))) {
    cell.fact.indicator ??= builder.subject
    nameInFact(cell.fact, builder)
    setFigure(builder, plan.figure, undefined, cell.address)
  }
  return FINDING
}

/** What the cell's number format says, where it has one. */
function isShownAs(row: Row, plan: ColumnPlan, asks: (shown: ShownFormat) => boolean): boolean {
  const { hasFormats, view } = row.table.setting
  if (!hasFormats) return false
  const format = view.grid.formats[row.address(plan)]
  return format !== undefined && asks(numberFormat(format))
}

/** 6173 under 应筛人数, in a row that names none of the rates beside it: the whole of each. */
const wholeOfSeveralRates: CellRule = (row, plan, value) => {
  if (plan.wholeOf.length === 0 || row.binding.subjects.length > 0) return undefined
  const cell = row.addCell(plan, value)
  for (const builder of buildersOf(row, plan, plan.wholeOf)) readFigureCell(row, cell, [builder])
  return WAITS
}

/** 41公里, 146公里、123个, 4405例: into the records that the figure is of. */
const figureOfItsRecords: CellRule = (row, plan, value) => {
  const cell = row.addCell(plan, value)
  const builders = buildersOf(row, plan, subjectsOf(row, plan))
  if (builders.length === 0) row.hasUnplacedFigure = true
  else readFigureCell(row, cell, builders)
  return WAITS
}

/** 48.67%, of one record and written like those before it: its record says all that its fact would. */
const plainPercentage: CellRule = (row, plan, value) => {
  const { setting, percentScales } = row.table
  if (!row.leavesOutFacts || plan.ofMoney || !isPlainPercentage(value)) return undefined
  if (typeof value === 'number' && (setting.hasFormats || percentScales.get(plan.column) !== false)) return undefined
  if (buildersOf(row, plan, subjectsOf(row, plan)).length !== 1) return undefined
  const written = typeof value === 'string' ? value : `${value}%`
  row.percentages.push({ plan, value: pointsOf(value), cell: row.address(plan), written })
  return WAITS
}

/** 0.4867, 约48%: read when the figures of the row say whether it is a fraction. One of money is not of the target. */
const percentageThatWaits: CellRule = (row, plan, value) => {
  const cell = row.addCell(plan, value)
  if (buildersOf(row, plan, subjectsOf(row, plan)).length === 0) row.hasUnplacedFigure = true
  if (plan.ofMoney) cell.end = ASIDE.no_field
  else row.percentages.push(cell)
  return WAITS
}

/** 306 under 全市合计: compared with the figures beside it, never stored. */
const totalOfItsColumns: CellRule = (row, plan, value) => {
  readTotalCell(row, row.addCell(plan, value))
  return WAITS
}

/**
 * How a filled cell of a data row is read: of the rules for its kind the first that is for such a cell. Told as a `switch`
 * and not as a table of lists: a hundred thousand cells come this way.
 */
export const readCell: CellRule = (row, plan, value) => {
  switch (plan.kind) {
    case 'area':
      return areaOfTheRow(row, plan, value)
    case 'naming':
      return errorAmongNames(row, plan, value) ?? NAMING
    case 'units':
      return unitsThatNeedNoFact(row, plan, value) ?? wordsThatWait(row, plan, value)
    case 'text':
      return textOfTheTask(row, plan, value)
    case 'words':
      return wordsThatWait(row, plan, value)
    case 'figure':
      return (
        dateInFigureColumn(row, plan, value) ??
        plainFigure(row, plan, value) ??
        figureWithItsRate(row, plan, value) ??
        figureWithItsTarget(row, plan, value) ??
        wholeOfSeveralRates(row, plan, value) ??
        figureOfItsRecords(row, plan, value)
      )
    case 'percentage':
      return figureWithItsRate(row, plan, value) ?? plainPercentage(row, plan, value) ?? percentageThatWaits(row, plan, value)
    case 'total':
      return totalOfItsColumns(row, plan, value)
    default:
      return never(plan.kind)
  }
}
