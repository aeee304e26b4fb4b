import type { CellFact, Check } from '../finding/facts.ts'
import { address } from '../grid/a1.ts'
import { factIndex } from './lookups/factIndex.ts'
import { raise } from './lookups/raise.ts'
import { tableAt } from './lookups/tableAt.ts'

/**
 * CARRY_OVER: a column of last year's carry-over; kept out, never added to this year's cumulative. One finding a
 * column of a table, at its first figure.
 *
 *     column                 finding
 *     其中：续建 (figures)     info, with the range of its cells
 *     其中：续建 (all blank)   none
 */
export const carryOver: Check = (facts) => {
  const columns = new Map<string, CellFact[]>()
  for (const fact of factIndex(facts).carryOvers) {
    if (!fact.quantity || fact.record === undefined) continue
    const key = `${fact.sheet}|${tableAt(facts.tables, fact.row, fact.column)?.id ?? ''}|${fact.column}`
    const cells = columns.get(key)
    if (cells) cells.push(fact)
    else columns.set(key, [fact])
  }
  return [...columns.values()].flatMap((cells) => {
    const rows = cells.map((fact) => fact.row)
    const first = cells[0]
    if (!first) return []
    const range = `${address(Math.min(...rows), first.column)}:${address(Math.max(...rows), first.column)}`
    return [raise('CARRY_OVER', { sheet: first.sheet, cell: first.cell }, {}, { field: 'carry_over', cells: [range] })]
  })
}
