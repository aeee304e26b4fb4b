import { datesOf } from './datesOf.ts'
import type { Check } from './facts.ts'

/** DATE_SERIAL: a date read from a serial number (44342 is 2021-05-26). Info; one finding a date cell. */
export const dateSerial: Check = (facts) => datesOf(facts, 'serial', 'DATE_SERIAL')
