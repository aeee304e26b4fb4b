import type { ColumnField } from './columnFields.ts'
import type { OpenKind } from './openColumns.ts'
import type { Correction } from './reading.ts'

/**
 * What a person is asked of a table before the figures that depend on the answer are sent: which of two or three readings of
 * its columns is right. The answer is the corrections of a choice; “none of these” is the correction of columns by hand.
 */
export interface Question {
  /** The table's id. */
  readonly table: string
  readonly sheet: string
  readonly kind: OpenKind
  /** The columns in question, by Excel's number. */
  readonly columns: readonly number[]
  /** The first cell that waits. */
  readonly cell: string
  /** The cells whose figures depend on the answer: they are not sent before it. */
  readonly cells: readonly string[]
  /** The row by whose figures the choices are shown, and the words that name it. */
  readonly example: { readonly row: number; readonly name: string }
  /** The first is the reading that was taken for the time being. */
  readonly choices: readonly Choice[]
}

/** One way to read the columns. */
export interface Choice {
  /** The columns that are the target and the completed figure under it, where they differ between the choices. */
  readonly columns: readonly ChoiceColumn[]
  /** What the choice means for each column in question. */
  readonly corrections: readonly Correction[]
}

/** A column under a choice, and what it says in the example's row. */
export interface ChoiceColumn {
  readonly field: ColumnField
  /** Excel's column number. */
  readonly column: number
  readonly header: string
  /** The example row's cell ("F5") and what stands there ("163"). */
  readonly cell: string
  readonly text: string
}
