import { type Light, shownLight } from '../../consolidation/light.ts'
import type { IndicatorLight } from '../../wire/consolidation.ts'

/** How many indicators show each light, in the order of a circular; those without a light are not counted. */
export function countLights(lights: Iterable<IndicatorLight | null>): Readonly<Record<Light, number>> {
  const counts: Record<Light, number> = { blue: 0, green: 0, yellow: 0, red: 0, grey: 0 }
  for (const one of lights) if (one !== null) counts[shownLight(one)]++
  return counts
}
