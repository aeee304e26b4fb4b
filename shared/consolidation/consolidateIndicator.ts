import type { Scaled } from '../quantity/scaled.ts'
import { answersFor } from '../register/answersFor.ts'
import { registeredTarget } from '../register/countyTarget.ts'
import type { Assignment, Indicator } from '../register/register.ts'
import { unitById } from '../register/registerIndex.ts'
import type { IndicatorFigures } from '../wire/consolidation.ts'
import type { AreaFigure } from './areaFigure.ts'
import type { CityRows } from './cityRows.ts'
import { countyFigures } from './countyFigures.ts'
import { knownPercent } from './knownPercent.ts'
import { reachedPercent } from './reachedPercent.ts'
import { sourceOf } from './sourceOf.ts'
import { sumOf } from './sumOf.ts'

/**
 * One indicator of the city from the rows of record: counts are summed over areas, percentages are ratios of sums,
 * against the register's target. A row for the whole city next to county rows is `stated`: never added.
 */
export function consolidateIndicator(rows: CityRows, indicator: Indicator): IndicatorFigures {
  const assignments = rows.ofRecord.get(indicator.id) ?? []
  const parts = partsOf(rows, indicator, assignments)
  const figures = parts.map(({ figure }) => figure)
  const cumulative = sumOf(figures.map((figure) => figure.cumulative))
  const target = indicator.target?.value ?? null
  const byCounties = parts.some(({ area }) => area !== indicator.area)
  return {
    indicator: indicator.id,
    measure: indicator.measure,
    target,
    cumulative,
    percent: indicator.kind === 'percent' ? rateOverAreas(figures) : reachedPercent(indicator, { cumulative, percent: null }, target),
    state: stateOf(indicator, parts),
    stated: byCounties ? statedForCity(rows, indicator, assignments) : null,
    areas: parts.map((part) => consolidatedArea(indicator, part)),
    counties: countyFigures(rows, indicator),
  }
}

/** An area of record with what its reporter states. */
interface AreaPart {
  readonly area: string
  readonly required: boolean
  readonly figure: AreaFigure
}

/** The areas of record in the register's order. */
function partsOf(rows: CityRows, indicator: Indicator, assignments: readonly Assignment[]): readonly AreaPart[] {
  return assignments
    .flatMap(({ areas, required, reporter }) => areas.map((area) => ({ area, required, figure: rows.figure(indicator, reporter, area) })))
    .sort((a, b) => (rows.order.get(a.area) ?? 0) - (rows.order.get(b.area) ?? 0))
}

/** The registered target counts: the promise's, or the county's own; where the register gives the county none, the one that it states. */
function consolidatedArea(indicator: Indicator, { area, figure }: AreaPart): IndicatorFigures['areas'][number] {
  const target = registeredTarget(indicator, area) ?? figure.target
  return {
    area,
    target,
    cumulative: figure.cumulative,
    percent: indicator.kind === 'percent' ? figure.percent : reachedPercent(indicator, figure, target),
    asOf: figure.asOf,
    sources: figure.rows.map(sourceOf),
  }
}

/** Complete as soon as every required area is there; where none is required, every area. */
function stateOf(indicator: Indicator, parts: readonly AreaPart[]): IndicatorFigures['state'] {
  const required = parts.filter((part) => part.required)
  const due = required.length > 0 ? required : parts
  if (due.every((part) => isThere(indicator, part.figure))) return 'complete'
  return parts.some((part) => isThere(indicator, part.figure)) ? 'partial' : 'missing'
}

/** Whether an area has reported what its indicator counts: a figure, or for milestones and narratives anything. */
function isThere(indicator: Indicator, area: AreaFigure): boolean {
  if (indicator.kind === 'count') return area.cumulative !== null
  return indicator.kind === 'percent' ? area.percent !== null || area.cumulative !== null : area.reported
}

/** Σ numerators ÷ Σ denominators; one area's own rate is taken as it is; rates without denominators are never averaged. */
function rateOverAreas(areas: readonly AreaFigure[]): Scaled | null {
  const reported = areas.filter((area) => area.reported)
  const [only, ...others] = reported
  if (only && others.length === 0 && areas.length === 1) return only.percent
  if (reported.some((area) => area.cumulative === null || area.denominator === null)) return null
  return knownPercent(sumOf(reported.map((area) => area.cumulative)), sumOf(reported.map((area) => area.denominator)))
}

/** What is stated for the whole city: by the reporter of record where it did, else by the first unit of the register that answers for it. */
function statedForCity(rows: CityRows, indicator: Indicator, record: readonly Assignment[]): Scaled | null {
  const byReporter = rows.index.reporters(indicator.id, indicator.area)
  if (byReporter.size === 0) return null
  const ranked = [...new Set(record.map((assignment) => assignment.reporter)), ...rows.register.units.map((unit) => unit.id)]
  for (const reporter of ranked) {
    const unit = byReporter.has(reporter) ? unitById(rows.register, reporter) : undefined
    if (!unit || !answersFor(rows.register, unit, indicator.id)) continue
    const stated = rows.figure(indicator, reporter, indicator.area)
    const value = indicator.kind === 'percent' ? stated.percent : stated.cumulative
    if (value !== null) return value
  }
  return null
}
