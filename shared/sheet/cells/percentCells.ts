import type { CellValue } from '../../grid/grid.ts'
import { percentOf } from '../../quantity/percent.ts'
import { exactScaled } from '../../quantity/plainFigures.ts'
import { decimalFromScaled, type Scaled } from '../../quantity/scaled.ts'
import { decimalsOf } from '../../quantity/shortestDecimal.ts'
import type { FigureReading } from '../parsing/figureReader.ts'
import { Cell, type PlainPercentage, type Row } from '../parsing/row.ts'
import { buildersOf, subjectsOf } from '../parsing/rowBuilders.ts'
import { endOfSecond } from '../parsing/secondFigure.ts'
import { shownValue } from '../parsing/shownValue.ts'
import { leaveUnread } from '../parsing/unplacedCells.ts'
import { ASIDE, RECORD } from '../tally/cellEnd.ts'
import { nameInFact, type RecordBuilder, setWrittenFigure } from '../tally/recordBuilder.ts'
import { subjectsOfBuilders } from './figureCells.ts'
import { formatOf } from './figureOfCell.ts'
import { statementsOf } from './statements.ts'

/** The percentages of a row, once its figures are known. */
export function readPercentages(row: Row): void {
  for (const cell of row.percentages) {
    const builders = buildersOf(row, cell.plan, subjectsOf(row, cell.plan))
    if (cell instanceof Cell) readPercentCell(row, cell, builders)
    else if (builders[0]) takePlainPercentage(row, cell, builders[0])
  }
}

/** 48.67% or 48.67: its fact is not needed, its record says it. */
function takePlainPercentage(row: Row, percentage: PlainPercentage, builder: RecordBuilder): void {
  const taken = setWrittenFigure(builder, 'statedPercent', percentage.value, percentage)
  const second = { address: percentage.cell, field: 'statedPercent', value: percentage.value } as const
  row.end(percentage.plan.column, taken ? RECORD : endOfSecond(row, builder, second))
}

/** Reads a stated percentage, once target and completed figure are known: they tell fractions from percent points. */
export function readPercentCell(row: Row, cell: Cell, builders: readonly RecordBuilder[]): void {
  const { plan, value, fact } = cell
  const takers =
    builders.length === 1 ? builders : builders.filter(({ values }) => values.cumulative !== undefined || values.target !== undefined)
  const builder = takers.length === 1 ? takers[0] : undefined
  if (!builder) {
    if (sharePercents(cell, takers)) return
    if (builders.length > 1) leaveUnread(row, cell, 'subject_ambiguous', subjectsOfBuilders(builders))
    return
  }
  fact.indicator = builder.subject
  nameInFact(fact, builder)
  const expected = computedPercent(builder, value) ?? pointsUnderSign(plan.header, value)
  const reading = row.table.lookups.figures.readPercent(shownValue(cell), formatOf(cell), expected)
  if (reading.kind === 'mark') {
    builder.marked = true
    cell.end = ASIDE.not_applicable
    return
  }
  if (reading.quantity) fact.quantity = reading.quantity
  if (reading.kind === 'unreadable' || reading.kind === 'stage') {
    fact.refused = 'unreadable'
    return
  }
  const written = typeof value === 'string' ? value : writtenPercent(reading)
  const taken = setWrittenFigure(builder, 'statedPercent', reading.value, { cell: cell.address, written })
  cell.end = taken ? RECORD : endOfSecond(row, builder, { address: cell.address, field: 'statedPercent', value: reading.value })
}

/** 68.3%、77% beside 4.1公里、7.7公里: one for each record, in the order of the row's names. False where they are not so many. */
function sharePercents(cell: Cell, takers: readonly RecordBuilder[]): boolean {
  if (typeof cell.value !== 'string' || takers.length < 2) return false
  const stated = statementsOf(cell.value)
  const percents = stated.flatMap(({ quantity: { value, of } }) => (of === undefined ? [value] : [value, of]))
  if (percents.length !== takers.length || !stated.every(({ quantity, before }) => quantity.measure === '%' && before === '')) return false
  for (const [i, builder] of takers.entries()) {
    cell.fact.indicator ??= builder.subject
    nameInFact(cell.fact, builder)
    setWrittenFigure(builder, 'statedPercent', percents[i], {
      cell: cell.address,
      written: percents[i] === undefined ? undefined : `${decimalFromScaled(percents[i])}%`,
    })
  }
  cell.end = RECORD
  return true
}

/** What completed ÷ whole makes, where a number is small enough to be a fraction of it. */
function computedPercent({ indicator, values }: RecordBuilder, value: CellValue): Scaled | undefined {
  if (typeof value !== 'number' || value <= 0 || value > LARGEST_FRACTION || indicator?.measure === '%') return undefined
  const { cumulative, denominator, target } = values
  const whole = denominator ?? target
  return cumulative == null || whole == null ? undefined : percentOf(cumulative, whole, 4)
}

/** Numbers above are percent points: 1.5 is 150 % as a fraction, which is rare, and 1.5 % as points. */
const LARGEST_FRACTION = 1.5

/** 1 and more under 完成率（%） are percent points. */
const pointsUnderSign = (header: string, value: CellValue): Scaled | undefined =>
  /[%％]/u.test(header) && typeof value === 'number' && value >= 1 ? exactScaled(value) : undefined

/** A number cell's percentage as people write it: "48.67%" of 48.67, and of 0.4867 under a % format. */
function writtenPercent({ value, quantity }: FigureReading): string | undefined {
  if (value === undefined || quantity === undefined) return undefined
  const { raw, decimals, fraction, inText } = quantity
  if (!inText && fraction !== true && decimalsOf(raw) === decimals) return `${raw}%`
  return `${(value / 10_000).toFixed(decimals)}%`
}
