import type { Check } from '../finding/facts.ts'
import { factIndex } from './lookups/factIndex.ts'
import { raise } from './lookups/raise.ts'

/**
 * UNIT_LEVEL_AMBIGUOUS: 市…局 in the sheet of a county-level city: that city's own bureau, or the prefecture's.
 *
 *     sheet of     cell        finding
 *     义马市        市教育局     info
 *     渑池县        县教育局     none
 *     市教育局      市教育局     none
 */
export const unitLevelAmbiguous: Check = (facts) =>
  factIndex(facts).units.flatMap((fact) => {
    if (!fact.units?.some((unit) => unit.countyBureau)) return []
    const names = (fact.units ?? []).filter((unit) => unit.countyBureau && unit.name.startsWith('市')).map((unit) => unit.name)
    return names.length === 0 ? [] : [raise('UNIT_LEVEL_AMBIGUOUS', { sheet: fact.sheet, cell: fact.cell }, { units: names })]
  })
