import type { Check } from '../finding/facts.ts'
import { overTargets } from './overTargetSuspect.ts'

/**
 * OVER_TARGET: above 100 % of the target, plausibly so.
 *
 *     target  now   finding
 *     140     148   info, 105.71 %
 *     140     140   none
 *     140     20 → 300 (last 20)   none (OVER_TARGET_SUSPECT)
 */
export const overTarget: Check = (facts) => overTargets(facts).filter((finding) => finding.code === 'OVER_TARGET')
