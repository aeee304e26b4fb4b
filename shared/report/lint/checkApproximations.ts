import type { FoundQuantity } from '../../quantity/findQuantities.ts'
import { SCALE } from '../../quantity/scaled.ts'
import { lintFinding, type ReportCheck } from './lintFinding.ts'
import { progressParts } from './progressParts.ts'

/** APPROX_EXACT: 余 or 多 after a number that is exact to its last digit: 141余, but not 140余 or 1.4万余. */
export const checkApproximations: ReportCheck = (report, { register }) =>
  progressParts(report, register).flatMap(({ place, figures }) =>
    figures.filter(isExactYetRough).map(({ quantity }) => lintFinding('APPROX_EXACT', place, quantity.raw)),
  )

function isExactYetRough({ quantity }: FoundQuantity): boolean {
  const { scale, decimals, value, approx } = quantity
  return scale === 1 && decimals === 0 && (value / SCALE) % 10 !== 0 && approx !== null && /[余多]/.test(approx)
}
