import { asScaled, type Scaled } from '../quantity/scaled.ts'
import type { Assignment, Indicator } from '../register/register.ts'
import { taskById } from '../register/registerIndex.ts'
import type { Disagreement, IndicatorFigures } from '../wire/consolidation.ts'
import type { AreaFigure } from './areaFigure.ts'
import { isWhole } from './cityReported.ts'
import type { CityRows } from './cityRows.ts'
import { sourceOf } from './sourceOf.ts'
import { sumOf } from './sumOf.ts'

/** One of two figures that are compared, with the rows that it was made from. */
type Side = Disagreement['ofRecord']

/** Named as the reporter where the counties' own rows are summed, or the rows of several reporters. */
export const COUNTIES = 'counties'

/**
 * Where two reporters state different figures for one thing; nothing here is rolled up, and nothing is compared with
 * what is missing or not whole.
 *
 * | of record | compared with |
 * | --- | --- |
 * | the department's row for an area | another unit's row for it: the county government, a joint lead, the coordinator |
 * | the one row for the whole city | the sum of all counties' own rows; the same reporter's own rows of all counties |
 * | the sum of all county rows | a row for the whole city, by whomever |
 */
export function disagreements(rows: CityRows, figures: readonly IndicatorFigures[]): Disagreement[] {
  const found = new Map(figures.map((one) => [one.indicator, one]))
  return rows.register.indicators.flatMap((indicator) => {
    const record = rows.ofRecord.get(indicator.id) ?? []
    return [...againstRows(rows, indicator, record), ...againstSum(rows, indicator, record, found.get(indicator.id))]
  })
}

/** Each row of record against what others state for its area, and against the sums of county rows where it is the city's. */
function againstRows(rows: CityRows, indicator: Indicator, record: readonly Assignment[]): Disagreement[] {
  return record.flatMap(({ reporter, areas }) =>
    areas.flatMap((area) => {
      const own = rowSide(rows, indicator, reporter, area)
      if (own === undefined) return []
      const sums = area === rows.register.city && indicator.kind === 'count' ? countySums(rows, indicator, reporter) : []
      return differing(indicator, area, own, [...rowsOfOthers(rows, indicator, area, reporter), ...sums])
    }),
  )
}

/** County rows of record, all of them there, against every row that is stated for the whole of the indicator's area. */
function againstSum(
  rows: CityRows,
  indicator: Indicator,
  record: readonly Assignment[],
  found: IndicatorFigures | undefined,
): Disagreement[] {
  const { area } = indicator
  if (found === undefined || !isWhole(found) || record.some(({ areas }) => areas.includes(area))) return []
  const value = figureValue(indicator, found)
  if (value === null || found.areas.length === 0) return []
  const reporters = new Set(record.map(({ reporter }) => reporter))
  const [only = COUNTIES] = reporters
  const sum = {
    reporter: reporters.size === 1 ? only : COUNTIES,
    sum: true,
    value,
    asOf: sameDay(found.areas),
    sources: found.areas.flatMap(({ sources }) => sources),
  }
  return differing(indicator, area, sum, rowsOfOthers(rows, indicator, area))
}

const differing = (indicator: Indicator, area: string, ofRecord: Side, others: readonly Side[]): Disagreement[] =>
  others
    .filter(({ value }) => value !== ofRecord.value)
    .map((other) => ({ indicator: indicator.id, area, ofRecord, other, difference: asScaled(other.value - ofRecord.value) }))

/** What units of the register state for an area, in the register's order; all but the one that is compared with them. */
function rowsOfOthers(rows: CityRows, indicator: Indicator, area: string, but?: string): Side[] {
  const there = rows.index.reporters(indicator.id, area)
  if (there.size === 0 || (there.size === 1 && but !== undefined && there.has(but))) return []
  return rows.register.units.flatMap(({ id }) => (id !== but && there.has(id) ? (rowSide(rows, indicator, id, area) ?? []) : []))
}

/** The sums of the counties' own rows and of the reporter's own county rows, each only where every county is there. */
function countySums(rows: CityRows, indicator: Indicator, reporter: string): Side[] {
  const counties = countiesOf(rows, indicator)
  const governments = counties.map((county) => ({ area: county, reporter: rows.register.units.find((unit) => unit.area === county)?.id }))
  const ownRows = counties.map((county) => ({ area: county, reporter }))
  const sums = [
    { reporter: COUNTIES, parts: sidesOf(rows, indicator, governments) },
    { reporter, parts: sidesOf(rows, indicator, ownRows) },
  ]
  return sums.flatMap(({ reporter, parts }) => {
    const value = parts && sumOf(parts.map((side) => side.value))
    return parts === undefined || value == null
      ? []
      : [{ reporter, sum: true, value, asOf: sameDay(parts), sources: parts.flatMap(({ sources }) => sources) }]
  })
}

/** The counties that a task concerns: the ones that it names, else all. */
function countiesOf({ register }: CityRows, indicator: Indicator): readonly string[] {
  const scope = taskById(register, indicator.taskId)?.countyScope
  if (scope?.kind === 'relevant' && scope.areas.length > 0) return scope.areas
  return register.areas.filter(({ level }) => level === 'county').map(({ code }) => code)
}

/** A figure for each county; undefined as soon as one lacks it. */
function sidesOf(
  rows: CityRows,
  indicator: Indicator,
  counties: readonly { readonly area: string; readonly reporter: string | undefined }[],
): readonly Side[] | undefined {
  const sides: Side[] = []
  for (const { area, reporter } of counties) {
    const side = reporter === undefined ? undefined : rowSide(rows, indicator, reporter, area)
    if (side === undefined) return undefined
    sides.push(side)
  }
  return sides
}

function rowSide(rows: CityRows, indicator: Indicator, reporter: string, area: string): Side | undefined {
  const figure = rows.figure(indicator, reporter, area)
  const value = figureValue(indicator, figure)
  return value === null
    ? undefined
    : { reporter, sum: false, value, asOf: figure.asOf, sources: figure.rows.map((row) => sourceOf(rows, indicator, row)) }
}

/** The day that all of them are as of; null where they name none, or several. */
function sameDay(parts: readonly { readonly asOf: string | null }[]): string | null {
  const days = new Set(parts.map(({ asOf }) => asOf))
  return days.size === 1 ? (parts[0]?.asOf ?? null) : null
}

const figureValue = ({ kind }: Indicator, figure: Pick<AreaFigure, 'cumulative' | 'percent'> | IndicatorFigures): Scaled | null => {
  const value = kind === 'percent' ? figure.percent : figure.cumulative
  return value === null ? null : asScaled(value)
}
