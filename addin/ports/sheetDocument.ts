import type { IndicatorLight } from '../../shared/wire/consolidation.ts'

/** A sheet to be written. Text never becomes a formula; numbers are decimal texts of exact figures. */
export interface SheetDocument {
  readonly name: string
  readonly rows: readonly (readonly SheetCell[])[]
  readonly merges: readonly string[]
  /** Column widths in characters. */
  readonly widths: readonly number[]
  readonly frozenRows: number
  /** Where it is meant for paper: landscape, as wide as one page, the frozen rows on each page. */
  readonly paper?: 'a3' | 'a4'
  /** Stored with the sheet and answered with it again: what its writer must know of it to change it in place. */
  readonly memory?: string
}

/** One cell of a prepared sheet: what it holds, and which part it plays in the look of the sheet. */
export interface SheetCell {
  readonly kind: 'text' | 'number' | 'percent' | 'blank'
  /** Text, or a decimal ("48.67"; for a percent in percent points). */
  readonly value: string
  /** A light's word is its value; its role gives the cell a fill as well. */
  readonly role: 'title' | 'heading' | 'note' | 'body' | 'missing' | IndicatorLight['light']
}
