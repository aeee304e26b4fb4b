import type { CellFact } from '../../finding/facts.ts'
import type { CellValue } from '../../grid/grid.ts'
import type { ColumnField } from '../../record/columnFields.ts'

/** A fact while its cell is read. A class, so that ten thousand facts have one shape whatever is found in their cells. */
export class CellRead {
  readonly sheet: string
  readonly cell: string
  readonly row: number
  readonly column: number
  readonly field: ColumnField
  readonly value: CellValue
  readonly format: string
  record?: string
  indicator?: string
  measure?: NonNullable<CellFact['measure']>
  readScale?: number
  quantity?: NonNullable<CellFact['quantity']>
  date?: NonNullable<CellFact['date']>
  error?: string
  area?: NonNullable<CellFact['area']>
  units?: NonNullable<CellFact['units']>
  refused?: NonNullable<CellFact['refused']>

  constructor(sheet: string, cell: string, row: number, column: number, field: ColumnField, value: CellValue, format: string) {
    this.sheet = sheet
    this.cell = cell
    this.row = row
    this.column = column
    this.field = field
    this.value = value
    this.format = format
  }
}
