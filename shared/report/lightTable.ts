import { cityFigure } from '../consolidation/cityFigure.ts'
import { type Light, type LightJudgement, light, usualThresholds } from '../consolidation/light.ts'
import type { Scaled } from '../quantity/scaled.ts'
import type { Indicator, Register } from '../register/register.ts'
import type { Consolidation } from '../wire/consolidation.ts'

/** The light of one indicator of the city on a day. */
export interface LitIndicator extends LightJudgement {
  readonly indicator: Indicator
  readonly percent: Scaled | null
}

/**
 * The lights of all quantified indicators: counts and percentages with a target. `onceRed` names indicators whose light
 * of this period was red before.
 */
export function lightTable(
  register: Register,
  consolidation: Consolidation,
  on: string,
  onceRed: ReadonlySet<string> = new Set(),
): readonly LitIndicator[] {
  const found = new Map(consolidation.indicators.map((one) => [one.indicator, one]))
  const plans = new Map(register.plans?.map((plan) => [plan.indicator, plan.points]))
  return register.indicators.flatMap((indicator) => {
    if (indicator.kind !== 'count' && indicator.kind !== 'percent') return []
    const { value, percent } = cityFigure(found.get(indicator.id))
    const judged = light(
      {
        indicator,
        cumulative: value,
        percent,
        reported: value !== null || percent !== null,
        on,
        plan: plans.get(indicator.id),
        onceRed: onceRed.has(indicator.id),
      },
      register.lights ?? usualThresholds,
    )
    return judged === null ? [] : [{ ...judged, indicator, percent }]
  })
}

/** How many indicators each light has, in the order of a circular. */
export function countLights(lit: readonly LitIndicator[]): Readonly<Record<Light, number>> {
  const counts: Record<Light, number> = { blue: 0, green: 0, yellow: 0, red: 0, grey: 0 }
  for (const one of lit) counts[one.light]++
  return counts
}

export const LIGHT_NAMES: Readonly<Record<Light, string>> = { blue: '蓝灯', green: '绿灯', yellow: '黄灯', red: '红灯', grey: '灰灯' }
