import { type Extent, extentOf } from '../../../shared/consolidation/completeness.ts'
import type { UnitSubmission } from '../../../shared/wire/submission.ts'

/** What a line of the list of units says first: what the coordinator did, that its day is past, or what the unit says. */
export type UnitBadge =
  | { readonly tag: 'receipt'; readonly receipt: Exclude<UnitSubmission['receipt'], 'none'> }
  | { readonly tag: 'overdue'; readonly extent: Extent }
  | { readonly tag: 'said'; readonly said: UnitSubmission['said']; readonly empty: boolean }

/** Past its day is who has not said complete, or said so with nothing sent; by how much is there it is called 未报 or not. */
export function unitBadge(unit: UnitSubmission): UnitBadge {
  const { receipt, said, timeliness } = unit
  if (receipt !== 'none') return { tag: 'receipt', receipt }
  const extent = extentOf(unit)
  if (timeliness === 'missing') return { tag: 'overdue', extent }
  return { tag: 'said', said, empty: timeliness !== null && extent === 'none' }
}
