import type { Scaled } from '../quantity/scaled.ts'
import type { Assignment, Indicator } from '../register/register.ts'
import type { IndicatorFigures, Source } from '../wire/consolidation.ts'
import type { ServerRecord } from '../wire/sync.ts'
import { type AreaFigure, figure } from './areaFigure.ts'
import type { CityFold } from './cityFold.ts'
import { knownPercent, sumOf } from './knownPercent.ts'

/**
 * One indicator of the city from the rows of record: counts are summed over areas, percentages are ratios of sums,
 * against the register's target. A row for the whole city beside county rows is `stated`: never added.
 */
export function consolidateIndicator(fold: CityFold, indicator: Indicator): IndicatorFigures {
  const assignments = fold.ofRecord.get(indicator.id) ?? []
  const { order } = fold
  const parts = assignments
    .flatMap((assignment) => assignment.areas.map((area) => ({ area, required: assignment.required, reporter: assignment.reporter })))
    .sort((a, b) => (order.get(a.area) ?? 0) - (order.get(b.area) ?? 0))
    .map((part) => ({ ...part, figure: fold.figure(indicator, part.reporter, part.area) }))
  const cumulative = sumOf(parts.map((part) => part.figure.cumulative))
  const target = indicator.target?.value ?? null
  const due = parts.some((part) => part.required) ? parts.filter((part) => part.required) : parts
  const byCounties = parts.some((part) => part.area !== indicator.area)
  return {
    indicator: indicator.id,
    measure: indicator.measure,
    target,
    cumulative,
    percent: indicator.kind === 'percent' ? rateOverAreas(parts.map((part) => part.figure)) : knownPercent(cumulative, target),
    state: due.every((part) => isThere(indicator, part.figure))
      ? 'complete'
      : parts.some((part) => isThere(indicator, part.figure))
        ? 'partial'
        : 'missing',
    stated: byCounties ? statedForCity(fold, indicator, assignments) : null,
    areas: parts.map((part) => ({
      area: part.area,
      target: part.area === indicator.area ? (target ?? part.figure.target) : part.figure.target,
      cumulative: part.figure.cumulative,
      percent:
        part.area === indicator.area && indicator.kind !== 'percent' ? knownPercent(part.figure.cumulative, target) : part.figure.percent,
      asOf: part.figure.asOf,
      sources: part.figure.rows.map(sourceOf),
    })),
  }
}

/** Whether an area has said what its indicator counts: a figure, or for milestones and narratives anything. */
function isThere(indicator: Indicator, area: AreaFigure): boolean {
  if (indicator.kind === 'count') return area.cumulative !== null
  return indicator.kind === 'percent' ? area.percent !== null || area.cumulative !== null : area.reported
}

/** Σ numerators ÷ Σ denominators; one area's own rate stands as it is; rates without denominators are never averaged. */
function rateOverAreas(areas: readonly AreaFigure[]): Scaled | null {
  const reported = areas.filter((area) => area.reported)
  const [only, ...others] = reported
  if (only && others.length === 0 && areas.length === 1) return only.percent
  if (reported.some((area) => area.cumulative === null || area.denominator === null)) return null
  return knownPercent(sumOf(reported.map((area) => area.cumulative)), sumOf(reported.map((area) => area.denominator)))
}

/** What is stated for the whole city: by the reporter of record where it did, else by the first unit of the register. */
function statedForCity(fold: CityFold, indicator: Indicator, record: readonly Assignment[]): Scaled | null {
  const byReporter = fold.index.reporters(indicator.id, indicator.area)
  if (byReporter.size === 0) return null
  const ranked = [...new Set(record.map((assignment) => assignment.reporter)), ...fold.register.units.map((unit) => unit.id)]
  for (const reporter of ranked) {
    if (!byReporter.has(reporter)) continue
    const stated = fold.figure(indicator, reporter, indicator.area)
    const value = indicator.kind === 'percent' ? stated.percent : stated.cumulative
    if (value !== null) return value
  }
  return null
}

/** A row as a figure's source: who, when, which version, and the workbook's cell. */
export function sourceOf(row: ServerRecord): Source {
  const cumulative = figure(row, 'cumulative')
  const { reporter, area, part, version, seq, by, at } = row
  const cell = cellOf(row.origin, cumulative === null ? 'statedPercent' : 'cumulative')
  return { reporter, area, part, version, seq, by, at, value: cumulative ?? figure(row, 'statedPercent'), cell }
}

/** "民生实事!E7", where the client told sheet and cell. */
function cellOf(origin: unknown, field: string): string | null {
  if (typeof origin !== 'object' || origin === null || !('cells' in origin)) return null
  const cells: unknown = origin.cells
  if (typeof cells !== 'object' || cells === null) return null
  const cell: unknown = Reflect.get(cells, field)
  const sheet: unknown = 'sheet' in origin ? origin.sheet : null
  if (typeof cell !== 'string') return null
  return typeof sheet === 'string' ? `${sheet}!${cell}` : cell
}
