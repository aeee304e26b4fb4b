import { chinaDay } from '../quantity/dates/chinaDay.ts'
import type { Register } from '../register/register.ts'
import type { Consolidation } from '../wire/consolidation.ts'

/** What is known of a unit's period besides its rows. */
export interface UnitPeriod {
  readonly reporter: string
  /** When the unit said that its report is complete, ISO; null while it is a draft, or was returned. */
  readonly completeAt: string | null
  /** The last day of its extension, where one was given before its deadline passed; ISO. */
  readonly extendedTo: string | null
}

/** 'onTime', 'late': complete by its deadline, or after it; 'waiting', 'missing': not yet, and not in time any more. */
export type Timeliness = Consolidation['reporters'][number]['timeliness']

/** Whether a unit has reported by its deadline. */
export interface UnitTimeliness {
  readonly timeliness: Timeliness
  readonly deadline: string
  readonly completeAt: string | null
}

/** The counts, and each unit of 应报 by its id. */
export interface Completeness {
  readonly counts: Consolidation['completeness']
  readonly units: ReadonlyMap<string, UnitTimeliness>
}

/**
 * 应报, 已报, 按时, 逾期, 未报 from one definition: units with a required assignment; said complete; said so by the soft
 * deadline, whose day counts whole, in China's time. 已报 = 按时 + 逾期, 应报 = 已报 + 未报. `today` is China's day.
 */
export function completeness(register: Register, periods: readonly UnitPeriod[], softDeadline: string, today: string): Completeness {
  const required = new Set(register.assignments.filter((assignment) => assignment.required).map((assignment) => assignment.reporter))
  const known = new Map(periods.map((period) => [period.reporter, period]))
  const units = new Map<string, UnitTimeliness>()
  for (const { id } of register.units) {
    if (required.has(id)) units.set(id, unitTimeliness(known.get(id), softDeadline, today))
  }
  const count = (wanted: Timeliness) => [...units.values()].filter(({ timeliness }) => timeliness === wanted).length
  const [onTime, late] = [count('onTime'), count('late')]
  return { units, counts: { due: units.size, reported: onTime + late, onTime, late, unreported: units.size - onTime - late } }
}

/** The last day on which a unit is on time: that of its extension, where it is later than the period's. */
export const ownDeadline = (extendedTo: string | null, softDeadline: string): string =>
  extendedTo !== null && extendedTo > softDeadline ? extendedTo : softDeadline

/**
 * Whether one unit has reported by its deadline: the soft one of the period, or the last day of its extension.
 *
 * | said complete | its deadline | |
 * | --- | --- | --- |
 * | by the end of its day | – | onTime |
 * | after it | – | late |
 * | no | today or later | waiting |
 * | no | passed | missing |
 */
export function unitTimeliness(unit: Omit<UnitPeriod, 'reporter'> | undefined, softDeadline: string, today: string): UnitTimeliness {
  const { completeAt = null, extendedTo = null } = unit ?? {}
  const deadline = ownDeadline(extendedTo, softDeadline)
  if (completeAt !== null) return { timeliness: chinaDay(completeAt) <= deadline ? 'onTime' : 'late', deadline, completeAt }
  return { timeliness: today <= deadline ? 'waiting' : 'missing', deadline, completeAt }
}
