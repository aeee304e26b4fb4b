import type { Check } from '../finding/facts.ts'
import { datesOf } from './lookups/datesOf.ts'

/** DATE_SHORT: a date without its year (5.26, 5月26日); the year is the sheet's. Info; one finding a date cell. */
export const dateShort: Check = (facts) => datesOf(facts, 'short', 'DATE_SHORT')
