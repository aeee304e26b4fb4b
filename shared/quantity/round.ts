import { asScaled, SCALED_LIMIT, type Scaled } from './scaled.ts'

/** Where a half in the first dropped digit goes: away from zero (四舍五入), or to the even neighbour. */
export type Rounding = 'halfUp' | 'halfEven'

/** A quotient of integers, rounded to an integer; the denominator must not be 0. */
export function divideRounded(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  const negative = numerator < 0n !== denominator < 0n
  const n = numerator < 0n ? -numerator : numerator
  const d = denominator < 0n ? -denominator : denominator
  const whole = n / d
  const rest = (n % d) * 2n
  const up = rest > d || (rest === d && (rounding === 'halfUp' || whole % 2n === 1n))
  const size = up ? whole + 1n : whole
  return negative ? -size : size
}

/** The same for numbers that are exact integers: no BigInt where none is needed. */
export function divideSafely(numerator: number, denominator: number, rounding: Rounding): number {
  if (!Number.isSafeInteger(numerator)) throw new RangeError(`not a safe integer: ${numerator}`)
  const d = Math.abs(denominator)
  const n = Math.abs(numerator)
  const rest = n % d
  const whole = (n - rest) / d
  const up = rest > d - rest || (rest === d - rest && (rounding === 'halfUp' || whole % 2 === 1))
  const size = up ? whole + 1 : whole
  return numerator < 0 !== denominator < 0 ? 0 - size : size
}

/** The figure rounded to `decimals` (0 to 4) digits after the point; one at the very limit stays as it is. */
export function roundTo(figure: Scaled, decimals: number, rounding: Rounding = 'halfUp'): Scaled {
  if (decimals >= 4) return figure
  const unit = 10 ** (4 - decimals)
  const rounded = divideSafely(figure, unit, rounding) * unit
  return Math.abs(rounded) < SCALED_LIMIT ? asScaled(rounded) : figure
}

/**
 * The figure of a decimal text times 10^`shift`, rounded half-up to the four decimals that a figure has. Undefined
 * where the text is not a plain decimal or the figure is out of range.
 */
export function roundScaled(text: string, shift = 0): Scaled | undefined {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text)
  if (!match) return undefined
  const fraction = match[3] ?? ''
  if ((match[2] ?? '') === '' && fraction === '') return undefined
  const places = 4 + shift
  const digits = `${match[2]}${fraction.slice(0, places).padEnd(places, '0')}`.replace(/^0+(?=\d)/, '')
  if (digits.length > 16) return undefined
  const value = Number(digits) + (fraction.charAt(places) >= '5' ? 1 : 0)
  return value < SCALED_LIMIT ? asScaled(match[1] === '-' ? -value : value) : undefined
}
