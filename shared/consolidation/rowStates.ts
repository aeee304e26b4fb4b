import { recordKeyText } from '../record/figureRecord.ts'
import type { Source } from '../wire/consolidation.ts'
import type { UnitPeriod } from './completeness.ts'
import type { FoldRow } from './foldRow.ts'

/** How far the report that a row belongs to is, and whether the row was changed since. */
export type RowState = Pick<Source, 'state' | 'changed'>

/**
 * How far each row's report is, by the period of the unit that wrote it; a unit that nobody acted on has a draft. What is not
 * handed in, or signed by nobody, was changed since nothing.
 *
 * | state | changed |
 * | --- | --- |
 * | reviewed, approved | the row is not as it was when it was signed |
 * | accepted | the same, or it was written after that |
 * | else | – |
 */
export function rowStates(units: readonly UnitPeriod[]): (row: FoldRow) => RowState {
  const periods = new Map(units.map((unit) => [unit.reporter, { ...unit, changed: new Set(unit.changedRows) }]))
  return (row) => {
    const { state = 'draft', changed, acceptedAt = null } = periods.get(row.reporter) ?? {}
    const isSigned = state === 'reviewed' || state === 'approved' || state === 'accepted'
    const isLater = state === 'accepted' && acceptedAt !== null && row.at > acceptedAt
    return { state, changed: isLater || (isSigned && (changed?.has(recordKeyText(row)) ?? false)) }
  }
}
