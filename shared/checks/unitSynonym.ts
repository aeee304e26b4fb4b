import { factIndex, registerIndex } from './factIndex.ts'
import type { Check } from './facts.ts'
import type { Finding } from './finding.ts'
import { isSynonym } from './measureFits.ts'
import { raise } from './raise.ts'

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
  const found: Finding[] = []
  const said = new Set<string>()
  for (const fact of factIndex(facts).otherMeasure) {
    const indicator = fact.indicator === undefined ? undefined : indicators.get(fact.indicator)
    const registered = indicator?.measure
    const word = fact.quantity?.measure ?? (fact.measure?.source === 'register' ? undefined : fact.measure?.name)
    if (!indicator || registered == null || word === undefined || word === registered) continue
    if (!isSynonym(facts.register, word, indicator)) continue
    const cell = fact.quantity?.measure != null ? fact.cell : (fact.measure?.at ?? fact.cell)
    if (said.has(cell)) continue
    said.add(cell)
    found.push(raise('UNIT_SYNONYM', { sheet: fact.sheet, cell }, { measure: word, registered }))
  }
  return found
}
