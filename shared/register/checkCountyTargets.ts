import { decimalFromScaled } from '../quantity/scaled.ts'
import { countyTargetsOf } from './countyTarget.ts'
import type { Assignment, Indicator, Register } from './register.ts'
import { flawsOf, type RegisterFlaw, unknownOf } from './registerFlaw.ts'
import { areaName } from './registerIndex.ts'

/**
 * What does not fit of the counties' targets: of an indicator without a figure, below zero, or of an area that is no county
 * of which anybody reports the indicator. Whether they add up is no flaw: counties may be given more than the city promised.
 */
export function checkCountyTargets(register: Register): readonly RegisterFlaw[] {
  const bySubject = Map.groupBy(register.assignments, ({ subject }) => subject)
  return register.indicators.flatMap((indicator) => ofIndicator(register, indicator, bySubject.get(indicator.id) ?? []))
}

function ofIndicator(register: Register, indicator: Indicator, assignments: readonly Assignment[]): readonly RegisterFlaw[] {
  const given = countyTargetsOf(indicator)
  if (given.length === 0) return []
  const at = `indicator ${indicator.id}`
  const known = new Set(register.areas.map(({ code }) => code))
  const counties = new Set(register.areas.filter(({ level }) => level === 'county').map(({ code }) => code))
  const answered = new Set(assignments.flatMap(({ areas }) => areas).filter((area) => counties.has(area)))
  const areas = given.map(({ area }) => area)
  const name = (area: string): string => areaName(register, area)
  const unanswered = unknownOf(
    answered,
    areas.filter((area) => known.has(area)),
  )
  const negative = given.filter(({ value }) => value < 0)
  return [
    ...flawsOf('unknownArea', at, unknownOf(known, areas)),
    ...flawsOf('countyNotAssigned', at, unanswered.map(name)),
    ...flawsOf('targetWithoutMeasure', at, indicator.measure === null ? areas.map(name) : []),
    ...flawsOf(
      'targetNegative',
      at,
      negative.map(({ area, value }) => `${name(area)} ${decimalFromScaled(value)}`),
    ),
  ]
}
