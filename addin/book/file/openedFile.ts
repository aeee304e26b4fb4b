import type { XlsxPackage } from '../../../shared/grid/xlsx/xlsxPackage.ts'
import type { Cell } from '../cell.ts'
import type { DefinedName } from '../definedName.ts'
import type { Row, SheetContent } from '../sheetContent.ts'
import type { Styles } from './readStyles.ts'

/** A workbook's file as it was opened: what is saved is this, with what has changed since. */
export interface OpenedFile {
  readonly files: XlsxPackage
  /** The paths of its parts. */
  readonly workbook: string
  readonly stylesPath: string | undefined
  readonly styles: Styles
  /** As they were read, in the order of the tabs. */
  readonly sheets: readonly OpenedSheet[]
  readonly names: readonly DefinedName[]
  /** The number of the sheet that was shown first. */
  readonly active: number
}

/** A sheet of it. */
export interface OpenedSheet {
  readonly number: number
  readonly relationship: string
  readonly path: string
  /** Its part; '' where nothing of it is read. */
  readonly xml: string
  /** What was read of it; its rows are those of `rows`. */
  readonly content: Omit<SheetContent, 'rows'>
  readonly rows: readonly OpenedRow[]
  readonly cells: readonly OpenedCell[]
  readonly links: readonly OpenedLink[]
  /** The cells that have notes, in their order. */
  readonly notes: readonly CellPlace[]
  /** Where the part of each table is, by the table's id. */
  readonly tables: ReadonlyMap<number, string>
}

export interface CellPlace {
  readonly row: number
  readonly column: number
}

/** A row as the file has it; blanks before it count as its own. */
export interface OpenedRow {
  readonly number: number
  readonly start: number
  readonly end: number
  /** Its opening tag, and where its last cell ends. */
  readonly tag: number
  readonly tagEnd: number
  readonly cellsEnd: number
  /** How many cells it has, and the number of the first. */
  readonly count: number
  readonly first: number
  /** In how many columns: a torn file has two cells in one. */
  readonly columns: number
  readonly row: Row
}

/** A cell as the file has it; blanks before it count as its own. */
export interface OpenedCell extends CellPlace {
  readonly start: number
  readonly tag: number
  readonly end: number
  readonly cell: Cell
  /** The formula that it shares with others: by number, and whether it is the one that says it. */
  readonly shared?: { readonly number: string; readonly isMain: boolean }
}

/** A link, whose cells may be several. */
export interface OpenedLink extends CellPlace {
  readonly rows: number
  readonly columns: number
}

/** What a book was opened from; undefined where it is new. */
export const openedFile = (kept: unknown): OpenedFile | undefined => (isOpenedFile(kept) ? kept : undefined)
export const openedSheet = (kept: unknown): OpenedSheet | undefined => (isOpenedSheet(kept) ? kept : undefined)

const isOpenedFile = (kept: unknown): kept is OpenedFile => typeof kept === 'object' && kept !== null && 'workbook' in kept
const isOpenedSheet = (kept: unknown): kept is OpenedSheet => typeof kept === 'object' && kept !== null && 'relationship' in kept
