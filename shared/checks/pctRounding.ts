import type { Check } from '../finding/facts.ts'
import { raise } from './lookups/raise.ts'
import { statedPercents } from './lookups/statedPercents.ts'

/**
 * PCT_ROUNDING: a stated percentage is one unit off in its last place; half-up and half-even both pass.
 *
 *     completed  target  stated   finding
 *     146        300     48%      warning, 49 is right
 *     130        300     43.34%   warning, 43.33 is right
 *     123        280     44%      none
 */
export const pctRounding: Check = (facts) =>
  statedPercents(facts).flatMap((one) =>
    one.verdict === 'oneOff' ? [raise('PCT_ROUNDING', one.place, one.params, { field: 'statedPercent' })] : [],
  )
