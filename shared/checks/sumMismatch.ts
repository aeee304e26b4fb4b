import type { Check } from '../finding/facts.ts'
import { raise } from './lookups/raise.ts'
import { sumParams, sumVerdicts } from './lookups/sumVerdicts.ts'

/**
 * SUM_MISMATCH: a stated total or subtotal differs from the sum of the rows (counties as columns: of the cells of its
 * row) that it covers. The total is withheld, the figures it is made from are not. A total may leave out functional
 * zones and the city's own row.
 *
 *     parts                total   finding
 *     7, 27, 19            53      none
 *     1520 … 2415 = 12073  12037   error, 12073
 *     145.6 (one place)    146     none (half a unit of its last place)
 *     two rows for 灵宝市, fitting with one of them   none (SUM_UNVERIFIABLE)
 *     公里 and 个 in one column   none (nothing to add)
 */
export const sumMismatch: Check = (facts) =>
  [...sumVerdicts(facts).values()].flatMap((one) =>
    one.verdict === 'differs' ? [raise('SUM_MISMATCH', one.fact, sumParams(one), { field: one.fact.field })] : [],
  )
