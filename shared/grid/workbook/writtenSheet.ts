import type { CellValue } from '../grid.ts'

/** A sheet of a new workbook. */
export interface WrittenSheet {
  readonly name: string
  readonly rows: readonly (readonly (WrittenCell | null)[])[]
  /** "A1:K1" */
  readonly merges?: readonly string[]
  /** Column widths in characters. */
  readonly widths?: readonly number[]
  /** Row heights in points, by row number; the others are as high as what they hold. */
  readonly heights?: ReadonlyMap<number, number>
  readonly frozenRows?: number
}

/** A cell to be written; a null leaves it out, so that it has no frame either. */
export type WrittenCell = WrittenValue & {
  readonly look?: Look
  /** Excel's number format ("0.00%"); of a text that looks like a formula it is "@", so that it stays one when it is edited. */
  readonly format?: string
  /** With its leading "="; the value is its last result. */
  readonly formula?: string
}

/** A text is always a text, never a formula, whatever it begins with; a null is a cell that has a look alone. */
type WrittenValue =
  | { readonly text: string | null }
  /** A number, or a plain decimal that is written as it stands ("48.670000"). */
  | { readonly number: number | string }
  | { readonly flag: boolean }

/** How a cell looks; what is not said is as in a new sheet: 宋体 11, no fill, no frame. Colours are AARRGGBB. */
export interface Look {
  readonly size?: number
  readonly bold?: boolean
  readonly italic?: boolean
  readonly colour?: string
  readonly fill?: string
  /** The colour of a thin frame; 'auto' is that of the text. */
  readonly frame?: string
  readonly horizontal?: 'left' | 'center'
  readonly vertical?: 'center'
  readonly wraps?: boolean
}

/** A value of a grid as a cell without a look. */
export function writtenValue(value: CellValue): WrittenCell {
  if (typeof value === 'number') return { number: value }
  return typeof value === 'boolean' ? { flag: value } : { text: value }
}
