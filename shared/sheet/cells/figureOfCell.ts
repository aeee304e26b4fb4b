import { findQuantities } from '../../quantity/findQuantities.ts'
import type { ParsedQuantity } from '../../quantity/parsed.ts'
import { isNoFigure } from '../../quantity/parseQuantity.ts'
import { COLUMN_FIELDS, isMoney } from '../../record/columnFields.ts'
import type { Indicator } from '../../register/register.ts'
import type { FigureReading } from '../parsing/figureReader.ts'
import type { Cell, Row } from '../parsing/row.ts'
import { shownValue } from '../parsing/shownValue.ts'
import type { Label } from '../plans/label.ts'
import { figureBehindArea, figureOfOwnClause, isListing, quantitiesOf } from './figuresInText.ts'
import { fitsRateOfRow } from './rateOfRow.ts'
import { statedFigure } from './statedFigure.ts'
import { type Statement, statementsOf } from './statements.ts'
import { figureOfParts, targetOfParts } from './wholeOfParts.ts'

/** A cell that is read for one indicator. */
export interface AskedFigure {
  readonly row: Row
  readonly cell: Cell
  readonly indicator: Indicator | undefined
  /** The measure of a figure that has none itself. */
  readonly label: Label | undefined
  /** The cell has figures of several indicators. */
  readonly isShared: boolean
  /** The one of its figures that is the indicator's, where that was told. */
  readonly statement?: Statement | undefined
}

type FigureRule = (asked: AskedFigure) => FigureReading | undefined

/** 897 under 新建（万元） in the row of a total: money, whatever its indicator counts. */
const moneyOfTotal: FigureRule = ({ row, cell }) =>
  isMoney(COLUMN_FIELDS[cell.plan.field])
    ? row.table.lookups.figures.read(cell.value, undefined, cell.plan.label ?? row.table.setting.moneyLabels[0], true)
    : undefined

/** 供热4.1公里、燃气7.7公里 for 燃气管道: 7.7, as it was shared out. */
const figureSharedOut: FigureRule = ({ row, indicator, label, statement }) => {
  if (!statement) return undefined
  const { before, behind, remark, quantity } = statement
  return row.table.lookups.figures.judged({ ...quantity, before, after: behind + remark }, indicator, readBy(label))
}

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

/** 新建40套，改造25套: a target of 65, and a figure of so many where the target is made up alike. */
const wholeOfParts: FigureRule = ({ row, cell, indicator, label, isShared }) => {
  const { value, plan } = cell
  if (typeof value !== 'string' || indicator?.kind !== 'count' || isShared || !isListing(value)) return undefined
  const { figures } = row.table.lookups
  const isOwn = ({ quantity: { measure } }: Statement) => measure !== null && figures.fits(measure, indicator)
  if (plan.field === 'target') {
    const target = figures.read(value, indicator, readBy(label)).quantity ? undefined : targetOfParts(value, indicator, isOwn)
    return target && figures.judged(target, indicator, readBy(label))
  }
  const target = row.plans.find((other) => other.field === 'target' && other.indicator === plan.indicator && other.area === plan.area)
  const words = plan.field === 'cumulative' && target ? row.table.setting.view.value(row.number, target.column) : null
  const whole = typeof words === 'string' ? figureOfParts(value, words, isOwn) : undefined
  return whole && figures.judged(whole, indicator, readBy(label))
}

/**
 * 建成214个，其中163个已开通 of 开通5G基站: 163; 已整治2030个，另有450个正在施工: 2,030. Not for a cell that says a figure and
 * nothing more, or none.
 */
const figureThatCounts: FigureRule = ({ row, cell, indicator, label }) => {
  const { value, plan } = cell
  if (typeof value !== 'string' || indicator?.kind !== 'count' || plan.field !== 'cumulative') return undefined
  const { lookups, setting } = row.table
  const { quantity, refused } = lookups.figures.read(value, indicator, readBy(label))
  const isBare = quantity?.before === '' && quantity.after === ''
  if (refused === 'measure' || isBare || isNoFigure(value.trim())) return undefined
  const statements = statementsOf(value)
  const own = statements.filter(({ quantity: { measure } }) => measure === null || lookups.figures.fits(measure, indicator))
  if (own.length === 0) return undefined
  const fitsRate = ({ quantity: { value: figure } }: Statement) => fitsRateOfRow(row, cell, indicator, figure)
  const stated = statedFigure({ statements, own, register: setting.register, indicator, fitsRate })
  if (stated.kind === 'open') return UNREADABLE
  if (stated.kind === 'none') return { kind: 'stage', stage: stated.stage }
  const { before, behind, remark } = stated.statement
  const { stage: _, ...bare } = statements.length === 1 && quantity ? quantity : stated.statement.quantity
  const words = { before, after: behind + remark, ...(stated.stage && { stage: stated.stage }) }
  return lookups.figures.judged({ ...bare, ...words }, indicator, readBy(label))
}

/** 累计完成146公里 under 本月完成情况: the year's so far, and never the month's; with the month's beside it, a person says which. */
const runningTotalOfPeriod: FigureRule = ({ cell: { plan, value } }) =>
  plan.field === 'period_value' && typeof value === 'string' && /累计/u.test(value) ? UNREADABLE : undefined

/** The register's own measure is what a figure without one is read in anyway. */
const readBy = (label: Label | undefined): Label | undefined => (label?.source === 'register' ? undefined : label)

const UNREADABLE: FigureReading = { kind: 'unreadable', refused: 'unreadable' }

const mayHoldSeveral = ({ cell, indicator, isShared }: AskedFigure): boolean =>
  Boolean(indicator?.measure) && (isShared || isListing(String(cell.value)))

/** The ways in which a cell has a figure of an indicator, most special first; what none of them reads is one figure. */
const FIGURE_RULES: readonly FigureRule[] = [
  runningTotalOfPeriod,
  moneyOfTotal,
  figureSharedOut,
  countOfUnmeasuredRate,
  figureBehindItsArea,
  percentageOfRate,
  figureInItsClause,
  wholeOfParts,
  figureThatCounts,
  onlyFigureInItsMeasure,
]

/** What a cell says for one indicator. */
export function figureOfCell(asked: AskedFigure): FigureReading {
  for (const rule of FIGURE_RULES) {
    const reading = rule(asked)
    if (reading) return reading
  }
  const { row, cell, indicator, label } = asked
  const reading = row.table.lookups.figures.read(shownValue(cell), indicator, readBy(label))
  // words that the number's format writes are none of the clerk's
  return typeof cell.value === 'number' && reading.quantity ? { ...reading, quantity: { ...reading.quantity, inText: false } } : reading
}

const asFigure = (quantity: ParsedQuantity | undefined): FigureReading | undefined =>
  quantity && { kind: 'figure', value: quantity.value, quantity, ...(quantity.stage ? { stage: quantity.stage } : {}) }
