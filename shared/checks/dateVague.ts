import type { Check } from '../finding/facts.ts'
import { datesOf } from './lookups/datesOf.ts'

/** DATE_VAGUE: a date given as a month, a quarter or its end (5月底, 一季度); its last day is taken. Info; one finding a date cell. */
export const dateVague: Check = (facts) => datesOf(facts, 'vague', 'DATE_VAGUE')
