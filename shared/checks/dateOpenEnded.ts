import { datesOf } from './datesOf.ts'
import type { Check } from './facts.ts'

/** DATE_OPEN_ENDED: a date without an end (长期). Info; one finding a date cell. */
export const dateOpenEnded: Check = (facts) => datesOf(facts, 'openEnded', 'DATE_OPEN_ENDED')
