import type { Check } from '../finding/facts.ts'
import { decimalFromScaled } from '../quantity/scaled.ts'
import { foundIn } from './lookups/foundIn.ts'
import { isCorrected } from './lookups/isCorrected.ts'
import { placeOf, raise } from './lookups/raise.ts'
import { indicatorOf, previousOf, storedBefore } from './lookups/truth.ts'

/**
 * DECREASED_CUMULATIVE: the cumulative figure is below the last one without a correction note.
 *
 *     last   now   note       finding
 *     520    480   —          error (can be confirmed with a reason)
 *     520    480   核减40户    none
 *     520    520   —          none
 *     —      480   —          none
 *     500 in the sheet's column, 520 stored for the last period, now 510   error (of the period)
 *     an indicator that falls (清零)  none
 */
export const decreasedCumulative: Check = (facts) =>
  foundIn(facts.records, (record) => {
    const now = record.values.cumulative
    if (now == null) return undefined
    const last = [previousOf(facts, record), storedBefore(facts, record)].find((before) => before && now < before.value)
    if (!last || indicatorOf(facts, record)?.direction === 'down' || isCorrected(record)) return undefined
    const { value, ...of } = last
    const params = { previous: decimalFromScaled(value), cumulative: decimalFromScaled(now), ...of }
    return raise('DECREASED_CUMULATIVE', placeOf(record, 'cumulative'), params, { field: 'cumulative' })
  })
