import type { Scaled } from '../quantity/scaled.ts'
import { answersFor } from '../register/answersFor.ts'
import type { Assignment, Indicator } from '../register/register.ts'
import { unitById } from '../register/registerIndex.ts'
import type { IndicatorFigures, Source } from '../wire/consolidation.ts'
import type { ReportedKind } from '../wire/reported.ts'
import { type AreaFigure, hasFigure } from './areaFigure.ts'
import { reportedInAll, stateOf } from './cityReported.ts'
import type { CityRows } from './cityRows.ts'
import { countyFigures } from './countyFigures.ts'
import { knownPercent } from './knownPercent.ts'
import { reachedPercent } from './reachedPercent.ts'
import { areaTarget, isDue, reportedOf } from './reported.ts'
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
  const areas = parts.map((part) => consolidatedArea(rows, indicator, part))
  const stated = byCounties ? statedForCity(rows, indicator, assignments) : undefined
  return {
    indicator: indicator.id,
    measure: indicator.measure,
    target,
    cumulative,
    percent:
      indicator.kind === 'percent' ? rateOverAreas(indicator, parts) : reachedPercent(indicator, { cumulative, percent: null }, target),
    state: stateOf(areas),
    reported: reportedInAll(areas, stated),
    stated: stated?.value ?? null,
    statedSources: stated?.sources ?? [],
    areas,
    counties: countyFigures(rows, indicator),
  }
}

/** An area of record with what its reporter states. */
interface AreaPart {
  readonly area: string
  readonly target: Scaled | null
  readonly due: boolean
  readonly reported: ReportedKind
  readonly figure: AreaFigure
}

/** The areas of record in the register's order. */
function partsOf(rows: CityRows, indicator: Indicator, assignments: readonly Assignment[]): readonly AreaPart[] {
  return assignments
    .flatMap((assignment) => assignment.areas.map((area) => partOf(rows, indicator, assignment, area)))
    .sort((a, b) => (rows.order.get(a.area) ?? 0) - (rows.order.get(b.area) ?? 0))
}

function partOf(rows: CityRows, indicator: Indicator, assignment: Assignment, area: string): AreaPart {
  const { reporter } = assignment
  return {
    area,
    target: areaTarget(rows, indicator, { reporter, area }),
    due: isDue(rows, assignment, area),
    reported: reportedOf(rows, { reporter, subject: indicator.id, area }),
    figure: rows.figure(indicator, reporter, area),
  }
}

function consolidatedArea(
  rows: CityRows,
  indicator: Indicator,
  { area, target, due, reported, figure }: AreaPart,
): IndicatorFigures['areas'][number] {
  return {
    area,
    target,
    cumulative: figure.cumulative,
    percent: indicator.kind === 'percent' ? figure.percent : reachedPercent(indicator, figure, target),
    asOf: figure.asOf,
    due,
    reported,
    sources: figure.rows.map((row) => sourceOf(rows, indicator, row)),
  }
}

/** Σ numerators ÷ Σ denominators; one area's own rate is taken as it is; rates without denominators are never averaged. An area without a figure is no part. */
function rateOverAreas({ target }: Indicator, parts: readonly AreaPart[]): Scaled | null {
  const figures = parts.map(({ figure }) => figure).filter(({ cumulative, percent }) => cumulative !== null || percent !== null)
  const [only, ...others] = figures
  if (only && others.length === 0 && parts.length === 1) return only.percent
  if (figures.some((area) => area.cumulative === null || area.denominator === null)) return null
  return knownPercent(sumOf(figures.map((area) => area.cumulative)), sumOf(figures.map((area) => area.denominator)), target?.value)
}

/** What is stated for the whole city: by the reporter of record where it did, else by the first unit of the register that answers for it. */
function statedForCity(
  rows: CityRows,
  indicator: Indicator,
  record: readonly Assignment[],
): { readonly value: Scaled | null; readonly sources: Source[] } | undefined {
  const byReporter = rows.index.reporters(indicator.id, indicator.area)
  if (byReporter.size === 0) return undefined
  // 开工146 for the whole city is no figure that counts, and not nothing
  let otherStage: { readonly value: null; readonly sources: Source[] } | undefined
  const ranked = [...new Set(record.map((assignment) => assignment.reporter)), ...rows.register.units.map((unit) => unit.id)]
  for (const reporter of ranked) {
    const unit = byReporter.has(reporter) ? unitById(rows.register, reporter) : undefined
    if (!unit || !answersFor(rows.register, unit, indicator.id)) continue
    const stated = rows.figure(indicator, reporter, indicator.area)
    const value = indicator.kind === 'percent' ? stated.percent : stated.cumulative
    const sources = stated.rows.map((row) => sourceOf(rows, indicator, row))
    if (value !== null) return { value, sources }
    otherStage ??= stated.rows.some(hasFigure) ? { value, sources } : undefined
  }
  return otherStage
}
