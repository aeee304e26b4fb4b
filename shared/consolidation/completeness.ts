import type { Register } from '../register/register.ts'
import type { Consolidation } from '../wire/consolidation.ts'
import { chinaDay } from './chinaDay.ts'

/** What is known of a unit's period beside its rows. */
export interface UnitPeriod {
  readonly reporter: string
  /** When the unit first marked its period complete, ISO; null while it is a draft. */
  readonly completeAt: string | null
  /** Its own soft deadline, where the coordinator gave it more time. */
  readonly softDeadline?: string
}

/** 'onTime': marked complete by the soft deadline; 'late': after it; 'waiting': not yet, still in time; 'missing': not, and too late. */
export type Timeliness = 'onTime' | 'late' | 'waiting' | 'missing'

export interface Completeness {
  readonly units: readonly { readonly reporter: string; readonly name: string; readonly state: Timeliness; readonly missing: number }[]
  /** 应报: units with a required assignment. */
  readonly due: number
  /** 已报: those that marked their period complete, in time or late. */
  readonly reported: number
  readonly onTime: number
  readonly late: number
  /** 未报: not marked complete, whether or not there is still time. */
  readonly unreported: number
}

/**
 * 应报, 已报, 按时, 逾期, 未报 from one definition: assigned units; marked complete; on time by the soft deadline, whose
 * day counts whole, in China's time. 已报 = 按时 + 逾期, 应报 = 已报 + 未报.
 */
export function completeness(
  register: Register,
  status: Consolidation['reporters'],
  periods: readonly UnitPeriod[],
  softDeadline: string,
  now: string,
): Completeness {
  const required = new Set(register.assignments.filter((assignment) => assignment.required).map((assignment) => assignment.reporter))
  const known = new Map(periods.map((period) => [period.reporter, period]))
  const missing = new Map(status.map((one) => [one.reporter, one.missing.length]))
  const units = register.units
    .filter((unit) => required.has(unit.id))
    .map((unit) => {
      const period = known.get(unit.id)
      const deadline = period?.softDeadline ?? softDeadline
      const state = timeliness(period?.completeAt ?? null, deadline, now)
      return { reporter: unit.id, name: unit.name, state, missing: missing.get(unit.id) ?? 0 }
    })
  const count = (state: Timeliness) => units.filter((unit) => unit.state === state).length
  const [onTime, late] = [count('onTime'), count('late')]
  return { units, due: units.length, reported: onTime + late, onTime, late, unreported: units.length - onTime - late }
}

function timeliness(completeAt: string | null, deadline: string, now: string): Timeliness {
  if (completeAt !== null) return chinaDay(completeAt) <= chinaDay(deadline) ? 'onTime' : 'late'
  return chinaDay(now) <= chinaDay(deadline) ? 'waiting' : 'missing'
}
