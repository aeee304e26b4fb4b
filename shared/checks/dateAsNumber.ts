import type { Check } from '../finding/facts.ts'
import { datesOf } from './lookups/datesOf.ts'

/** DATE_AS_NUMBER: a number such as 5.26 in a date column, read as 5月26日. Info; one finding a date cell. */
export const dateAsNumber: Check = (facts) => datesOf(facts, 'asNumber', 'DATE_AS_NUMBER')
