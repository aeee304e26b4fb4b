import { factIndex } from './factIndex.ts'
import type { Check } from './facts.ts'
import type { Finding } from './finding.ts'
import { placeOf, raise } from './raise.ts'
import { tableAt } from './tableAt.ts'

/**
 * AS_OF_AFTER_SUBMISSION: the as-of date lies after the sheet's own filing date.
 *
 *     as of       filled in    finding
 *     2021-05-31  2021-05-26   warning at the as-of cell, or at the line that states it
 *     2021-05-26  2021-05-26   none
 *     2021-05-31  —            none
 */
export const asOfAfterSubmission: Check = (facts) => {
  const found: Finding[] = []
  const tables = new Set<string>()
  for (const fact of factIndex(facts).dates) {
    const filled = tableAt(facts.tables, fact.row, fact.column)?.meta.fillDate
    if (fact.field !== 'as_of' || filled === undefined || fact.date?.date === undefined || fact.date.date <= filled) continue
    found.push(raise('AS_OF_AFTER_SUBMISSION', fact, { asOf: fact.date.date, filled }, { field: 'as_of' }))
  }
  for (const table of facts.tables) {
    const { asOf, fillDate, asOfCell } = table.meta
    if (asOf === undefined || fillDate === undefined || asOf <= fillDate || tables.has(table.id)) continue
    tables.add(table.id)
    const first = facts.records.find((record) => table.dataRows.includes(record.origin.row))
    const sheet = first?.origin.sheet ?? facts.cells[0]?.sheet ?? ''
    const cell = asOfCell ?? (first ? placeOf(first, 'asOf').cell : `A${table.title?.row ?? table.headerRows[0] ?? 1}`)
    found.push(raise('AS_OF_AFTER_SUBMISSION', { sheet, cell }, { asOf, filled: fillDate }))
  }
  return found
}
