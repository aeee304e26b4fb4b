import { findFigures } from '../../quantity/findQuantities.ts'
import { COLUMN_FIELDS, type ColumnField, dateFilledBy, figureFilledBy, isMoney } from '../../record/columnFields.ts'
import { isOfPlan } from '../headings/isOfPlan.ts'
import type { Cell, Row } from '../parsing/row.ts'
import { areaOf, builderOf } from '../parsing/rowBuilders.ts'
import { endOfSecond } from '../parsing/secondFigure.ts'
import { leaveUnread } from '../parsing/unplacedCells.ts'
import { doneOf, flagOf } from '../subjects/flagWords.ts'
import { ASIDE, type CellEnd, NAMING, RECORD } from '../tally/cellEnd.ts'
import { setWord, setWrittenFigure, setWrittenWord } from '../tally/recordBuilder.ts'

/** Reads words into the records of the row, and answers how the cell ends. */
type WordReader = (row: Row, cell: Cell) => CellEnd

/**
 * 3055 under 总投资（万元）: of the row's first record, whatever the figures beside it are of. Where the heading names no
 * money the note above the table does (单位：公里、万元); of two that it names the first is read, and to be confirmed.
 */
const readMoney: WordReader = (row, { plan, value, fact, address }) => {
  const { lookups, setting } = row.table
  const subject = plan.indicator ?? row.binding.subjects[0]
  if (row.builders.length === 0 && subject !== undefined)
    builderOf(row, subject, areaOf(setting, row.binding, plan, lookups.indicatorOf(subject)), row.part)
  const builder = row.builders[0]
  const [noted, another] = plan.label ? [] : setting.moneyLabels
  const label = plan.label ?? noted
  const reading = lookups.figures.read(value, undefined, label, true)
  if (reading.quantity) fact.quantity = reading.quantity
  if (label) fact.measure = label
  if (noted && another && reading.quantity?.measure === null) fact.readScale = noted.scale
  if (reading.refused && reading.kind !== 'mark') fact.refused = reading.refused
  if (!builder && reading.kind === 'figure') row.hasUnplacedFigure = true
  const field = figureFilledBy(plan.field)
  if (!builder || field === undefined || reading.kind !== 'figure' || reading.refused) return ASIDE.no_record
  const written = typeof value === 'string' ? value : undefined
  const taken = setWrittenFigure(builder, field, reading.value, { cell: address, written })
  return taken ? RECORD : endOfSecond(row, builder, { address, field, value: reading.value })
}

/** 5月26日, 44561, 5月底: a date that cannot be read is reported, but for those that plans and acts may lack. */
const readDate: WordReader = (row, { plan, value, fact, address }) => {
  const date = row.table.lookups.dateOf(value, fact.format)
  if (!date) {
    if (fact.error === undefined && plan.field !== 'deadline' && plan.field !== 'actual_date') fact.refused = 'unreadable'
    return ASIDE.no_field
  }
  fact.date = date
  const field = dateFilledBy(plan.field)
  if (field === undefined) return ASIDE.no_field
  const written = typeof value === 'string' ? value : undefined
  for (const builder of row.builders) setWrittenWord(builder, field, date.date, { cell: address, written })
  return row.builders.length > 0 ? RECORD : ASIDE.no_record
}

/** √ under 是否完成. */
const readFlag: WordReader = (row, cell) => takeDone(row, cell, flagOf(cell.value))

/** 已完成, 未开工, 正在评审 under 状态: whether it is done, and whether it has begun. */
const readStatus: WordReader = (row, cell) => {
  const end = takeDone(row, cell, doneOf(String(cell.value)))
  if (typeof cell.value !== 'string' || !saysNotStarted(cell.value)) return end
  for (const builder of row.builders) setWord(builder, 'stage', 'not_started', cell.address)
  return row.builders.length > 0 ? RECORD : ASIDE.no_record
}

function takeDone(row: Row, { value, address }: Cell, done: boolean | undefined): CellEnd {
  if (done === undefined) return ASIDE.no_field
  for (const builder of row.builders) setWrittenWord(builder, 'done', done, { cell: address, written: String(value) })
  return row.builders.length > 0 ? RECORD : ASIDE.no_record
}

/** 尚未开工, 待实施. */
export const saysNotStarted = (words: string): boolean => NOT_STARTED.test(words)

const NOT_STARTED = /^(尚?未(开始|启动|开工|实施)|待(开工|启动|实施))/u

/** 市教育局、市财政局: the units that the words name. */
const readUnits: WordReader = (row, { value, fact }) => {
  const units = row.table.lookups.unitsNamed(String(value))
  if (units.length > 0) fact.units = units
  return NAMING
}

/** How the cells of a column are read; undefined where no record has a field for them. */
function readerOf(field: ColumnField): WordReader | undefined {
  const row = COLUMN_FIELDS[field]
  if (isMoney(row)) return readMoney
  if (row.group === 'date') return readDate
  if (row.group === 'unit') return readUnits
  if (row.fills !== 'done') return undefined
  return field === 'status' ? readStatus : readFlag
}

/** Reads dates, flags, money and names; words that no record has a field for are set aside. */
export function readWordCell(row: Row, cell: Cell): void {
  const read = readerOf(cell.plan.field)
  if (cell.plan.aside && isMoney(COLUMN_FIELDS[cell.plan.field])) cell.end = ASIDE.column_aside
  else if (read) cell.end = read(row, cell)
  else if (isReportLeftOut(row, cell)) leaveUnread(row, cell, 'column_unknown')
  else cell.end = cell.plan.aside ? ASIDE.column_aside : ASIDE.no_field
}

/** 已完成251个 under 形象进度 in a row that has no figure from elsewhere: what it reports would be lost without a word. */
const isReportLeftOut = (row: Row, { plan, value }: Cell): boolean =>
  plan.field === 'visual_progress' &&
  !isOfPlan(plan.header) &&
  typeof value === 'string' &&
  findFigures(value).some(({ quantity: { measure } }) => measure !== null && measure !== '%') &&
  row.builders.every(({ values }) => values.cumulative === undefined && values.periodValue === undefined)
