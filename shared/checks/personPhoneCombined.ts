import type { Check } from '../finding/facts.ts'
import { narrow } from '../quantity/narrow.ts'
import { factIndex } from './lookups/factIndex.ts'
import { raise } from './lookups/raise.ts'

/**
 * PERSON_PHONE_COMBINED: a name and a telephone number share a cell. The number is not repeated in the finding.
 *
 *     cell                    finding
 *     张×× 0398-0000001        info
 *     张××                     none
 *     0398-0000001             none
 */
export const personPhoneCombined: Check = (facts) =>
  factIndex(facts).people.flatMap((fact) => {
    if (typeof fact.value !== 'string' || fact.value.length > 200) return []
    const text = narrow(fact.value)
    const both = /[\u4e00-\u9fff]/.test(text) && (text.match(/\d/g)?.length ?? 0) >= 7
    return both ? [raise('PERSON_PHONE_COMBINED', { sheet: fact.sheet, cell: fact.cell })] : []
  })
