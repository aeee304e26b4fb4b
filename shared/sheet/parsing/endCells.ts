import { ASIDE, type CellEnd, FINDING } from '../tally/cellEnd.ts'
import type { Row } from './row.ts'

/**
 * Writes down how the cells of a row ended of which the checks are told: what is refused or an error, a check reports;
 * what nothing took ends as `others`.
 */
export function endCells(row: Row, others: CellEnd = ASIDE.no_record): void {
  for (const { plan, fact, end } of row.cells) {
    const reported = fact.error !== undefined || fact.refused !== undefined
    row.end(plan.column, end?.kind !== 'notRead' && reported ? FINDING : (end ?? others))
  }
}
