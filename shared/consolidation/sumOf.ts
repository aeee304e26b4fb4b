import { asScaled, SCALED_LIMIT, type Scaled } from '../quantity/scaled.ts'

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

/** For sums that pass beyond what a double holds exactly, and may come back within it: 9e15 + 9e15 − 9e15. */
function exactSum(figures: readonly (number | null | undefined)[]): Scaled | null {
  let sum = 0n
  for (const figure of figures) if (figure != null) sum += BigInt(figure)
  return sum >= LIMIT || -sum >= LIMIT ? null : asScaled(Number(sum))
}

const LIMIT = BigInt(SCALED_LIMIT)
