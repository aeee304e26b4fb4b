import type { FoundCell, OwnSheet } from '../../ports/sheetChanges.ts'
import type { KeyedSheet, KeyedTable } from './keyedSheet.ts'
import type { SheetMemory } from './sheetMemory.ts'

const NOTHING: FoundCell = { held: '', formula: false, numberFormat: 'General' }
/** Rows that people may have put between a table's title and its headings. */
const TITLE_REACH = 3

/** The cell at a row and column, from 1; beyond what is used there is nothing. */
export const cellAt = ({ cells }: OwnSheet, row: number, column: number): FoundCell => cells[row - 1]?.[column - 1] ?? NOTHING

/** What it holds as a text without spaces around it. */
export const textAt = (found: OwnSheet, row: number, column: number): string => String(cellAt(found, row, column).held).trim()

/** A row that holds nothing at all. */
export const isBlankRow = ({ cells }: OwnSheet, row: number): boolean => (cells[row - 1] ?? []).every(({ held }) => held === '')

/** Where the parts of a keyed sheet are now. */
export interface FoundSheet {
  readonly headingRow: number
  /** The column, from 1, of each of the sheet's columns in their order; undefined of one that people deleted. */
  readonly columns: readonly (number | undefined)[]
  readonly tables: readonly FoundTable[]
  /** Tables that people deleted or cut out. */
  readonly missing: readonly KeyedTable[]
}

/** A table: its title and heading rows, and the rows in which its own are looked for. */
export interface FoundTable {
  readonly table: KeyedTable
  /** 0 of the first table. */
  readonly titleRow: number
  readonly headingRow: number
  readonly last: number
}

/**
 * Finds headings and tables by their texts. Undefined where the sheet cannot be recognised, its key columns are gone, or
 * it lacks a column that was never in it: then it is nobody's to be changed.
 */
export function findTables(sheet: KeyedSheet, found: OwnSheet, memory: SheetMemory): FoundSheet | undefined {
  const headingRow = findHeadings(sheet, found)
  if (headingRow === 0) return undefined
  const columns = findColumns(sheet, found, headingRow)
  const keys = sheet.tables.flatMap(({ columns: of }) => of.filter(({ use }) => use === 'key'))
  const isLost = sheet.columns.some(({ heading }, i) => columns[i] === undefined && !memory.headings.includes(heading))
  if (isLost || keys.some(({ from }) => columns[from - 1] === undefined)) return undefined
  const starts = sheet.tables.map((table) => ({ table, ...findStart(table, { sheet, found, headingRow, columns }) }))
  const ends = starts.map(({ titleRow }) => titleRow).filter((row) => row > 0)
  return {
    headingRow,
    columns,
    missing: starts.filter((start) => start.headingRow === 0).map(({ table }) => table),
    tables: starts
      .filter((start) => start.headingRow > 0)
      .map((start) => ({
        ...start,
        last: Math.min(found.cells.length, ...ends.filter((row) => row > start.headingRow).map((row) => row - 1)),
      })),
  }
}

/** The row that has most of the headings, at least half of them; 0 where there is none. */
function findHeadings({ columns }: KeyedSheet, { cells }: OwnSheet): number {
  const wanted = new Set(columns.map(({ heading }) => heading))
  let best = { row: 0, count: Math.ceil(columns.length / 2) - 1 }
  for (const [i, line] of cells.entries()) {
    const count = new Set(line.map(({ held }) => String(held).trim()).filter((text) => wanted.has(text))).size
    if (count > best.count) best = { row: i + 1, count }
  }
  return best.row
}

/** A heading that people reworded is known by its neighbours: one column between two that are known. */
function findColumns({ columns }: KeyedSheet, found: OwnSheet, row: number): (number | undefined)[] {
  const width = found.cells[row - 1]?.length ?? 0
  const texts = Array.from({ length: width }, (_, i) => textAt(found, row, i + 1))
  const exact = columns.map(({ heading }) => texts.indexOf(heading) + 1 || undefined)
  return exact.map((column, i) => {
    const [before, after] = [exact[i - 1] ?? (i === 0 ? 0 : undefined), exact[i + 1]]
    if (column !== undefined || before === undefined || after !== before + 2 || texts[before] === '') return column
    return before + 1
  })
}

interface Search {
  readonly sheet: KeyedSheet
  readonly found: OwnSheet
  readonly headingRow: number
  readonly columns: readonly (number | undefined)[]
}

function findStart(table: KeyedTable, { sheet, found, headingRow, columns }: Search): { titleRow: number; headingRow: number } {
  if (table === sheet.tables[0]) return { titleRow: 0, headingRow }
  const first = columns.find((column) => column !== undefined) ?? 1
  for (let row = headingRow + 1; row <= found.cells.length; row++) {
    if (!isTitle(textAt(found, row, first), table)) continue
    for (let below = row + 1; below <= row + TITLE_REACH; below++) {
      const fits = table.columns.filter(({ heading, from }) => textAt(found, below, columns[from - 1] ?? 0) === heading)
      if (fits.length * 2 >= table.columns.length) return { titleRow: row, headingRow: below }
    }
  }
  return { titleRow: 0, headingRow: 0 }
}

/** In our words, or with a person's own after them. */
const isTitle = (text: string, { title, formerTitles = [], none }: KeyedTable): boolean =>
  text === none || [title, ...formerTitles].some((one) => text.startsWith(one))
