import type { Check } from '../finding/facts.ts'
import { factIndex } from './lookups/factIndex.ts'
import { raise } from './lookups/raise.ts'

/**
 * APPROX_VALUE: 约, 余, 近, 多, a range … next to a figure. A warning where the figure counts (completed, this period), an
 * info where it is context only (target, investment, carry-over).
 *
 *     cell                  finding
 *     completed "约420户"     warning
 *     completed "3-5个"       warning (the lower value is taken)
 *     invested "近3000万元"   info
 *     target "986个以上"      none (a bound is no approximation there)
 */
export const approxValue: Check = (facts) =>
  factIndex(facts).inText.flatMap((fact) => {
    const { quantity } = fact
    if (!quantity || fact.field === 'progress_text' || fact.field === 'percent') return []
    const word = quantity.approx ?? (quantity.high === undefined ? null : '～')
    if (word === null || (fact.field === 'target' && quantity.bound !== undefined)) return []
    const counts = fact.field === 'cumulative' || fact.field === 'period_value'
    return [
      raise(
        'APPROX_VALUE',
        fact,
        { written: String(fact.value).slice(0, 60), word },
        { field: fact.field, severity: counts ? 'warning' : 'info' },
      ),
    ]
  })
