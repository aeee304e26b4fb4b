import type { SkippedRow } from './reading.ts'

/** Why a cell of a row that was read is known and yet in no record. */
export type AsideReason =
  /** Its column is of another stage or time, or another's target. */
  | 'column_aside'
  /** Records have no field for it (联系电话), or none that its words fill. */
  | 'no_field'
  /** Its row is about nothing that has a record. */
  | 'no_record'
  /** Its row is of an area that the register does not know. */
  | 'no_area'
  /** The record has the same figure from a cell before it. */
  | 'already_filled'
  /** It says that there is no such task (—, 不涉及). */
  | 'not_applicable'

/** Figures of a table that no record has, for one reason: of a column, or of a row that is left out. */
export interface SetAside {
  readonly reason: AsideReason | SkippedRow['reason']
  /** The first and the last of the cells ("D4", "D9"); there may be others between them. */
  readonly first: string
  readonly last: string
  readonly count: number
}
