import type { Style } from 'exceljs'
import type { Scalar } from './cellValue.ts'
import type { Sheet } from './sheet.ts'

/** A cell before and after a person's edit. */
interface CellSnapshot {
  readonly row: number
  readonly column: number
  readonly content: Scalar
  readonly style: Partial<Style>
}

/** One edit that can be undone: its cells before and after. */
export interface Step {
  readonly sheet: Sheet
  readonly before: readonly CellSnapshot[]
  readonly after: readonly CellSnapshot[]
}

/** What a cell holds, so that it can be put back. */
export const snapshotOf = (sheet: Sheet, row: number, column: number): CellSnapshot => ({
  row,
  column,
  content: sheet.formula(row, column),
  style: { ...sheet.worksheet.findCell(row, column)?.style },
})

/** Puts cells back as they were. */
export function restore(sheet: Sheet, snapshots: readonly CellSnapshot[]): void {
  for (const { row, column, content, style } of snapshots) {
    const formula = typeof content === 'string' && content.startsWith('=') && style.numFmt !== '@'
    sheet.store(row, column, formula ? { kind: 'formula', formula: content.slice(1) } : { kind: 'value', value: content })
    sheet.worksheet.getCell(row, column).style = style
  }
}
