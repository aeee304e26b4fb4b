import type { Check } from '../finding/facts.ts'
import { decimalFromScaled } from '../quantity/scaled.ts'
import { figureOfMonthBefore } from './lookups/earlier.ts'
import { foundIn } from './lookups/foundIn.ts'
import { isCorrected } from './lookups/isCorrected.ts'
import { isOfOtherTime } from './lookups/isOfOtherTime.ts'
import { placeOf, raise } from './lookups/raise.ts'

/**
 * PREVIOUS_MISMATCH: the sheet's 上期累计 is not what the unit reported for the month before. A column of another time (上周,
 * 去年同期) is not compared, nor is a month that was not reported.
 *
 *     sheet  stored   finding
 *     120    120      none
 *     128    120      warning
 *     128    — for April, 100 for March   none
 *     上周累计 128, stored 120              none
 */
export const previousMismatch: Check = (facts) =>
  foundIn(facts.records, (record) => {
    const { previous } = record.values
    if (previous == null || isCorrected(record)) return undefined
    const stored = figureOfMonthBefore(facts, record)
    if (stored === undefined || stored.value === previous || isOfOtherTime(facts, record, 'previous')) return undefined
    const params = { previous: decimalFromScaled(previous), stored: decimalFromScaled(stored.value), period: stored.period }
    return raise('PREVIOUS_MISMATCH', placeOf(record, 'previous'), params, { field: 'previous' })
  })
