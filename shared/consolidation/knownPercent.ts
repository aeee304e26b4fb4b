import { percentOf } from '../quantity/percent.ts'
import { asScaled, SCALED_LIMIT, type Scaled } from '../quantity/scaled.ts'

/**
 * `part` ÷ `whole` in percent points, half-up to two decimals: 146 of 300 is 48.67. Null where the whole is 0 or
 * missing, or the part is missing: no ratio, and no 0 either.
 */
export function knownPercent(part: number | null | undefined, whole: number | null | undefined): Scaled | null {
  return part == null || whole == null ? null : (percentOf(asScaled(part), asScaled(whole)) ?? null)
}

/** The sum of the figures that are there; null where there is none, or where it leaves the range of a figure. */
export function sumOf(figures: readonly (number | null | undefined)[]): Scaled | null {
  let sum: number | null = null
  for (const figure of figures) {
    if (figure == null) continue
    sum = (sum ?? 0) + figure
    if (!Number.isSafeInteger(sum)) return exactSum(figures)
  }
  return sum === null || Math.abs(sum) >= SCALED_LIMIT ? null : asScaled(sum)
}

/** On the way beyond what a double holds, yet maybe back within it. */
function exactSum(figures: readonly (number | null | undefined)[]): Scaled | null {
  let sum = 0n
  for (const figure of figures) if (figure != null) sum += BigInt(figure)
  return sum >= LIMIT || -sum >= LIMIT ? null : asScaled(Number(sum))
}

const LIMIT = BigInt(SCALED_LIMIT)
