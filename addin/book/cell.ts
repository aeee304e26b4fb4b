import type { Scalar } from './cellValue.ts'
import { type CellStyle, type Font, NO_STYLE } from './style.ts'

/** A stretch of a text with a font of its own. */
export interface TextRun {
  readonly text: string
  readonly font?: Font
}

/** A note on a cell. */
export interface Note {
  readonly text: string
  /** Which of its sheet's in the file. */
  readonly from?: number
}

/** Where a cell's text leads. */
export interface Link {
  readonly address: string
  readonly tooltip?: string
  /** Which of its sheet's in the file. */
  readonly from?: number
}

/** One cell: a record that is replaced, never changed, so that whoever has one has what it was. */
export interface Cell {
  /** A blank is ""; of a formula its last result. */
  readonly value: Scalar
  /** Without its "=". */
  readonly formula?: string
  /** The formula has no result yet. */
  readonly isPending?: boolean
  /** The value is an error ("#N/A"), not a text that looks like one. */
  readonly isError?: boolean
  /** What the formula engine last said: a file's own result stays until that changes. */
  readonly computed?: string
  /** The fonts within the text, where it has more than the cell's own. */
  readonly runs?: readonly TextRun[]
  readonly link?: Link
  readonly note?: Note
  readonly style: CellStyle
  /** Which of its sheet's in the file, while it holds what it held there: all that is not known here is found by it. */
  readonly from?: number
}

/** A cell that holds nothing. */
export const BLANK: Cell = { value: '', style: NO_STYLE }

/** Whether a cell holds a value or a formula. */
export const holdsContent = (cell: Cell | undefined): boolean => cell !== undefined && (cell.formula !== undefined || cell.value !== '')

/** The cell without what it holds: style and note stay. */
export const emptied = ({ style, note }: Cell): Cell => ({ value: '', style, ...(note ? { note } : {}) })

/** The cell with another value or formula. A text that leads somewhere leads there still under another wording. */
export function filled(cell: Cell, content: { readonly value: Scalar } | { readonly formula: string }): Cell {
  if ('formula' in content) return { ...emptied(cell), formula: content.formula, isPending: true }
  const link = typeof content.value === 'string' && content.value !== '' ? cell.link : undefined
  return { ...emptied(cell), value: content.value, ...(link ? { link } : {}) }
}
