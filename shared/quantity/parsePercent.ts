import type { CellValue } from '../grid/grid.ts'
import type { ParsedQuantity } from './parsed.ts'
import { parseQuantity } from './parseQuantity.ts'
import { roundScaled, roundTo } from './round.ts'
import { asScaled, SCALE, type Scaled } from './scaled.ts'
import { decimalsOf, shortestDecimal } from './shortestDecimal.ts'

/** What is known of a percentage cell. */
export interface PercentContext {
  /** The cell's number format ("0.00%"). */
  readonly format?: string
  /** The true percentage in points, where it is known: it decides whether a bare 0.4867 is a fraction. */
  readonly expected?: Scaled | undefined
}

/**
 * A percentage in percent points. Texts name their scale ("48%", "百分之三十") or are points ("48.67"); numbers under a %
 * format are fractions; other numbers are points, unless they lie within 0–1 (or fit `expected` better as a fraction).
 * `decimals` are the digits shown: those of the format, else those written, at most four.
 */
export function parsePercent(value: CellValue, context: PercentContext = {}): ParsedQuantity | undefined {
  const parsed = parseQuantity(value)
  if (!parsed) return undefined
  if (parsed.measure === '%') return parsed
  if (parsed.measure === '‰') return { ...parsed, value: roundTo(parsed.value, 4), measure: '%' }
  if (parsed.measure !== null && parsed.measure !== '百分点' && parsed.measure !== '个百分点') return undefined
  const decimal = typeof value === 'number' ? shortestDecimal(value) : undefined
  const format = context.format ?? 'General'
  const shown = shownDecimals(format)
  const isFraction = decimal !== undefined && format.includes('%') ? true : looksLikeFraction(parsed, context.expected)
  const points = isFraction && decimal !== undefined ? roundScaled(decimal, 2) : isFraction ? hundredfold(parsed.value) : parsed.value
  if (points === undefined) return undefined
  const written = Math.max(0, decimalsOf(decimal ?? parsed.raw) - (isFraction ? 2 : 0))
  const decimals = Math.min(shown ?? written, 4)
  // A computed cell (1/3 under 0.00%) states what it shows, not its endless fraction.
  const stated = shown !== undefined && written > 4 ? roundTo(points, decimals) : points
  return { ...parsed, value: stated, decimals, measure: '%', ...(isFraction && { fraction: true }) }
}

/**
 * Up to 1 a bare number is a fraction unless it fits better as points; above (1.0571) only where it fits as a fraction.
 * Sheets mix both, even in one column, so that the number alone cannot decide.
 */
function looksLikeFraction(parsed: ParsedQuantity, expected: Scaled | undefined): boolean {
  const { value } = parsed
  if (value === 0 || Math.abs(value) > 10 * SCALE) return false
  if (expected === undefined) return value > 0 && value <= SCALE
  const asPoints = Math.abs(value - expected)
  const asFraction = Math.abs(value * 100 - expected)
  return asFraction < asPoints && (value <= SCALE || asFraction <= 2 * SCALE)
}

/** Undefined beyond a figure's range. */
const hundredfold = (value: Scaled): Scaled | undefined => (Math.abs(value) < 9e13 ? asScaled(value * 100) : undefined)

/** Digits after the point of a number format ("0.00%" 2, "0%" 0, "#,##0.0" 1); undefined for General and dates. */
export function shownDecimals(format: string): number | undefined {
  const section = format.split(';')[0] ?? ''
  const digits = /[0#?](?:\.([0#?]*))?(?:%|[^0#?]*$)/.exec(section)
  return digits ? (digits[1]?.length ?? 0) : undefined
}
