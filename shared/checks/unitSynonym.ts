import type { Check } from '../finding/facts.ts'
import { isSynonym } from '../finding/measureFits.ts'
import { registerIndex } from '../register/registerIndex.ts'
import { factIndex } from './lookups/factIndex.ts'
import { foundIn } from './lookups/foundIn.ts'
import { raise } from './lookups/raise.ts'

/**
 * UNIT_SYNONYM: another word for the registered measure; what it was read as.
 *
 *     registered  written   finding
 *     个          座         info
 *     公里        label 千米  info at the label, once
 *     公里        公里       none
 *     场          个         none (UNIT_MISMATCH)
 */
export const unitSynonym: Check = (facts) => {
  const { indicators } = registerIndex(facts.register)
  const reported = new Set<string>()
  return foundIn(factIndex(facts).otherMeasure, (fact) => {
    const indicator = fact.indicator === undefined ? undefined : indicators.get(fact.indicator)
    const registered = indicator?.measure
    const word = fact.quantity?.measure ?? (fact.measure?.source === 'register' ? undefined : fact.measure?.name)
    if (!indicator || registered == null || word === undefined || word === registered) return undefined
    const cell = fact.quantity?.measure != null ? fact.cell : (fact.measure?.at ?? fact.cell)
    if (reported.has(cell) || !isSynonym(facts.register, word, indicator)) return undefined
    reported.add(cell)
    return raise('UNIT_SYNONYM', { sheet: fact.sheet, cell }, { measure: word, registered })
  })
}
