import { asScaled, type Scaled } from '../quantity/scaled.ts'
import type { Assignment, Indicator, Register } from '../register/register.ts'
import { taskById } from '../register/registerIndex.ts'
import type { Disagreement, IndicatorFigures } from '../wire/consolidation.ts'
import type { ServerRecord } from '../wire/sync.ts'
import type { AreaFigure } from './areaFigure.ts'
import { type CityFold, cityFold } from './cityFold.ts'
import { consolidateIndicator, sourceOf } from './consolidateIndicator.ts'
import { sumOf } from './knownPercent.ts'

type Side = Disagreement['ofRecord']

/** Stands for a reporter where the counties' own rows are summed, or the rows of several reporters. */
export const COUNTIES = 'counties'

/** The same of records as they come. */
export function compareReporters(register: Register, records: readonly ServerRecord[]): Disagreement[] {
  const fold = cityFold(register, records)
  return disagreements(
    fold,
    register.indicators.map((indicator) => consolidateIndicator(fold, indicator)),
  )
}

/**
 * Where two reporters state different figures for one thing; nothing here is rolled up, and nothing is compared with
 * what is missing or not whole.
 *
 * | of record | beside it |
 * | --- | --- |
 * | the department's row for an area | another unit's row for it: the county government, a joint lead, the coordinator |
 * | the one row for the whole city | the sum of all counties' own rows; the same reporter's own rows of all counties |
 * | the sum of all county rows | a row for the whole city, of whomever |
 */
export function disagreements(fold: CityFold, figures: readonly IndicatorFigures[]): Disagreement[] {
  const summed = new Map(figures.map((one) => [one.indicator, one]))
  return fold.register.indicators.flatMap((indicator) => {
    const record = fold.ofRecord.get(indicator.id) ?? []
    return [...besideRows(fold, indicator, record), ...besideSum(fold, indicator, record, summed.get(indicator.id))]
  })
}

function besideRows(fold: CityFold, indicator: Indicator, record: readonly Assignment[]): Disagreement[] {
  return record.flatMap(({ reporter, areas }) =>
    areas.flatMap((area) => {
      const own = rowSide(fold, indicator, reporter, area)
      if (own === undefined) return []
      const sums = area === fold.register.city && indicator.kind === 'count' ? countySums(fold, indicator, reporter) : []
      return differing(indicator, area, own, [...rowsOfOthers(fold, indicator, area, reporter), ...sums])
    }),
  )
}

/** County rows of record, all of them there, against every row that is stated for the whole of the indicator's area. */
function besideSum(fold: CityFold, indicator: Indicator, record: readonly Assignment[], found: IndicatorFigures | undefined) {
  const { area } = indicator
  if (found?.state !== 'complete' || record.some(({ areas }) => areas.includes(area))) return []
  const value = figureValue(indicator, found)
  const reporters = new Set(record.map(({ reporter }) => reporter))
  const [only = COUNTIES] = reporters
  if (value === null || found.areas.length === 0) return []
  const own = { reporter: reporters.size === 1 ? only : COUNTIES, sum: true, value, sources: found.areas.flatMap(({ sources }) => sources) }
  return differing(indicator, area, own, rowsOfOthers(fold, indicator, area))
}

const differing = (indicator: Indicator, area: string, ofRecord: Side, others: readonly Side[]): Disagreement[] =>
  others
    .filter(({ value }) => value !== ofRecord.value)
    .map((other) => ({ indicator: indicator.id, area, ofRecord, other, difference: asScaled(other.value - ofRecord.value) }))

/** What units of the register state for an area, in the register's order. */
function rowsOfOthers(fold: CityFold, indicator: Indicator, area: string, but?: string): Side[] {
  const there = fold.index.reporters(indicator.id, area)
  if (there.size === 0 || (there.size === 1 && but !== undefined && there.has(but))) return []
  return fold.register.units.flatMap(({ id }) => (id !== but && there.has(id) ? (rowSide(fold, indicator, id, area) ?? []) : []))
}

/** The sums of the counties' own rows and of the reporter's own county rows, each only where every county is there. */
function countySums(fold: CityFold, indicator: Indicator, reporter: string): Side[] {
  const { register } = fold
  const scope = taskById(register, indicator.taskId)?.countyScope
  const all = register.areas.filter(({ level }) => level === 'county').map(({ code }) => code)
  const counties = scope?.kind === 'relevant' && scope.areas.length > 0 ? scope.areas : all
  const government = (county: string) => register.units.find((unit) => unit.area === county)?.id
  return [sumSide(fold, indicator, COUNTIES, counties, government), sumSide(fold, indicator, reporter, counties, () => reporter)].filter(
    (side) => side !== undefined,
  )
}

function sumSide(
  fold: CityFold,
  indicator: Indicator,
  reporter: string,
  counties: readonly string[],
  of: (county: string) => string | undefined,
): Side | undefined {
  const own: Side[] = []
  for (const county of counties) {
    const unit = of(county)
    const side = unit === undefined ? undefined : rowSide(fold, indicator, unit, county)
    if (side === undefined) return undefined
    own.push(side)
  }
  const value = sumOf(own.map((side) => side.value))
  return value === null ? undefined : { reporter, sum: true, value, sources: own.flatMap(({ sources }) => sources) }
}

function rowSide(fold: CityFold, indicator: Indicator, reporter: string, area: string): Side | undefined {
  const figure = fold.figure(indicator, reporter, area)
  const value = figureValue(indicator, figure)
  return value === null ? undefined : { reporter, sum: false, value, sources: figure.rows.map(sourceOf) }
}

const figureValue = ({ kind }: Indicator, figure: Pick<AreaFigure, 'cumulative' | 'percent'> | IndicatorFigures): Scaled | null => {
  const value = kind === 'percent' ? figure.percent : figure.cumulative
  return value === null ? null : asScaled(value)
}
