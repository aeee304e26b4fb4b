import type { ColumnField } from './columnFields.ts'

/** What a column of figures is under one reading. */
export interface ColumnRole {
  /** Excel's column number. */
  readonly column: number
  readonly field: ColumnField
  /** Known and not stored. */
  readonly aside: boolean
}

/** All columns that differ between the readings, under one of them; the order of columns is the same in each. */
export type ColumnsReading = readonly ColumnRole[]

/**
 * Columns of which two or more readings are about as likely, and send other figures. Groups of columns with equal headings
 * (a county each) are decided together: the n-th reading of one goes with the n-th of the others, the first is the one taken.
 */
export interface OpenColumns {
  readonly kind: OpenKind
  readonly groups: readonly (readonly ColumnsReading[])[]
}

/** Which column counts, which is the target, or whether these two are exchanged. */
export type OpenKind = 'figure' | 'target' | 'exchanged'
