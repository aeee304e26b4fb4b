import type { CellValue } from '../grid/grid.ts'
import { asScaled, SCALE, type Scaled } from './scaled.ts'

/**
 * The figure of a number cell with at most four decimals, without making a text of it: below 10¹¹ only one such decimal
 * has this double, so that it is the one that Excel shows. Undefined for all others, which take the careful way.
 */
export function exactScaled(value: number): Scaled | undefined {
  if (!(Math.abs(value) < 1e11)) return undefined
  const scaled = Math.round(value * SCALE)
  return scaled / SCALE === value ? asScaled(scaled) : undefined
}

/**
 * Whether a cell is a percentage as it is usually written: "48.67%", or 48.67 where numbers are no fractions. Most cells of
 * a large sheet are, so that they need not be searched for words.
 */
export function isPlainPercentage(value: CellValue): value is string | number {
  if (typeof value === 'number') return (value === 0 || value > 1.5) && value < 1e6 && exactScaled(value) !== undefined
  return typeof value === 'string' && value.charCodeAt(value.length - 1) === 0x25 && PERCENTAGE.test(value)
}

/** The percent points of such a cell. */
export const pointsOf = (value: string | number): Scaled => plainScaled(typeof value === 'number' ? value : value.slice(0, -1))

/** The figure of a decimal below a million with at most four places: a double's product with 10⁴ rounds to exactly that. */
export const plainScaled = (decimal: string | number): Scaled => asScaled(Math.round(Number(decimal) * SCALE))

const PERCENTAGE = /^(?:0|[1-9]\d{0,5})(?:\.\d{1,4})?%$/
