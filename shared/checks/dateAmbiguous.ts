import type { Check } from '../finding/facts.ts'
import { datesOf } from './lookups/datesOf.ts'

/**
 * DATE_AMBIGUOUS: a number in a date column that can be read as two days, since a typed 5.20 becomes 5.2.
 *
 *     cell   finding
 *     5.2    warning, 5月2日 or 5月20日
 *     5.26   none (DATE_AS_NUMBER)
 *     5.4    none (5月40日 does not exist)
 */
export const dateAmbiguous: Check = (facts) => datesOf(facts, 'ambiguous', 'DATE_AMBIGUOUS')
