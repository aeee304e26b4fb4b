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
}

export interface SheetCell {
  readonly kind: 'text' | 'number' | 'percent' | 'blank'
  /** Text, or a decimal ("48.67"; for a percent in percent points). */
  readonly value: string
  /** A light is told by its word; its role gives the cell a fill besides. */
  readonly role: 'title' | 'heading' | 'note' | 'body' | 'missing' | IndicatorLight['light']
}
