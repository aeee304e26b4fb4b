import { shownLight } from '../../../shared/consolidation/light.ts'
import type { Indicator, Register } from '../../../shared/register/register.ts'
import { indicatorById, unitName } from '../../../shared/register/registerIndex.ts'
import type { ConsolidatedIndicator, IndicatorLight } from '../../../shared/wire/consolidation.ts'

/** An indicator of the city with what the register says of it. */
export interface NamedIndicator {
  readonly found: ConsolidatedIndicator
  readonly indicator: Indicator
}

/**
 * The city's indicators that show a light and that a person looks for: by a part of the indicator's name, of its id (so
 * that "7.1" finds the task's), or of the name of a unit that reports it.
 */
export function filterIndicators(
  indicators: readonly ConsolidatedIndicator[],
  register: Register,
  light: IndicatorLight['light'] | null,
  search: string,
): readonly NamedIndicator[] {
  const wanted = search.trim().toLowerCase()
  const reporters = Map.groupBy(register.assignments, ({ subject }) => subject)
  return indicators.flatMap((found) => {
    const indicator = indicatorById(register, found.indicator)
    if (!indicator || (light !== null && (found.light === null || shownLight(found.light) !== light))) return []
    const names = (reporters.get(indicator.id) ?? []).map(({ reporter }) => unitName(register, reporter))
    const fits = wanted === '' || [indicator.id, indicator.name, ...names].some((name) => name.toLowerCase().includes(wanted))
    return fits ? [{ found, indicator }] : []
  })
}
