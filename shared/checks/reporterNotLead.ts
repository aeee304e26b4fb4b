import type { Check, CheckFacts } from '../finding/facts.ts'
import type { Finding } from '../finding/finding.ts'
import type { RecognizedTable } from '../record/reading.ts'
import { findUnit } from '../register/findUnit.ts'
import type { ReportingUnit } from '../register/register.ts'
import { registerIndex, unitById } from '../register/registerIndex.ts'
import { factIndex } from './lookups/factIndex.ts'
import { raise } from './lookups/raise.ts'
import { tableAt, tableOf } from './lookups/tableAt.ts'

/**
 * REPORTER_NOT_LEAD: the unit that reports the sheet is not among those that lead the row's task: as the row names them,
 * or, in a table without such a column, as the register does.
 *
 *     sheet of          row's lead units            finding
 *     市文化广电旅游局     市委宣传部、市文联            info
 *     市文化广电旅游局     市委宣传部、市文化广电旅游局   none
 *     市教育局           — (a row of 7.1)              info at the row's task
 *     a county, the coordinator   any               none (they lead nothing)
 */
export const reporterNotLead: Check = (facts) => [...againstColumn(facts), ...againstRegister(facts)]

function againstColumn(facts: CheckFacts): readonly Finding[] {
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

function againstRegister(facts: CheckFacts): readonly Finding[] {
  const open = facts.tables.filter((table) => table.columns.every((column) => column.field !== 'lead_unit'))
  if (open.length === 0) return []
  const reporters = new Map(open.map((table) => [table, reporterOf(facts, table)]))
  const { indicators, tasks } = registerIndex(facts.register)
  const found = new Map<string, Finding>()
  for (const { subject, origin } of facts.records) {
    const cell = origin.cells.subject
    if (cell === undefined || found.has(cell)) continue
    const table = tableOf(facts.tables, cell)
    const reporter = table && reporters.get(table)
    const leads = (tasks.get(indicators.get(subject)?.taskId ?? subject)?.leadUnits ?? []).map((unit) => unitOf(facts, unit))
    if (!reporter || leads.length === 0 || leads.some((unit) => unit === undefined || unit.id === reporter.id)) continue
    found.set(
      cell,
      raise('REPORTER_NOT_LEAD', { sheet: origin.sheet, cell }, { reporter: reporter.name, leads: leads.map((unit) => unit?.name ?? '') }),
    )
  }
  return [...found.values()]
}

function reporterOf(facts: CheckFacts, table: RecognizedTable | undefined): ReportingUnit | undefined {
  const signedIn = facts.context.reporter
  const stated = table?.meta.reportingUnit
  const unit = (signedIn === undefined ? undefined : unitOf(facts, signedIn)) ?? (stated === undefined ? undefined : unitOf(facts, stated))
  return unit && unit.kind !== 'county_government' && unit.kind !== 'supervision_office' ? unit : undefined
}

/** A unit by its id or by a name of it. */
const unitOf = (facts: CheckFacts, words: string): ReportingUnit | undefined =>
  unitById(facts.register, words) ?? findUnit(facts.register, words)?.unit
