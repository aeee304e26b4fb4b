import type { Check } from '../finding/facts.ts'
import { narrow } from '../quantity/narrow.ts'
import { decimalFromScaled } from '../quantity/scaled.ts'
import { factIndex } from './lookups/factIndex.ts'
import { raise } from './lookups/raise.ts'

/**
 * NUMBER_IN_TEXT: the figure was read out of a text cell.
 *
 *     cell              finding
 *     "41公里"           info, 41
 *     "15（基本完工）"     info, 15
 *     "0.36万"           info, 3600
 *     "24.5"            info (a number stored as text)
 *     "２４．５"          none (FULLWIDTH_DIGITS)
 *     "48%" in a percentage column  none
 */
export const numberInText: Check = (facts) =>
  factIndex(facts).inText.flatMap((fact) => {
    const { quantity } = fact
    if (!quantity || fact.field === 'percent' || fact.field === 'progress_text') return []
    if (quantity.fullWidth && /^[+-]?[\d.,]+$/.test(narrow(String(fact.value)).trim())) return []
    return [
      raise(
        'NUMBER_IN_TEXT',
        fact,
        { written: String(fact.value).slice(0, 60), value: decimalFromScaled(quantity.value) },
        { field: fact.field },
      ),
    ]
  })
