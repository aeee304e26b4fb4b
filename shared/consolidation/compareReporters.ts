import { asScaled, type Scaled } from '../quantity/scaled.ts'
import type { Register } from '../register/register.ts'
import type { ServerRecord } from '../wire/sync.ts'
import { areaFigure } from './areaFigure.ts'
import { assignmentsOfRecord } from './consolidate.ts'
import { sumOf } from './knownPercent.ts'
import { recordIndex } from './recordIndex.ts'

/** Two figures for the same thing: the one of record, and what another reporter states. */
export interface Disagreement {
  readonly indicator: string
  readonly area: string
  readonly ofRecord: { readonly reporter: string; readonly value: Scaled }
  readonly other: { readonly reporter: string; readonly value: Scaled }
  /** other − ofRecord. */
  readonly difference: Scaled
}

/**
 * Where two reporters state different figures for one indicator and area (the department against a county government,
 * a joint lead), and where a row of record for the whole city differs from the sum of all counties' own rows (then the
 * other reporter is "counties"). For coordinators only; nothing here is rolled up.
 */
export function compareReporters(register: Register, records: readonly ServerRecord[]): readonly Disagreement[] {
  const index = recordIndex(records)
  const ofRecord = assignmentsOfRecord(register)
  const counties = register.areas.filter((area) => area.level === 'county').map((area) => area.code)
  const found: Disagreement[] = []
  for (const indicator of register.indicators) {
    const valueFrom = (rows: readonly ServerRecord[]): Scaled | null => {
      const figure = areaFigure(indicator, rows)
      return indicator.kind === 'percent' ? figure.percent : figure.cumulative
    }
    const compare = (area: string, own: { reporter: string; value: Scaled }, reporter: string, value: Scaled | null) => {
      if (value === null || value === own.value) return
      found.push({ indicator: indicator.id, area, ofRecord: own, other: { reporter, value }, difference: asScaled(value - own.value) })
    }
    for (const { reporter, areas } of ofRecord.get(indicator.id) ?? []) {
      for (const area of areas) {
        const value = valueFrom(index.rows(reporter, indicator.id, area))
        if (value === null) continue
        const others = index.reporters(indicator.id, area)
        for (const unit of register.units) {
          const rows = others.get(unit.id)
          if (rows && unit.id !== reporter) compare(area, { reporter, value }, unit.id, valueFrom(rows))
        }
        if (area !== register.city || indicator.kind !== 'count') continue
        const own = counties.map((county) => {
          const government = register.units.find((unit) => unit.area === county)
          return government ? valueFrom(index.rows(government.id, indicator.id, county)) : null
        })
        if (own.length > 0 && own.every((figure) => figure !== null)) compare(area, { reporter, value }, 'counties', sumOf(own))
      }
    }
  }
  return found
}
