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

/** Whether a cell is a percentage as it is usually written: "48.67%", or 48.67 where numbers are no fractions. */
export function isShare(value: CellValue): value is string | number {
  if (typeof value === 'number') return (value === 0 || value > 1.5) && value < 1e6 && exactScaled(value) !== undefined
  return typeof value === 'string' && value.charCodeAt(value.length - 1) === 0x25 && SHARE.test(value)
}

/** The percent points of such a cell: below a million a double's product with 10⁴ rounds to the exact figure. */
export const shareOf = (value: string | number): Scaled =>
  asScaled(Math.round((typeof value === 'number' ? value : Number(value.slice(0, -1))) * SCALE))

const SHARE = /^(?:0|[1-9]\d{0,5})(?:\.\d{1,4})?%$/
