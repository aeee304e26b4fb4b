import type { Check, CheckFacts } from '../finding/facts.ts'
import type { Finding } from '../finding/finding.ts'
import { findUnit } from '../register/findUnit.ts'
import { unitName } from '../register/registerIndex.ts'
import { factIndex } from './lookups/factIndex.ts'
import { raise } from './lookups/raise.ts'

/**
 * UNIT_ALIAS: another name of a reporting unit; what it was read as. One finding a cell, all its names in it.
 *
 *     cell              finding
 *     市百城提质办        info
 *     市城管局、市住建局   info (市住建局)
 *     填报单位：市住建局    info at the line
 *     市交通运输局        none
 *     市残疾人联合会      none (the full form of 市残联)
 */
export const unitAlias: Check = (facts) => [
  ...inMeta(facts),
  ...factIndex(facts).units.flatMap((fact) => {
    if (!fact.units?.some((unit) => unit.byAlias)) return []
    const aliases = fact.units.filter((unit) => unit.byAlias && unit.id !== undefined)
    if (aliases.length === 0) return []
    const names = aliases.map((unit) => unitName(facts.register, unit.id ?? ''))
    return [raise('UNIT_ALIAS', { sheet: fact.sheet, cell: fact.cell }, { written: aliases.map((unit) => unit.name), units: names })]
  }),
]

/** The line above a table that names who reports it. */
function inMeta(facts: CheckFacts): readonly Finding[] {
  const sheet = facts.cells[0]?.sheet
  const found = new Map<string, Finding>()
  for (const { meta } of facts.tables) {
    const { reportingUnit: written, reportingUnitCell: cell } = meta
    if (sheet === undefined || written === undefined || cell === undefined) continue
    const read = findUnit(facts.register, written)
    if (read?.byAlias) found.set(cell, raise('UNIT_ALIAS', { sheet, cell }, { written: [written], units: [read.unit.name] }))
  }
  return [...found.values()]
}
