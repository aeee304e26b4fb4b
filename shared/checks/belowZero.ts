import type { Check } from '../finding/facts.ts'
import type { Finding } from '../finding/finding.ts'
import { decimalFromScaled } from '../quantity/scaled.ts'
import { placeOf, raise } from './lookups/raise.ts'

/**
 * BELOW_ZERO: a completed figure, a target or a denominator below 0. Each counts something that is there, so a minus is a
 * slip, but for a city that corrects more than it completed: then with a written reason. This period's own figure may
 * well be a correction, and says nothing by itself.
 *
 *     target  completed  this period  finding
 *     20      -3         —            error at the completed figure
 *     -20     3          —            error at the target
 *     20      0          —            none
 *     20      17         -3           none (核减)
 */
export const belowZero: Check = (facts) => {
  const found: Finding[] = []
  facts.records.forEach((record) => {
    for (const field of COUNTING) {
      const value = record.values[field]
      if (value == null || value >= 0) continue
      found.push(raise('BELOW_ZERO', placeOf(record, field), { value: decimalFromScaled(value) }, { field }))
    }
  })
  return found
}

const COUNTING = ['cumulative', 'target', 'denominator'] as const
