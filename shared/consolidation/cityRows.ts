import type { Assignment, Indicator, Register } from '../register/register.ts'
import { type AreaFigure, areaFigure } from './areaFigure.ts'
import type { UnitPeriod } from './completeness.ts'
import type { FoldRow } from './foldRow.ts'
import { followMoves } from './followMoves.ts'
import { type RowIndex, rowIndex } from './rowIndex.ts'
import { type RowState, rowStates } from './rowStates.ts'

/** A period's rows arranged by the register: indexed once, each figure made once, for the sums and for every judgement. */
export interface CityRows {
  readonly register: Register
  readonly index: RowIndex
  /** The assignments of record by subject. */
  readonly ofRecord: ReadonlyMap<string, readonly Assignment[]>
  /** The position of each area in the register. */
  readonly order: ReadonlyMap<string, number>
  /** The day on which it is judged what is done, ISO; undefined where any day is believed. */
  readonly on: string | undefined
  /** How far the report that a row belongs to is. */
  stateOf(row: FoldRow): RowState
  /** What a reporter states of an indicator for an area. */
  figure(indicator: Indicator, reporter: string, area: string): AreaFigure
}

/** What is known of a period besides its rows: the day of judgement, and how far the units' reports are. */
export interface RowsOf {
  readonly on?: string
  readonly units?: readonly UnitPeriod[]
}

/** Arranges a period's rows as the server has them, in any order; withdrawn ones may be among them. */
export function cityRows(register: Register, records: readonly FoldRow[], period: string, { on, units = [] }: RowsOf = {}): CityRows {
  const index = rowIndex(followMoves(register, period, records))
  const cache = new Map<readonly FoldRow[], AreaFigure>()
  return {
    register,
    index,
    on,
    stateOf: rowStates(units),
    ofRecord: Map.groupBy(
      register.assignments.filter(({ ofRecord }) => ofRecord),
      ({ subject }) => subject,
    ),
    order: new Map(register.areas.map((area, position) => [area.code, position])),
    figure(indicator, reporter, area) {
      const rows = index.rows(reporter, indicator.id, area)
      // all that have no row share one empty list, whatever their indicator: it is no key of the cache
      if (rows.length === 0) return areaFigure(indicator, rows)
      const figure = cache.get(rows) ?? areaFigure(indicator, rows)
      cache.set(rows, figure)
      return figure
    },
  }
}
