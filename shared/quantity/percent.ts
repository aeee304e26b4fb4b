import { divideRounded, type Rounding, roundTo } from './round.ts'
import { asScaled, SCALED_LIMIT, type Scaled } from './scaled.ts'

/**
 * `part` of `whole` in percent points at `decimals` (0 to 4) digits after the point: 146 of 300 is 48.67 at two.
 * Undefined where the whole is 0 or the answer does not fit.
 */
export function percentOf(part: Scaled, whole: Scaled, decimals = 2, rounding: Rounding = 'halfUp'): Scaled | undefined {
  if (whole === 0) return undefined
  const units = divideRounded(BigInt(part) * 100n * 10n ** BigInt(decimals), BigInt(whole), rounding)
  const scaled = Number(units) * 10 ** (4 - decimals)
  return Math.abs(scaled) < SCALED_LIMIT ? asScaled(scaled) : undefined
}

/**
 * How a stated percentage, shown with `decimals` digits, stands to part ÷ whole. Stated and true value are both taken at
 * that precision; half-up and half-even are both right.
 *
 *     146/300 stated 48.67 (2) → right     62.5 of 100 stated 62 or 63 (0) → right
 *     146/300 stated 48 (0)    → oneOff    (true 49)
 *     146/300 stated 52 (0)    → wrong
 */
export function judgePercent(stated: Scaled, decimals: number, part: Scaled, whole: Scaled): 'right' | 'oneOff' | 'wrong' | undefined {
  const places = Math.min(Math.max(decimals, 0), 4)
  const shown = [roundTo(stated, places, 'halfUp'), roundTo(stated, places, 'halfEven')]
  const up = percentOf(part, whole, places, 'halfUp')
  const even = percentOf(part, whole, places, 'halfEven')
  if (up === undefined || even === undefined) return undefined
  if (shown.includes(up) || shown.includes(even)) return 'right'
  const unit = 10 ** (4 - places)
  const away = Math.min(...shown.flatMap((s) => [Math.abs(s - up), Math.abs(s - even)]))
  return away <= unit ? 'oneOff' : 'wrong'
}

/** The percentage that is right for part ÷ whole at the stated precision, half-up; for display beside the stated one. */
export const rightPercent = (part: Scaled, whole: Scaled, decimals: number): Scaled | undefined =>
  percentOf(part, whole, Math.min(Math.max(decimals, 0), 4))
