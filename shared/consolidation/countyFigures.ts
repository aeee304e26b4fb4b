import { asScaled } from '../quantity/scaled.ts'
import { assignmentsOf } from '../register/assignmentsOf.ts'
import { countyTargetsOf } from '../register/countyTarget.ts'
import type { Indicator } from '../register/register.ts'
import type { IndicatorFigures } from '../wire/consolidation.ts'
import type { CityRows } from './cityRows.ts'
import { reachedPercent } from './reachedPercent.ts'

type CountyFigure = IndicatorFigures['counties'][number]

/**
 * Each county that has a registered target of its own of an indicator, with what is reported of it: by the reporter of record for
 * the county; where the city's one row is of record, by the unit that must report the county's (its government). In the
 * register's order.
 */
export function countyFigures(rows: CityRows, indicator: Indicator): CountyFigure[] {
  const given = countyTargetsOf(indicator)
  if (given.length === 0) return []
  const assignments = [...assignmentsOf(rows.register, indicator.id)].sort((a, b) => weight(b) - weight(a))
  return given
    .map(({ area, value: target }): CountyFigure => {
      const reporter = assignments.find(({ areas }) => areas.includes(area))?.reporter ?? null
      const stated = reporter === null ? { cumulative: null, percent: null, rows: [] } : rows.figure(indicator, reporter, area)
      const percent = indicator.kind === 'percent' ? stated.percent : null
      const { cumulative } = stated
      const reached = reachedPercent(indicator, { cumulative, percent }, asScaled(target))
      const states = stated.rows.map(rows.stateOf)
      const state = states[0]?.state ?? null
      return { area, target, reporter, cumulative, percent, reached, state, changed: states.some(({ changed }) => changed) }
    })
    .sort((a, b) => (rows.order.get(a.area) ?? 0) - (rows.order.get(b.area) ?? 0))
}

/** Of record before required, required before welcome. */
const weight = ({ ofRecord, required }: { readonly ofRecord: boolean; readonly required: boolean }): number =>
  (ofRecord ? 2 : 0) + (required ? 1 : 0)
