import type { Sheet } from '../../book/sheet.ts'
import type { CellContent } from '../../ports/cellContent.ts'

/** Puts a text or number as it is into a cell, with its format; a text never becomes a formula. A blank empties the cell. */
export function putContent(sheet: Sheet, row: number, column: number, { numberFormat, value }: CellContent): void {
  sheet.store(row, column, { kind: 'value', value })
  if (value !== '' || numberFormat !== 'General') sheet.setNumberFormat(row, column, numberFormat)
}
