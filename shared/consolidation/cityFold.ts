import type { Assignment, Indicator, Register } from '../register/register.ts'
import type { ServerRecord } from '../wire/sync.ts'
import { type AreaFigure, areaFigure } from './areaFigure.ts'
import { type RecordIndex, recordIndex } from './recordIndex.ts'

/** A period's rows laid out for the register: indexed once, each figure made once, for the fold and for every judgement. */
export interface CityFold {
  readonly register: Register
  readonly index: RecordIndex
  /** The assignments of record by subject. */
  readonly ofRecord: ReadonlyMap<string, readonly Assignment[]>
  /** Where an area stands in the register's order. */
  readonly order: ReadonlyMap<string, number>
  /** What a reporter says of an indicator for an area. */
  figure(indicator: Indicator, reporter: string, area: string): AreaFigure
}

export function cityFold(register: Register, records: readonly ServerRecord[]): CityFold {
  const index = recordIndex(records)
  const known = new Map<readonly ServerRecord[], AreaFigure>()
  return {
    register,
    index,
    ofRecord: assignmentsOfRecord(register),
    order: new Map(register.areas.map((area, position) => [area.code, position])),
    figure(indicator, reporter, area) {
      const rows = index.rows(reporter, indicator.id, area)
      if (rows.length === 0) return areaFigure(indicator, rows)
      const made = known.get(rows) ?? areaFigure(indicator, rows)
      known.set(rows, made)
      return made
    },
  }
}

function assignmentsOfRecord(register: Register): ReadonlyMap<string, readonly Assignment[]> {
  const bySubject = new Map<string, Assignment[]>()
  for (const assignment of register.assignments) {
    if (!assignment.ofRecord) continue
    const known = bySubject.get(assignment.subject)
    if (known) known.push(assignment)
    else bySubject.set(assignment.subject, [assignment])
  }
  return bySubject
}
