import type { Check } from '../finding/facts.ts'
import { decimalFromScaled } from '../quantity/scaled.ts'
import { factIndex } from './lookups/factIndex.ts'
import { raise } from './lookups/raise.ts'

/**
 * FULLWIDTH_DIGITS: the figure was written with full-width digits, point or percent sign.
 *
 *     cell       finding
 *     "２４．５"   info, 24.5
 *     "１４.６％"  info, 14.6
 *     "24.5"     none
 */
export const fullwidthDigits: Check = (facts) =>
  factIndex(facts).inText.flatMap((fact) =>
    fact.quantity?.fullWidth && fact.field !== 'progress_text'
      ? [
          raise(
            'FULLWIDTH_DIGITS',
            fact,
            { written: fact.quantity.raw, value: decimalFromScaled(fact.quantity.value) },
            { field: fact.field },
          ),
        ]
      : [],
  )
