import { asScaled, SCALED_LIMIT, type Scaled } from '../quantity/scaled.ts'

/**
 * `part` ÷ `whole` in percent points, half-up (away from zero) to two decimals: 146 of 300 is 48.67. Null where the
 * whole is 0 or missing, or the part is missing: no ratio, and no 0 either.
 */
export function percentOf(part: number | null | undefined, whole: number | null | undefined): Scaled | null {
  if (part == null || whole == null || whole === 0) return null
  const negative = part < 0 !== whole < 0
  const above = abs(BigInt(part)) * 10_000n
  const below = abs(BigInt(whole))
  const hundredths = (2n * above + below) / (2n * below)
  const scaled = Number(hundredths) * 100
  return scaled < SCALED_LIMIT ? asScaled(negative ? -scaled : scaled) : null
}

/** The sum of the figures that are there; null where there is none, or where it leaves the range of a figure. */
export function sumOf(figures: Iterable<number | null | undefined>): Scaled | null {
  let sum: bigint | null = null
  for (const figure of figures) if (figure != null) sum = (sum ?? 0n) + BigInt(figure)
  return sum === null || abs(sum) >= BigInt(SCALED_LIMIT) ? null : asScaled(Number(sum))
}

const abs = (value: bigint): bigint => (value < 0n ? -value : value)
