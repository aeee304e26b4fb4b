import type { Check } from '../finding/facts.ts'
import { daysBetween } from '../quantity/dates/calendar.ts'
import { dayAhead } from './lookups/dayAhead.ts'
import { foundIn } from './lookups/foundIn.ts'
import { placeOf, raise } from './lookups/raise.ts'
import { sheetDate } from './lookups/sheetDate.ts'
import { indicatorOf } from './lookups/truth.ts'

/**
 * MILESTONE_OVERDUE: a node's planned date has passed and it is not done, as of the sheet's date. It never holds the row
 * back. A warning; an error from 30 days.
 *
 *     planned     as of       done   finding
 *     2021-05-20  2021-05-26  no     warning, 6 days
 *     2021-04-20  2021-05-26  no     error, 36 days
 *     2021-04-20  2021-05-26  yes    none
 *     2021-04-20  2021-05-26  no     none where it has a day of completion (STATUS_CONTRADICTION)
 *     2021-04-20  2021-05-26  no     error all the same where that day is still to come (ACTUAL_AHEAD)
 *     2021-05-26  2021-05-26  no     none (the day itself is in time)
 *     5月底       2021-05-26  no     none (its last day is ahead)
 */
export const milestoneOverdue: Check = (facts) =>
  foundIn(facts.records, (record) => {
    const { planned, actual, done } = record.values
    if (planned == null) return undefined
    const indicator = indicatorOf(facts, record)
    if (done === true || (actual != null && dayAhead(facts, record) === undefined)) return undefined
    if (indicator && indicator.kind !== 'milestone' && record.part === '') return undefined
    if (record.values.cumulative != null && record.values.cumulative >= (record.values.target ?? 1)) return undefined
    const asOf = sheetDate(facts, record)
    const days = asOf === undefined ? 0 : daysBetween(planned, asOf)
    if (days <= 0 || asOf === undefined) return undefined
    return raise(
      'MILESTONE_OVERDUE',
      placeOf(record, 'planned'),
      { planned, asOf, days, node: record.part },
      { field: 'planned', severity: days >= DAYS_TO_AN_ERROR ? 'error' : 'warning' },
    )
  })

const DAYS_TO_AN_ERROR = 30
