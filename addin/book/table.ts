import type { Area } from '../../shared/grid/a1.ts'
import type { Criteria } from './filter.ts'

/** A column of a table; its name is what its heading cell says, where the table has headings. */
export interface TableColumn {
  readonly id: number
  readonly name: string
  /** What else a file says of it: the totals row's label and function. */
  readonly attributes: Readonly<Record<string, string>>
  /** Its formulas, as a file has them. */
  readonly inner: string
}

/** How a table looks, beyond what its cells say. */
export interface TableStyle {
  readonly name: string
  readonly bandedRows: boolean
  readonly bandedColumns: boolean
  readonly firstColumn: boolean
  readonly lastColumn: boolean
}

/** A table of a sheet. */
export interface Table {
  /** Unique in the workbook. */
  readonly id: number
  readonly name: string
  /** Heading row and totals row included. */
  readonly area: Area
  readonly hasHeader: boolean
  readonly hasTotals: boolean
  readonly hasFilter: boolean
  readonly criteria: Criteria
  readonly style: TableStyle
  readonly columns: readonly TableColumn[]
}

/** The rows between the headings and the totals. */
export const bodyOf = ({ area, hasHeader, hasTotals }: Table): Area => ({
  ...area,
  top: area.top + (hasHeader ? 1 : 0),
  bottom: area.bottom - (hasTotals ? 1 : 0),
})
