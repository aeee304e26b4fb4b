import type { Area } from '../../shared/grid/a1.ts'
import type { Cell } from './cell.ts'
import type { Chart } from './chart.ts'
import type { DefinedName } from './definedName.ts'
import type { Filter } from './filter.ts'
import type { LooseReference } from './looseReference.ts'
import type { Rule } from './rule.ts'
import type { CellStyle } from './style.ts'
import type { Table } from './table.ts'
import type { Validation } from './validation.ts'

/** A row that something is in or said of. */
export interface Row {
  /** By column, from 1. */
  readonly cells: Map<number, Cell>
  /** In points; without one the row is as tall as its texts need. */
  readonly height?: number
  readonly hidden?: boolean
  readonly style?: CellStyle
  readonly outlineLevel?: number
  /** Which of its sheet's in the file: what is not known here is found by it. */
  readonly from?: number
}

/** A column that something is said of. */
export interface Column {
  /** In characters of the default font. */
  readonly width?: number
  readonly hidden?: boolean
  readonly style?: CellStyle
  readonly outlineLevel?: number
  /** All else that a file says of it, by its own names. */
  readonly others?: Readonly<Record<string, string>>
}

/** How a sheet is printed, as far as it is known here. */
export interface PageSetup {
  readonly landscape: boolean
  /** The number that files have for a size (9 is A4). */
  readonly paperSize?: number
  /** Pages wide and high; 0 is as many as it takes. Absent where the sheet is not fitted. */
  readonly fit?: { readonly wide: number; readonly high: number }
  /** "1:3" */
  readonly titleRows?: string
  /** "A:B" */
  readonly titleColumns?: string
  /** "A1:F20", several with "&&" between. */
  readonly printArea?: string
}

/** Rows and columns that stay while the rest scrolls. */
export interface Frozen {
  readonly rows: number
  readonly columns: number
}

/** All that a sheet holds, as plain data: a copy of it is enough to go back to. Lists are replaced, never changed. */
export interface SheetContent {
  name: string
  /** A chart sheet has no cells. */
  kind: 'cells' | 'chart'
  visibility: 'visible' | 'hidden' | 'veryHidden'
  isProtected: boolean
  gridlines: boolean
  frozen: Frozen
  /** In characters; of columns that nothing is said of. */
  defaultWidth?: number
  /** By row, from 1. */
  rows: Map<number, Row>
  /** By column, from 1. */
  columns: Map<number, Column>
  merges: readonly Area[]
  /** The most important first. */
  rules: readonly Rule[]
  validations: readonly Validation[]
  tables: readonly Table[]
  charts: readonly Chart[]
  /** What the file says of this sheet's cells in ways that are not known here. */
  loose: readonly LooseReference[]
  filter?: Filter
  page: PageSetup
  /** What the reader of the file leaves for its writer. */
  readonly kept?: unknown
}

/** The same once more; what is changed in one is not in the other. */
export const copyOfContent = (content: SheetContent): SheetContent => ({
  ...content,
  rows: new Map(Array.from(content.rows, ([number, row]) => [number, { ...row, cells: new Map(row.cells) }])),
  columns: new Map(content.columns),
})

/** All that a workbook holds; see `SheetContent`. */
export interface BookContent {
  readonly date1904: boolean
  /** The place of the sheet that is shown first. */
  readonly activeTab: number
  readonly sheets: readonly { readonly number: number; readonly content: SheetContent }[]
  readonly names: readonly DefinedName[]
  /** What the reader of the file leaves for its writer. */
  readonly kept?: unknown
}

/** A sheet with nothing on it. */
export const emptySheet = (name: string): SheetContent => ({
  name,
  kind: 'cells',
  visibility: 'visible',
  isProtected: false,
  gridlines: true,
  frozen: { rows: 0, columns: 0 },
  rows: new Map(),
  columns: new Map(),
  merges: [],
  rules: [],
  validations: [],
  tables: [],
  charts: [],
  loose: [],
  page: { landscape: false },
})

/** A workbook of one empty sheet. */
export const emptyBook = (): BookContent => ({
  date1904: false,
  activeTab: 0,
  sheets: [{ number: 1, content: emptySheet('Sheet1') }],
  names: [],
})
