import type { Check } from '../finding/facts.ts'
import { decimalFromScaled } from '../quantity/scaled.ts'
import { CORRECTION_WORDS } from './lookups/checkWords.ts'
import { foundIn } from './lookups/foundIn.ts'
import { placeOf, raise } from './lookups/raise.ts'
import { indicatorOf, previousOf } from './lookups/truth.ts'

/**
 * DECREASED_CUMULATIVE: the cumulative figure is below the last one without a correction note.
 *
 *     last   now   note       finding
 *     520    480   —          error (can be confirmed with a reason)
 *     520    480   核减40户    none
 *     520    520   —          none
 *     —      480   —          none
 *     an indicator that falls (清零)  none
 */
export const decreasedCumulative: Check = (facts) =>
  foundIn(facts.records, (record) => {
    const now = record.values.cumulative
    if (now == null) return undefined
    const last = previousOf(facts, record)
    if (!last || now >= last.value || indicatorOf(facts, record)?.direction === 'down') return undefined
    if (CORRECTION_WORDS.pattern.test(`${record.values.remark ?? ''}${record.values.problems ?? ''}`)) return undefined
    const params = { previous: decimalFromScaled(last.value), cumulative: decimalFromScaled(now), source: last.source }
    return raise('DECREASED_CUMULATIVE', placeOf(record, 'cumulative'), params, { field: 'cumulative' })
  })
