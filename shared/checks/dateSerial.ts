import type { Check } from '../finding/facts.ts'
import { datesOf } from './lookups/datesOf.ts'

/** DATE_SERIAL: a date read from a serial number (44342 is 2021-05-26). Info; one finding a date cell. */
export const dateSerial: Check = (facts) => datesOf(facts, 'serial', 'DATE_SERIAL')
