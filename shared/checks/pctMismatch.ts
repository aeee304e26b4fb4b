import type { Check } from '../finding/facts.ts'
import { raise } from './lookups/raise.ts'
import { statedPercents } from './lookups/statedPercents.ts'

/**
 * PCT_MISMATCH: a stated percentage is more than one unit in its last place away from completed ÷ target (a coverage
 * rate: from the count ÷ its denominator). The percentage is withheld, the figures it is made from are not.
 *
 *     completed  target  stated    finding
 *     146        300     52%       error, 49 is right
 *     146        300     48%       none (PCT_ROUNDING)
 *     146        300     48.67%    none
 *     12.5       20      62%, 63%  none (both roundings are right)
 */
export const pctMismatch: Check = (facts) =>
  statedPercents(facts).flatMap((one) =>
    one.verdict === 'wrong' ? [raise('PCT_MISMATCH', one.place, one.params, { field: 'statedPercent' })] : [],
  )
