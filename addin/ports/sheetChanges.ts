import type { CellContent } from './cellContent.ts'
import type { SheetCell } from './sheetDocument.ts'

/** A sheet of ours as it is now, with whatever people made of it. */
export interface OwnSheet {
  /** Its name, which a person may have changed. */
  readonly name: string
  /** By rows from A1 on; every row is as long as the longest. */
  readonly cells: readonly (readonly FoundCell[])[]
  /** What its writer stored with it; null where that is lost. */
  readonly memory: string | null
}

/** What a cell holds: a formula as its text ("=SUM(E4:E9)"), else its value; "" for none. */
export interface FoundCell {
  readonly held: string | number | boolean
  readonly formula: boolean
  readonly numberFormat: string
}

/**
 * Changes of single cells of a sheet of ours. Rows and columns count from 1. Everything that is not named stays as it is:
 * contents, fills, notes, widths, rows and columns that people inserted.
 */
export interface SheetChanges {
  readonly sheet: string
  /** A line that says, while the sheet is being written, that it is not finished; `after` is written last. */
  readonly note: { readonly row: number; readonly column: number; readonly meanwhile: CellContent; readonly after: CellContent }
  /** Rows that are inserted, from the bottom up, each in one step with what they hold. */
  readonly inserts: readonly RowInsert[]
  /** From the top down, by their numbers after all inserts. */
  readonly rows: readonly RowChange[]
  /** Stored before the first change and after the last. */
  readonly memory: { readonly before: string; readonly after: string }
}

/** Rows that are inserted above the row `before`, as that is numbered at that time. */
export interface RowInsert {
  readonly before: number
  readonly rows: readonly RowContents[]
  /** What the row above holds: where it holds anything else, the sheet was changed meanwhile. */
  readonly above: readonly Anchor[]
}

export interface RowChange extends RowContents {
  readonly row: number
  /** What the row holds beforehand where it is known by. */
  readonly anchors: readonly Anchor[]
  /** Rows of one name change places: they are written in one step. */
  readonly together?: string
}

/** A cell's text, by which it is known that the row is still the one that was meant. */
export interface Anchor {
  readonly column: number
  readonly text: string
}

/** What is written into a row. */
export interface RowContents {
  readonly cells: readonly CellChange[]
  /** The row is new: it gets the lines of a table, and these stretches of columns are merged. */
  readonly fresh: boolean
  readonly merges: readonly (readonly [from: number, to: number])[]
}

export interface CellChange {
  readonly column: number
  /** Undefined where the cell holds it already. */
  readonly content?: CellContent
  /** The look it gets; undefined where it has it already. */
  readonly role?: SheetCell['role']
}

/** What became of the changes. */
export interface ChangedSheet {
  readonly name: string
  /** Cells (A1) that did not take what was meant for them: they lie under a person's merge. */
  readonly untaken: readonly string[]
}
