import type { Check } from '../finding/facts.ts'
import { dayAhead } from './lookups/dayAhead.ts'
import { foundIn } from './lookups/foundIn.ts'
import { placeOf, raise } from './lookups/raise.ts'

/**
 * ACTUAL_AHEAD: the day on which something is said to have been completed is still to come: after today, or after the day that
 * the sheet was filled in, or where it names none, the one that it is as of. Nothing is done by such a day.
 *
 *     actual      filled in   as of       today       finding
 *     2021-06-18  –           –           2021-05-28  warning
 *     2021-05-30  2021-05-26  –           2021-06-02  warning
 *     2021-05-30  –           2021-05-26  2021-06-02  warning
 *     2021-05-30  2021-05-31  2021-05-26  2021-06-02  none (filled in after it)
 *     2021-05-26  2021-05-26  –           2021-05-26  none (the day itself)
 */
export const actualAhead: Check = (facts) =>
  foundIn(facts.records, (record) => {
    const ahead = dayAhead(facts, record)
    if (ahead === undefined) return undefined
    const { actual, after, of } = ahead
    return raise('ACTUAL_AHEAD', placeOf(record, 'actual'), { actual, [of]: after, node: record.part }, { field: 'actual' })
  })
