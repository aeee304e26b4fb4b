import { findQuantities } from '../../quantity/findQuantities.ts'
import type { ParsedQuantity } from '../../quantity/parsed.ts'
import type { Indicator } from '../../register/register.ts'
import type { FigureReading } from '../parsing/figureReader.ts'
import type { Cell, Row } from '../parsing/row.ts'
import type { Label } from '../plans/label.ts'
import { figureBehindArea, figureOfDoneClause, figureOfOwnClause, isListing, quantitiesOf } from './figuresInText.ts'

/** A cell that is read for one indicator. */
export interface AskedFigure {
  readonly row: Row
  readonly cell: Cell
  readonly indicator: Indicator | undefined
  /** The measure of a figure that has none itself. */
  readonly label: Label | undefined
  /** The cell has figures of several indicators. */
  readonly isShared: boolean
}

type FigureRule = (asked: AskedFigure) => FigureReading | undefined

/** 1034 under 村（居）总数 of a rate that counts nothing: a number of whatever it is. */
const countOfUnmeasuredRate: FigureRule = ({ row, cell }) =>
  cell.plan.counts ? row.table.lookups.figures.read(cell.value, undefined, undefined) : undefined

/** 8个（湖滨区6个、陕州区2个） for the indicator of 陕州区: 2. */
const figureBehindItsArea: FigureRule = ({ row, cell, indicator, isShared }) =>
  isShared && typeof cell.value === 'string' && indicator ? asFigure(figureBehindArea(row.table, cell.value, indicator)) : undefined

/** 48.67 or 48.67% of an indicator that is a percentage, where no label counts something else. */
const percentageOfRate: FigureRule = ({ row, cell, indicator, label }) => {
  if (indicator?.measure !== '%') return undefined
  const { figures } = row.table.lookups
  const isCounted = label !== undefined && label.source !== 'register' && !figures.fits(label.name, indicator)
  if (isCounted || isCountUnderRate(cell, indicator)) return undefined
  return figures.readPercent(cell.value, formatOf(cell), indicator.target?.value)
}

/** 4405例 under the heading of a rate: the rate's own count, not the rate. */
const isCountUnderRate = ({ plan, value }: Cell, indicator: Indicator): boolean =>
  indicator.countMeasure !== undefined && !(typeof value === 'string' && /[%％]/u.test(value)) && plan.field !== 'percent'

/** The cell's own number format; General says nothing. */
export const formatOf = ({ fact: { format } }: Cell): string | undefined => (format === 'General' ? undefined : format)

/** 146公里、123个 for an indicator in 公里: 146. */
const onlyFigureInItsMeasure: FigureRule = (asked) => {
  const { row, cell, indicator, isShared } = asked
  if (typeof cell.value !== 'string' || !indicator || !mayHoldSeveral(asked)) return undefined
  const [first, second] = quantitiesOf(row.table, cell.value, indicator)
  return second === undefined && (isShared || findQuantities(cell.value).length > 1) ? asFigure(first) : undefined
}

/** 宫颈癌11745人，乳腺癌12073人 for 乳腺癌: 12,073. */
const figureInItsClause: FigureRule = (asked) => {
  const { row, cell, indicator } = asked
  if (typeof cell.value !== 'string' || !indicator || !mayHoldSeveral(asked)) return undefined
  return asFigure(figureOfOwnClause(row.table, cell.value, indicator))
}

/** 已整治2030个，另有450个正在施工 as a completed figure: 2,030. */
const figureThatIsDone: FigureRule = (asked) => {
  const { row, cell, indicator } = asked
  if (typeof cell.value !== 'string' || !indicator || !mayHoldSeveral(asked) || cell.plan.field !== 'cumulative') return undefined
  return asFigure(figureOfDoneClause(row.table, cell.value, indicator))
}

const mayHoldSeveral = ({ cell, indicator, isShared }: AskedFigure): boolean =>
  Boolean(indicator?.measure) && (isShared || isListing(String(cell.value)))

/** The ways in which a cell has a figure of an indicator, most special first; what none of them reads is one figure. */
const FIGURE_RULES: readonly FigureRule[] = [
  countOfUnmeasuredRate,
  figureBehindItsArea,
  percentageOfRate,
  onlyFigureInItsMeasure,
  figureInItsClause,
  figureThatIsDone,
]

/** What a cell says for one indicator. */
export function figureOfCell(asked: AskedFigure): FigureReading {
  for (const rule of FIGURE_RULES) {
    const reading = rule(asked)
    if (reading) return reading
  }
  const { row, cell, indicator, label } = asked
  return row.table.lookups.figures.read(cell.value, indicator, label?.source === 'register' ? undefined : label)
}

const asFigure = (quantity: ParsedQuantity | undefined): FigureReading | undefined =>
  quantity && { kind: 'figure', value: quantity.value, quantity, ...(quantity.stage ? { stage: quantity.stage } : {}) }
