declare const scaledBrand: unique symbol

/**
 * An exact decimal figure: an integer, 10⁴ times the figure in the base measure (2.13万户 is 213,000,000).
 * |x| < 9·10¹⁵, so that a double holds it exactly. No float arithmetic after a figure has become this.
 */
export type Scaled = number & { readonly [scaledBrand]: true }

export const SCALE = 10_000
/** Figures reach to just below 9·10¹¹ in the base measure. */
export const SCALED_LIMIT = 9e15

/** Takes an integer that is already scaled; throws on anything else (a bug, not bad data). */
export function asScaled(integer: number): Scaled {
  if (!Number.isSafeInteger(integer) || Math.abs(integer) >= SCALED_LIMIT) throw new RangeError(`not a scaled figure: ${integer}`)
  return (integer === 0 ? 0 : integer) as Scaled
}

/**
 * The figure of a decimal text ("12.5", "-3", "2.13"), times 10^`shift` (4 for 万, 8 for 亿). Undefined where it does
 * not fit exactly: more than four decimals after the shift (use `roundScaled` there), or out of range.
 */
export function scaledFromDecimal(text: string, shift = 0): Scaled | undefined {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text)
  if (!match || (match[2] === '' && (match[3] ?? '') === '')) return undefined
  const fraction = (match[3] ?? '').replace(/0+$/, '')
  const places = 4 + shift
  if (fraction.length > places) return undefined
  const digits = `${match[2]}${fraction.padEnd(places, '0')}`.replace(/^0+(?=\d)/, '')
  if (digits.length > 16) return undefined
  const value = Number(digits)
  return value < SCALED_LIMIT ? asScaled(match[1] === '-' ? -value : value) : undefined
}

/** "12.5" of 125,000: exact, trailing zeros trimmed, no thousands separators. */
export function decimalFromScaled(figure: Scaled): string {
  const digits = String(Math.abs(figure)).padStart(5, '0')
  const fraction = digits.slice(-4).replace(/0+$/, '')
  return `${figure < 0 ? '-' : ''}${digits.slice(0, -4)}${fraction && `.${fraction}`}`
}

/** For display and for JSON that people read; never for further arithmetic. */
export const numberFromScaled = (figure: Scaled): number => Number(decimalFromScaled(figure))
