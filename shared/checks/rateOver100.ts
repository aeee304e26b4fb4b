import type { Check } from '../finding/facts.ts'
import { asScaled, decimalFromScaled } from '../quantity/scaled.ts'
import { foundIn } from './lookups/foundIn.ts'
import { placeOf, raise } from './lookups/raise.ts'
import { indicatorOf } from './lookups/truth.ts'

/**
 * RATE_OVER_100: a coverage rate above 100 %; accepted, since who is covered and who is counted need not be the same.
 *
 *     indicator     stated    finding
 *     筛查率         100.45    info
 *     筛查率         100       none
 *     a count       105       none (OVER_TARGET)
 */
export const rateOver100: Check = (facts) =>
  foundIn(facts.records, (record) => {
    const stated = record.values.statedPercent
    if (stated == null || stated <= HUNDRED || indicatorOf(facts, record)?.kind !== 'percent') return undefined
    return raise('RATE_OVER_100', placeOf(record, 'statedPercent'), { percent: decimalFromScaled(stated) }, { field: 'statedPercent' })
  })

const HUNDRED = asScaled(1_000_000)
