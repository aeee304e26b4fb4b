import { HUNDRED_PERCENT, percentOf } from '../quantity/percent.ts'
import { asScaled, type Scaled } from '../quantity/scaled.ts'

/** 0.01 percent points. */
const HUNDREDTH = 100

/**
 * `part` ÷ `whole` in percent points, half-up to two decimals: 146 of 300 is 48.67. Never 100 before the whole is reached, nor
 * `goal` (what a rate is to be) before the rate is that. Null where the whole is 0 or missing, or the part is missing: no ratio, and no 0 either.
 */
export function knownPercent(part: number | null | undefined, whole: number | null | undefined, goal?: Scaled | null): Scaled | null {
  if (part == null || whole == null) return null
  const percent = percentOf(asScaled(part), asScaled(whole)) ?? null
  if (percent === null || whole <= 0 || part < 0) return percent
  // 99.998 % rounds to 100 and 59.9996 % to 60, and a target that is not met has not been met.
  for (const bound of [HUNDRED_PERCENT, goal ?? HUNDRED_PERCENT]) {
    if (percent === bound && isBelow(part, whole, bound)) return asScaled(bound - HUNDREDTH)
  }
  return percent
}

/** Whether part ÷ whole, not rounded, is less than so many percent points. */
const isBelow = (part: number, whole: number, bound: Scaled): boolean =>
  BigInt(part) * BigInt(HUNDRED_PERCENT) < BigInt(whole) * BigInt(bound)
