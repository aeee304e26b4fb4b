import { HUNDRED_PERCENT, percentOf } from '../quantity/percent.ts'
import { asScaled, type Scaled } from '../quantity/scaled.ts'

/** 0.01 percent points. */
const HUNDREDTH = 100

/**
 * `part` ÷ `whole` in percent points, half-up to two decimals: 146 of 300 is 48.67; never 100 before the whole is reached. Null where the whole is 0 or
 * missing, or the part is missing: no ratio, and no 0 either.
 */
export function knownPercent(part: number | null | undefined, whole: number | null | undefined): Scaled | null {
  if (part == null || whole == null) return null
  const percent = percentOf(asScaled(part), asScaled(whole)) ?? null
  // 99.998 % rounds to 100, and a target that is not met has not been met.
  const short = percent !== null && whole > 0 && part < whole && percent >= HUNDRED_PERCENT
  return short ? asScaled(HUNDRED_PERCENT - HUNDREDTH) : percent
}
