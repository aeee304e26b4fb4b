import { unitById } from '../register/findUnit.ts'
import { factIndex } from './factIndex.ts'
import type { Check } from './facts.ts'
import { raise } from './raise.ts'

/**
 * UNIT_ALIAS: another name of a reporting unit; what it was read as. One finding a cell, all its names in it.
 *
 *     cell              finding
 *     市百城提质办        info
 *     市城管局、市住建局   info (市住建局)
 *     市交通运输局        none
 */
export const unitAlias: Check = (facts) =>
  factIndex(facts).units.flatMap((fact) => {
    if (!fact.units?.some((unit) => unit.byAlias)) return []
    const aliases = (fact.units ?? []).filter((unit) => unit.byAlias && unit.id !== undefined)
    if (aliases.length === 0) return []
    const names = aliases.map((unit) => unitById(facts.register, unit.id ?? '')?.name ?? unit.id ?? '')
    return [raise('UNIT_ALIAS', { sheet: fact.sheet, cell: fact.cell }, { written: aliases.map((unit) => unit.name), units: names })]
  })
