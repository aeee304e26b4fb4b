import type { Check } from '../finding/facts.ts'
import { datesOf } from './lookups/datesOf.ts'

/** DATE_OPEN_ENDED: a date without an end (长期). Info; one finding a date cell. */
export const dateOpenEnded: Check = (facts) => datesOf(facts, 'openEnded', 'DATE_OPEN_ENDED')
