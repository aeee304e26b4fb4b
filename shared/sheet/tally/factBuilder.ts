import type { CellFact } from '../../finding/facts.ts'
import type { CellValue } from '../../grid/grid.ts'
import type { ColumnField } from '../../record/columnFields.ts'

/** The row of a cell: its number, and the same as a text, which ends the addresses of its cells. */
export interface FactRow {
  readonly sheet: string
  readonly number: number
  readonly name: string
}

/** The column of a cell. */
export interface FactColumn {
  readonly column: number
  readonly letter: string
  readonly field: ColumnField
}

/** A fact while its cell is read. A class, so that ten thousand facts have one shape whatever is found in their cells. */
export class FactBuilder implements CellFact {
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

  constructor(row: FactRow, column: FactColumn, value: CellValue, format: string) {
    this.sheet = row.sheet
    this.cell = column.letter + row.name
    this.row = row.number
    this.column = column.column
    this.field = column.field
    this.value = value
    this.format = format
  }
}
