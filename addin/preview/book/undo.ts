import type { Style } from 'exceljs'
import type { Scalar } from './cellValue.ts'
import type { Sheet } from './sheet.ts'

/** A cell before and after a person's edit. */
interface CellImage {
  readonly row: number
  readonly column: number
  readonly content: Scalar
  readonly style: Partial<Style>
}

export interface Step {
  readonly sheet: Sheet
  readonly before: readonly CellImage[]
  readonly after: readonly CellImage[]
}

/** What a cell holds, so that it can be put back. */
export const imageOf = (sheet: Sheet, row: number, column: number): CellImage => ({
  row,
  column,
  content: sheet.formula(row, column),
  style: { ...sheet.worksheet.findCell(row, column)?.style },
})

/** Puts cells back as they were. */
export function restore(sheet: Sheet, images: readonly CellImage[]): void {
  for (const { row, column, content, style } of images) {
    const formula = typeof content === 'string' && content.startsWith('=') && style.numFmt !== '@'
    sheet.store(row, column, formula ? { kind: 'formula', formula: content.slice(1) } : { kind: 'value', value: content })
    sheet.worksheet.getCell(row, column).style = style
  }
}
