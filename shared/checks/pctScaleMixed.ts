import type { CellFact, Check } from '../finding/facts.ts'
import type { Finding } from '../finding/finding.ts'
import { factIndex } from './lookups/factIndex.ts'
import { raise } from './lookups/raise.ts'
import { headingsOver, tableAt } from './lookups/tableAt.ts'

/**
 * PCT_SCALE_MIXED: number cells of one percentage column hold fractions in some rows and percent points in others. All
 * were read as points; raised once a column, at the first cell that differs from the column's first.
 *
 *     column                              finding
 *     0.4334 (0.00%), 48.67 (General)      info
 *     0.4334 (0.00%), "100%"               none (a text says its scale)
 *     0 and 48.67                          none (0 is both)
 */
export const pctScaleMixed: Check = (facts) => {
  const many = facts.tables.length > 1
  const columns = new Map<string, CellFact>()
  const found = new Map<string, Finding>()
  for (const fact of factIndex(facts).percents) {
    if (typeof fact.value !== 'number' || fact.value === 0 || !fact.quantity) continue
    const key = `${many ? tableAt(facts.tables, fact.row, fact.column)?.id : ''}|${fact.column}`
    const first = columns.get(key)
    if (!first) columns.set(key, fact)
    else if (!found.has(key) && (first.quantity?.fraction ?? false) !== (fact.quantity.fraction ?? false)) {
      found.set(
        key,
        raise(
          'PCT_SCALE_MIXED',
          { sheet: fact.sheet, cell: fact.cell },
          { other: first.cell },
          { field: 'percent', cells: [fact.cell, first.cell, ...headingsOver(facts.tables, fact.cell)] },
        ),
      )
    }
  }
  return [...found.values()]
}
