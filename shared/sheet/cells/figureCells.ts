import type { Scaled } from '../../quantity/scaled.ts'
import type { NumberField } from '../../record/columnFields.ts'
import type { Indicator } from '../../register/register.ts'
import type { FigureReading } from '../parsing/figureReader.ts'
import type { Cell, Row } from '../parsing/row.ts'
import { endOfSecond } from '../parsing/secondFigure.ts'
import { leaveUnread } from '../parsing/unplacedCells.ts'
import type { Label } from '../plans/label.ts'
import { ASIDE, RECORD } from '../tally/cellEnd.ts'
import { nameInFact, type RecordBuilder, setFigure, setWord, setWrittenFigure } from '../tally/recordBuilder.ts'
import { figureOfCell } from './figureOfCell.ts'
import { type Sharer, sharersOfCell } from './sharedCells.ts'

/** Reads a cell of a figure column into the records it belongs to; what it cannot be said to belong to is reported. */
export function readFigureCell(row: Row, cell: Cell, builders: readonly RecordBuilder[]): void {
  if (cell.plan.figure === undefined) return
  const [only, another] = builders
  const takers: readonly Sharer[] = only && !another ? [{ builder: only }] : sharersOfCell(row, cell, builders)
  for (const { builder, statement } of takers) {
    const { indicator } = builder
    const label = labelFor(row, cell, indicator)
    takeFigure({ row, cell, label }, builder, figureOfCell({ row, cell, indicator, label, isShared: takers.length > 1, statement }))
  }
  if (takers.length > 0) return
  cell.fact.refused = 'unreadable'
  leaveUnread(row, cell, 'subject_ambiguous', subjectsOfBuilders(builders))
}

export const subjectsOfBuilders = (builders: readonly RecordBuilder[]): readonly string[] => builders.map(({ subject }) => subject)

/** The measure of a figure without one: its heading's or its row's, else the note's above the table, else the register's. */
function labelFor(row: Row, { plan }: Cell, indicator: Indicator | undefined): Label | undefined {
  const stated = plan.label ?? row.placedLabel
  if (stated !== undefined) return stated
  const { setting, lookups } = row.table
  const fitting = setting.noteLabels.filter(({ name }) => indicator === undefined || lookups.figures.fits(name, indicator))
  const note = fitting.length === 1 ? fitting[0] : undefined
  if (note) return note
  return indicator?.measure ? { name: indicator.measure, scale: 1, source: 'register' } : undefined
}

/** A cell of a row, and the measure of a figure in it that has none itself. */
interface LabelledCell {
  readonly row: Row
  readonly cell: Cell
  readonly label: Label | undefined
}

/** Puts what was read into a record, and into the cell's fact what the checks want to know of it. */
function takeFigure({ row, cell, label }: LabelledCell, builder: RecordBuilder, reading: FigureReading): void {
  const { plan, fact } = cell
  const field = plan.figure
  if (field === undefined) return
  fact.indicator ??= builder.subject
  nameInFact(fact, builder)
  if (label && (label.scale !== 1 || label.name !== builder.indicator?.measure || reading.refused)) fact.measure ??= label
  if (reading.quantity) fact.quantity ??= reading.quantity
  if (reading.refused) fact.refused = reading.refused
  switch (reading.kind) {
    case 'mark':
      builder.marked = true
      if (field === 'cumulative') builder.markedCell ??= cell.address
      cell.end ??= ASIDE.not_applicable
      return
    case 'error':
      builder.cells[field] ??= cell.address
      builder.filled = true
      return
    case 'unreadable':
      setFigureOf(cell, builder, field, undefined)
      return
    case 'stage':
      setFigureOf(cell, builder, field, undefined)
      if (!saysStage(row, field)) {
        if (builder.indicator?.kind === 'count' && field !== 'periodValue') fact.refused = 'unreadable'
        else cell.end = ASIDE.no_field
        return
      }
      if (reading.stage) setWord(builder, 'stage', reading.stage, cell.address)
      cell.end = RECORD
      return
    case 'figure': {
      const isWhole = field === 'target' && (plan.counts || isCountOfRate(builder.indicator, reading))
      const into = isWhole ? 'denominator' : field
      const value = reading.refused ? undefined : reading.value
      const end = setFigureOf(cell, builder, into, value)
        ? RECORD
        : endOfSecond(row, builder, { address: cell.address, field: into, value })
      // what is reported of one record of the cell is not hushed by what another took of it
      if (cell.end?.kind !== 'notRead') cell.end = end.kind === 'aside' ? (cell.end ?? end) : end
      const stage = reading.stage ?? plan.stage
      if (field === 'cumulative' && stage) setWord(builder, 'stage', stage, cell.address)
    }
  }
}

/**
 * Whether words of a stage say how far the record is: 未开工 as what is done does, and as what was done this month where no
 * column says more; 未开工 or 建成投用 in a target does not.
 */
const saysStage = ({ plans }: Row, field: NumberField): boolean =>
  field === 'cumulative' || (field === 'periodValue' && plans.every(({ figure }) => figure !== 'cumulative'))

/** Sets a figure with the cell's words, where they are more than it. */
function setFigureOf(cell: Cell, builder: RecordBuilder, field: NumberField, value: Scaled | undefined): boolean {
  const written = writtenOf(cell)
  if (written === undefined) return setFigure(builder, field, value, cell.address)
  return setWrittenFigure(builder, field, value, { cell: cell.address, written })
}

/** The cell's words, where they are more than the figure itself ("约420户", not "420"). */
const writtenOf = ({ value }: Cell): string | undefined => (typeof value === 'string' && !BARE_NUMBER.test(value) ? value : undefined)

const BARE_NUMBER = /^-?\d+(\.\d+)?$/u

const isCountOfRate = (indicator: Indicator | undefined, reading: FigureReading): boolean =>
  indicator?.measure === '%' && indicator.countMeasure !== undefined && reading.quantity?.measure !== '%' && !reading.percent
