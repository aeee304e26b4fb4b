import type { Check } from '../finding/facts.ts'
import { raise } from './lookups/raise.ts'
import { statedPercents } from './lookups/statedPercents.ts'

/**
 * PCT_UNVERIFIABLE: the percentage rests on a figure that was rejected or is missing.
 *
 *     completed              target  stated  finding
 *     100个行政村 (rejected)   100     100%    warning
 *     blank                  100     30%     warning
 *     a total of contradictory rows, not fitting its stated figures   warning
 *     no completed column at all     none
 */
export const pctUnverifiable: Check = (facts) =>
  statedPercents(facts).flatMap((one) =>
    one.verdict === 'unverifiable' ? [raise('PCT_UNVERIFIABLE', one.place, one.params, { field: 'statedPercent' })] : [],
  )
