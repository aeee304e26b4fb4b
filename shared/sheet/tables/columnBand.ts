import type { Register } from '../../register/register.ts'
import type { SheetView } from '../view/sheetView.ts'

/** Columns of a sheet, Excel's numbers, among which headings are looked for, and the register whose words they may use. */
export interface ColumnBand {
  readonly view: SheetView
  readonly register: Register
  readonly left: number
  readonly right: number
}

/** From the first to the last of some neighbouring columns. */
export type ColumnSpan = Pick<ColumnBand, 'left' | 'right'>

/** The texts of a row within some columns, from left to right, blank cells left out. */
export function textsOf(view: SheetView, { left, right }: ColumnSpan, row: number): readonly string[] {
  const texts: string[] = []
  for (let column = left; column <= right; column++) {
    const text = view.text(row, column)
    if (text !== '') texts.push(text)
  }
  return texts
}
