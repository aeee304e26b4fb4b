import type { CellValue } from '../../grid/grid.ts'
import { figureAndRate } from '../../quantity/figureAndRate.ts'
import { pairOfHeading } from '../headings/pairHeadings.ts'
import type { Row } from '../parsing/row.ts'
import { buildersOf, subjectsOf } from '../parsing/rowBuilders.ts'
import { endOfSecond } from '../parsing/secondFigure.ts'
import type { ColumnPlan } from '../plans/columnPlan.ts'
import { type CellEnd, FINDING, RECORD } from '../tally/cellEnd.ts'
import { nameInFact, setWrittenFigure } from '../tally/recordBuilder.ts'

/** 5210（74.4%）, 64.1%，1.86万户: the figure and the percentage of it in one cell, whichever the column is of. */
export function figureWithItsRate(row: Row, plan: ColumnPlan, value: CellValue): CellEnd | undefined {
  if (typeof value !== 'string' || (plan.figure !== 'cumulative' && plan.figure !== 'statedPercent')) return undefined
  // of an area that is not the register's nothing is taken
  const both = row.isAreaKnown ? figureAndRate(value) : undefined
  const [builder, ...others] = both ? buildersOf(row, plan, subjectsOf(row, plan)) : []
  if (!both || !builder || others.length > 0 || builder.indicator?.kind !== 'count') return undefined
  const cell = row.addCell(plan, value)
  const { figures } = row.table.lookups
  const reading = figures.read(both.figure.raw, builder.indicator, plan.label ?? row.placedLabel)
  cell.fact.indicator = builder.subject
  nameInFact(cell.fact, builder)
  cell.fact.quantity = both.figure
  if (reading.refused) cell.fact.refused = reading.refused
  const figure = reading.refused ? undefined : reading.value
  const taken = setWrittenFigure(builder, 'cumulative', figure, { cell: cell.address, written: value })
  setWrittenFigure(builder, 'statedPercent', both.rate.value, { cell: cell.address, written: both.rate.raw })
  if (!taken) cell.end = endOfSecond(row, builder, { address: cell.address, field: 'cumulative', value: figure })
  return reading.refused ? FINDING : (cell.end ?? RECORD)
}

/** 1200/2000 under 完成数/任务数: what is done and its target, in the order of the heading. */
export function figureWithItsTarget(row: Row, plan: ColumnPlan, value: CellValue): CellEnd | undefined {
  if (typeof value !== 'string' || plan.figure !== 'cumulative' || !row.isAreaKnown) return undefined
  const both = figureAndTarget(plan.header, value)
  const [builder, ...others] = both ? buildersOf(row, plan, subjectsOf(row, plan)) : []
  if (!both || !builder || others.length > 0 || builder.indicator?.kind !== 'count') return undefined
  const label = plan.label ?? row.placedLabel
  const [done, target] = [both.done, both.target].map((one) => row.table.lookups.figures.read(one, builder.indicator, label))
  if (done?.kind !== 'figure' || target?.kind !== 'figure' || done.refused || target.refused) return undefined
  const cell = row.addCell(plan, value)
  cell.fact.indicator = builder.subject
  nameInFact(cell.fact, builder)
  if (done.quantity) cell.fact.quantity = done.quantity
  const place = { cell: cell.address, written: value }
  const ends = (
    [
      ['cumulative', done],
      ['target', target],
    ] as const
  ).map(([field, reading]) =>
    setWrittenFigure(builder, field, reading.value, place)
      ? RECORD
      : endOfSecond(row, builder, { address: cell.address, field, value: reading.value }),
  )
  return ends.find(({ kind }) => kind === 'notRead') ?? RECORD
}

/** The two figures of a cell, as written. */
interface FigureAndTarget {
  readonly done: string
  readonly target: string
}

/** 1200/2000, 4300个／7000个 under a heading that names the two in that order; undefined under any other, and for other cells. */
function figureAndTarget(header: string, value: string): FigureAndTarget | undefined {
  const [, first, second] = PAIR.exec(value.trim()) ?? []
  const order = first === undefined || second === undefined ? undefined : pairOfHeading(header)
  if (first === undefined || second === undefined || order === undefined) return undefined
  return order === 'done' ? { done: first, target: second } : { done: second, target: first }
}

const ONE = String.raw`\d[\d.,]*[万亿]?\p{Script=Han}{0,4}`
const PAIR = new RegExp(`^(${ONE})\\s*[/／]\\s*(${ONE})$`, 'u')
