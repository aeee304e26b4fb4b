import { findUnit, unitById } from '../register/findUnit.ts'
import { factIndex } from './factIndex.ts'
import type { CellFact, Check, CheckFacts } from './facts.ts'
import { raise } from './raise.ts'
import { tableAt } from './tableAt.ts'

/**
 * REPORTER_NOT_LEAD: the unit that reports the sheet is not among those that the row names as leading.
 *
 *     sheet of          row's lead units            finding
 *     市文化广电旅游局     市委宣传部、市文联            info
 *     市文化广电旅游局     市委宣传部、市文化广电旅游局   none
 *     a county, the coordinator   any               none (they lead nothing)
 */
export const reporterNotLead: Check = (facts) =>
  factIndex(facts).units.flatMap((fact) => {
    if (fact.field !== 'lead_unit') return []
    const reporter = reporterOf(facts, fact)
    const ids = (fact.units ?? []).map((unit) => unit.id)
    if (!reporter || ids.length === 0 || ids.includes(undefined) || ids.includes(reporter.id)) return []
    return [
      raise(
        'REPORTER_NOT_LEAD',
        { sheet: fact.sheet, cell: fact.cell },
        { reporter: reporter.name, leads: (fact.units ?? []).map((unit) => unit.name) },
      ),
    ]
  })

function reporterOf(facts: CheckFacts, fact: CellFact) {
  const signedIn = facts.context.reporter
  const stated = tableAt(facts.tables, fact.row, fact.column)?.meta.reportingUnit
  const unit =
    (signedIn === undefined ? undefined : (unitById(facts.register, signedIn) ?? findUnit(facts.register, signedIn)?.unit)) ??
    (stated === undefined ? undefined : findUnit(facts.register, stated)?.unit)
  return unit && unit.kind !== 'county_government' && unit.kind !== 'supervision_office' ? unit : undefined
}
