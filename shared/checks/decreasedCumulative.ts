import type { Check, CheckFacts } from '../finding/facts.ts'
import type { Finding } from '../finding/finding.ts'
import { decimalFromScaled } from '../quantity/scaled.ts'
import type { FigureRecord } from '../record/figureRecord.ts'
import { foundIn } from './lookups/foundIn.ts'
import { isCorrected } from './lookups/isCorrected.ts'
import { inTenThousands, moneyBefore, ROUNDED_MONEY } from './lookups/moneyBefore.ts'
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
 *
 * So is the money that was spent, beside what was stored before:
 *
 *     last 2,610万元, now 2,160万元   error
 *     last 2,610万元, now 2,609.6万元   none: rounded
 *     本月完成投资                    none
 */
export const decreasedCumulative: Check = (facts) => [...figures(facts), ...foundIn(facts.records, (record) => money(facts, record))]

function money(facts: CheckFacts, record: FigureRecord): Finding | undefined {
  const step = moneyBefore(facts, record)
  if (!step || step.now + ROUNDED_MONEY >= step.last) return undefined
  const { now, last, period } = step
  const of = { source: 'period', ...(period !== undefined && { period }) }
  const params = { previous: inTenThousands(last), cumulative: inTenThousands(now), unit: '万元', ...of }
  return raise('DECREASED_CUMULATIVE', placeOf(record, 'investDone'), params, { field: 'investDone' })
}

const figures: Check = (facts) =>
  foundIn(facts.records, (record) => {
    const now = record.values.cumulative
    if (now == null) return undefined
    const last = [previousOf(facts, record), storedBefore(facts, record)].find((before) => before && now < before.value)
    if (!last || indicatorOf(facts, record)?.direction === 'down' || isCorrected(record)) return undefined
    const { value, ...of } = last
    const params = { previous: decimalFromScaled(value), cumulative: decimalFromScaled(now), ...of }
    return raise('DECREASED_CUMULATIVE', placeOf(record, 'cumulative'), params, { field: 'cumulative' })
  })
