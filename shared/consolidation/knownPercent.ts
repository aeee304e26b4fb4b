import { percentOf } from '../quantity/percent.ts'
import { asScaled, type Scaled } from '../quantity/scaled.ts'

/**
 * `part` ÷ `whole` in percent points, half-up to two decimals: 146 of 300 is 48.67. Null where the whole is 0 or
 * missing, or the part is missing: no ratio, and no 0 either.
 */
export function knownPercent(part: number | null | undefined, whole: number | null | undefined): Scaled | null {
  return part == null || whole == null ? null : (percentOf(asScaled(part), asScaled(whole)) ?? null)
}
