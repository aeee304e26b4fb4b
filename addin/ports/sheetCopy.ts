import type { CellValue } from '../../shared/grid/grid.ts'

/** A copy of a sheet, beside it: with its widths, fills, merges, formulas and notes, and with other contents in some cells. */
export interface SheetCopy {
  /** The sheet that is copied; nothing of it is changed. */
  readonly sheet: string
  /** The name that the copy is to have; the next that is free, where it is taken. */
  readonly name: string
  /** No cell of them holds a formula. */
  readonly cells: readonly CopiedCell[]
}

/** What a cell of the copy holds in place of what it has from the original. */
export interface CopiedCell {
  /** "E7" */
  readonly cell: string
  /** Null empties it. */
  readonly value: CellValue
  /** Its number format where that is another than the original's: a number under "@" would be a text. */
  readonly numberFormat?: string
}
