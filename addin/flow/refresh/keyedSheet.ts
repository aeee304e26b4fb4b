import type { SheetCell, SheetDocument } from '../../ports/sheetDocument.ts'

/**
 * A sheet that is written again and again in place. Its rows are known by the texts of their key cells and its columns by
 * their headings, wherever people moved, sorted or inserted them: nothing in it goes by position.
 */
export interface KeyedSheet {
  readonly name: string
  readonly title: string
  /** The line below the title: what the figures stand on. */
  readonly note: KeyedNote
  /** The sheet's columns: their headings stand once, above the first table. */
  readonly columns: readonly SheetColumn[]
  /** One below the other; the first has no title, and a column for each of the sheet's. */
  readonly tables: readonly KeyedTable[]
  readonly paper?: SheetDocument['paper']
}

export interface KeyedNote {
  readonly text: string
  /** Stands there while the sheet is not finished. */
  readonly meanwhile: string
  /** How any text of it begins, whatever its figures: it is found by that. */
  readonly begins: string
}

export interface SheetColumn {
  readonly heading: string
  /** In characters. */
  readonly width: number
}

export interface KeyedTable {
  /** Its name in what is remembered. */
  readonly name: string
  /** "" for the first table. */
  readonly title: string
  /** What it was called in sheets of earlier versions, with rows and without: found by that too, and renamed. */
  readonly formerTitles?: readonly string[]
  /** The title where the table has no rows: it says so. */
  readonly none: string
  readonly columns: readonly TableColumn[]
  readonly rows: readonly TableRow[]
  /** Written into the last column of a row that has left, in place of its figures. */
  readonly left: string
  /** Rows have an order that says something, as ranks do: without a person's own cells beside them they follow it. */
  readonly ordered?: boolean
}

/** A column of a table, over the sheet's columns `from` to `to` (numbers, from 1). */
export interface TableColumn {
  readonly heading: string
  readonly from: number
  readonly to: number
  /** `key`: the row is known by it. `name`: only names the row, and is written once. `figure`: follows the answer. */
  readonly use: 'key' | 'name' | 'figure'
}

/** A cell for each of the table's columns. */
export type TableRow = readonly SheetCell[]

/** The texts that a row is known by, as one text. */
export function rowKey({ columns }: Pick<KeyedTable, 'columns'>, textOf: (column: TableColumn, at: number) => string): string {
  return JSON.stringify(columns.flatMap((column, at) => (column.use === 'key' ? [textOf(column, at).trim()] : [])))
}

/** The texts of a key again. */
export function keyTexts(key: string): string[] {
  const texts: unknown = JSON.parse(key)
  return Array.isArray(texts) ? texts.map(String) : []
}

/** The title as it stands. */
export const tableTitle = ({ title, none, rows }: KeyedTable): string => (rows.length === 0 ? none : title)
