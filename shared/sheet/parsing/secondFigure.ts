import type { Scaled } from '../../quantity/scaled.ts'
import type { NumberField } from '../../record/columnFields.ts'
import { ASIDE, type CellEnd, NOT_READ } from '../tally/cellEnd.ts'
import type { RecordBuilder } from '../tally/recordBuilder.ts'
import type { Row } from './row.ts'

/** A cell whose figure its record has from another cell. */
interface SecondFigure {
  readonly address: string
  readonly field: NumberField
  readonly value: Scaled | undefined
}

/**
 * How a cell ends whose record has that figure already: the same figure needs no word, another one is reported with the
 * cell that was taken.
 */
export function endOfSecond(row: Row, builder: RecordBuilder, { address, field, value }: SecondFigure): CellEnd {
  const first = builder.values[field]
  const taken = builder.cells[field]
  if (first == null || taken === undefined || value === undefined || isSame(field, first, value)) return ASIDE.already_filled
  row.table.tally.addNotRead({
    cell: address,
    reason: 'figure_twice',
    taken: { cell: taken, isMoney: field === 'investPlan' || field === 'investDone' },
  })
  return NOT_READ.figure_twice
}

/** Percentages are the same where one is the other rounded: 48.67% and 48.7%. */
function isSame(field: NumberField, first: Scaled, second: Scaled): boolean {
  if (first === second || field !== 'statedPercent') return first === second
  return Math.abs(first - second) * 2 <= Math.max(lastPlace(first), lastPlace(second))
}

/** What one unit in the last place of a scaled percentage is: of 48.7 a tenth, of 48 and of 50 a whole. */
function lastPlace(value: Scaled): number {
  let unit = 1
  while (unit < POINT && value % (unit * 10) === 0) unit *= 10
  return unit
}

/** One percent point, scaled. */
const POINT = 10_000
