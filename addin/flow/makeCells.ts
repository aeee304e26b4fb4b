import { asScaled, decimalFromScaled } from '../../shared/quantity/scaled.ts'
import type { SheetCell } from '../ports/sheetDocument.ts'

type Role = SheetCell['role']

/** A text; an empty one leaves the cell blank. */
export const textCell = (value: string, role: Role = 'body'): SheetCell => ({ kind: value === '' ? 'blank' : 'text', value, role })

/** An empty cell, which has the look of its role all the same. */
export const blankCell = (role: Role = 'body'): SheetCell => ({ kind: 'blank', value: '', role })

/** A scaled figure (10⁴ times itself), exact; of a percentage the percent points. */
export const figureCell = (scaled: number, kind: 'number' | 'percent' = 'number'): SheetCell => ({
  kind,
  value: decimalFromScaled(asScaled(scaled)),
  role: 'body',
})

/** A count or a rank, which is not scaled. */
export const countCell = (value: number): SheetCell => ({ kind: 'number', value: String(value), role: 'body' })

/** A line across a whole sheet: its text in the first cell, blanks to be merged with it behind. */
export const lineCells = (value: string, role: Role, width: number): SheetCell[] => [
  textCell(value, role),
  ...Array.from({ length: width - 1 }, () => blankCell(role)),
]
