import { findUnit, unitById } from '../register/findUnit.ts'
import type { ReportingUnit } from '../register/register.ts'
import type { RecognizedTable } from '../sheet/reading.ts'
import { factIndex } from './factIndex.ts'
import type { Check, CheckFacts } from './facts.ts'
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
export const reporterNotLead: Check = (facts) => {
  const reporters = new Map<RecognizedTable | undefined, ReportingUnit | undefined>()
  return factIndex(facts).units.flatMap((fact) => {
    if (fact.field !== 'lead_unit') return []
    const table = tableAt(facts.tables, fact.row, fact.column)
    if (!reporters.has(table)) reporters.set(table, reporterOf(facts, table))
    const reporter = reporters.get(table)
    const named = fact.units ?? []
    if (!reporter || named.length === 0 || named.some((unit) => unit.id === undefined || unit.id === reporter.id)) return []
    return [
      raise(
        'REPORTER_NOT_LEAD',
        { sheet: fact.sheet, cell: fact.cell },
        { reporter: reporter.name, leads: (fact.units ?? []).map((unit) => unit.name) },
      ),
    ]
  })
}

function reporterOf(facts: CheckFacts, table: RecognizedTable | undefined): ReportingUnit | undefined {
  const signedIn = facts.context.reporter
  const stated = table?.meta.reportingUnit
  const unit =
    (signedIn === undefined ? undefined : (unitById(facts.register, signedIn) ?? findUnit(facts.register, signedIn)?.unit)) ??
    (stated === undefined ? undefined : findUnit(facts.register, stated)?.unit)
  return unit && unit.kind !== 'county_government' && unit.kind !== 'supervision_office' ? unit : undefined
}
