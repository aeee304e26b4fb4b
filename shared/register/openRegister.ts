import type { Indicator, Register } from './register.ts'

/**
 * What of a register anybody may read: areas, measures, units by name, tasks and indicators as the city has published them.
 * Who reports what (assignments, moved duties), what counties are given of a target, and plans stay inside. A register
 * holds no persons and no accounts.
 */
export function openRegister({ succeeds: _, plans: __, ...register }: Register): Register {
  return { ...register, assignments: [], indicators: register.indicators.map(withoutCountyTargets) }
}

const withoutCountyTargets = ({ countyTargets: _, ...indicator }: Indicator): Indicator => indicator
