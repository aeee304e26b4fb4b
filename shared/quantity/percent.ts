import { divideRounded, divideSafely, type Rounding, roundTo } from './round.ts'
import { asScaled, SCALED_LIMIT, type Scaled } from './scaled.ts'

/** In percent points, as all percentages are. */
export const HUNDRED_PERCENT = asScaled(1_000_000)

/**
 * `part` of `whole` in percent points at `decimals` (0 to 4) digits after the point: 146 of 300 is 48.67 at two.
 * Undefined where the whole is 0 or the answer does not fit.
 */
export function percentOf(part: Scaled, whole: Scaled, decimals = 2, rounding: Rounding = 'halfUp'): Scaled | undefined {
  if (whole === 0) return undefined
  const numerator = part * 100 * 10 ** decimals
  const units = Number.isSafeInteger(numerator)
    ? divideSafely(numerator, whole, rounding)
    : Number(divideRounded(BigInt(part) * 100n * 10n ** BigInt(decimals), BigInt(whole), rounding))
  const scaled = units * 10 ** (4 - decimals)
  return Math.abs(scaled) < SCALED_LIMIT ? asScaled(scaled) : undefined
}

/**
 * How a stated percentage, shown with `decimals` digits, compares with part ÷ whole. Stated and true value are both taken at
 * that precision; half-up and half-even are both right.
 *
 *     146/300 stated 48.67 (2) → right     62.5 of 100 stated 62 or 63 (0) → right
 *     146/300 stated 48 (0)    → oneOff    (true 49)
 *     146/300 stated 52 (0)    → wrong
 */
export function judgePercent(stated: Scaled, decimals: number, part: Scaled, whole: Scaled): 'right' | 'oneOff' | 'wrong' | undefined {
  const places = Math.min(Math.max(decimals, 0), 4)
  const up = percentOf(part, whole, places, 'halfUp')
  if (up === undefined) return undefined
  const shownUp = roundTo(stated, places, 'halfUp')
  if (shownUp === up) return 'right'
  const even = percentOf(part, whole, places, 'halfEven') ?? up
  const shownEven = roundTo(stated, places, 'halfEven')
  if (shownEven === up || shownUp === even || shownEven === even) return 'right'
  const away = Math.min(Math.abs(shownUp - up), Math.abs(shownUp - even), Math.abs(shownEven - up), Math.abs(shownEven - even))
  return away <= 10 ** (4 - places) ? 'oneOff' : 'wrong'
}

/** The percentage that is right for part ÷ whole at the stated precision, half-up; for display next to the stated one. */
export const rightPercent = (part: Scaled, whole: Scaled, decimals: number): Scaled | undefined =>
  percentOf(part, whole, Math.min(Math.max(decimals, 0), 4))
