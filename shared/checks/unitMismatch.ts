import type { CellFact, Check } from '../finding/facts.ts'
import { measureFits } from '../finding/measureFits.ts'
import { columnFieldsWhere, isMoney } from '../record/columnFields.ts'
import { registerIndex } from '../register/registerIndex.ts'
import { factIndex } from './lookups/factIndex.ts'
import { foundIn } from './lookups/foundIn.ts'
import { raise } from './lookups/raise.ts'

/**
 * UNIT_MISMATCH: the figure counts another kind of thing than the indicator registers; raised at the figure, or once at
 * the label (heading, unit column) that gives the measure.
 *
 *     registered  written            finding
 *     场          100个行政村          error at the cell, noun 行政村
 *     户          label 个            error at the label
 *     个          12座               none (UNIT_SYNONYM)
 *     公里        897万元             error
 *     %           4405例 (countMeasure 例)  none
 */
export const unitMismatch: Check = (facts) => {
  const { indicators } = registerIndex(facts.register)
  const labels = new Set<string>()
  return foundIn(factIndex(facts).otherMeasure, (fact) => {
    const indicator = fact.indicator === undefined ? undefined : indicators.get(fact.indicator)
    if (!indicator || !COUNTED.has(fact.field)) return undefined
    const registered = indicator.measure ?? ''
    const word = fact.quantity?.measure
    if (word != null) {
      if (measureFits(facts.register, word, indicator)) return undefined
      const noun = nounOf(fact)
      return raise(
        'UNIT_MISMATCH',
        fact,
        { measure: word, registered, ...(noun !== '' && { noun }), written: fact.quantity?.raw ?? '' },
        { field: fact.field },
      )
    }
    const label = fact.measure
    if (!label || label.source === 'register' || label.source === 'unitNote' || fact.quantity === undefined) return undefined
    const at = label.at ?? fact.cell
    if (measureFits(facts.register, label.name, indicator) || labels.has(`${fact.sheet}!${at}`)) return undefined
    labels.add(`${fact.sheet}!${at}`)
    return raise('UNIT_MISMATCH', { sheet: fact.sheet, cell: at }, { measure: label.name, registered, label: true })
  })
}

/** What is counted, where words follow the measure: 行政村 of 100个行政村. */
const nounOf = (fact: CellFact): string => /^[\u4e00-\u9fff]{1,8}/.exec(fact.quantity?.after ?? '')?.[0] ?? ''

/** Fields whose figures are in the indicator's own measure. */
const COUNTED = columnFieldsWhere((field) => field.group === 'figure' && !isMoney(field))
