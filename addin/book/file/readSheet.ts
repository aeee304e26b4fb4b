import type { Area } from '../../../shared/grid/a1.ts'
import type { SheetEntry } from '../../../shared/grid/xlsx/openWorkbook.ts'
import type { XlsxPackage } from '../../../shared/grid/xlsx/xlsxPackage.ts'
import { anyArea } from '../area.ts'
import { BLANK, type Cell } from '../cell.ts'
import { MergeIndex } from '../mergeIndex.ts'
import { emptySheet, type PageSetup, type Row, type SheetContent } from '../sheetContent.ts'
import type { Table } from '../table.ts'
import type { OpenedSheet } from './openedFile.ts'
import { type PlacedLink, type PlacedNote, readLinks, readNotes } from './readLinks.ts'
import { readLoose } from './readLoose.ts'
import { type OpenedRows, readRows } from './readRows.ts'
import { readSaid } from './readSaid.ts'
import type { FileText } from './readStrings.ts'
import type { Styles } from './readStyles.ts'
import { readTable } from './tables.ts'
import { attributesOf, inside, rootOf } from './xml.ts'

/** What sheets of a file have in common. */
export interface SheetSources {
  readonly files: XlsxPackage
  readonly strings: readonly FileText[]
  readonly styles: Styles
  readonly date1904: boolean
  /** What names say of how a sheet is printed, by its number. */
  readonly printed: ReadonlyMap<number, Partial<PageSetup>>
}

/** A sheet of a book, and what is to be known of its file for saving it. */
export interface ReadSheet {
  readonly number: number
  readonly content: SheetContent
  readonly opened: OpenedSheet
}

const NO_ROWS: OpenedRows = { rows: [], cells: [] }

/** Reads a tab of a file; of one without cells only what its tab says. */
export function readSheet(entry: SheetEntry, sources: SheetSources): ReadSheet {
  const { name, sheetId: number, visibility, part: path = '', relationship } = entry
  const { files, strings, styles, date1904, printed } = sources
  const hasCells = entry.kind === 'worksheet'
  const xml = hasCells ? sheetText(files.text(path)) : ''
  const parts = inside(xml, rootOf(xml))
  const merges = parts.flatMap((one) =>
    one.name === 'mergeCells' ? inside(xml, one).flatMap((piece) => anyArea(attributesOf(xml, piece).ref ?? '') ?? []) : [],
  )
  const data = parts.find((piece) => piece.name === 'sheetData')
  const isCovered = coveredBy(merges)
  const rows = data ? readRows(xml, data, { strings, styles: styles.cells, date1904, isCovered }) : NO_ROWS
  const tables = hasCells ? readTables(files, path) : []
  const links = readLinks(files, path, { xml, parts })
  const notes = hasCells ? readNotes(files, path) : []
  const { rows: none, ...said }: SheetContent = {
    ...emptySheet(name),
    visibility,
    kind: hasCells ? 'cells' : 'chart',
    merges,
    tables: tables.map(({ table }) => table),
    loose: readLoose(files, path, { xml, parts }),
    ...readSaid({ xml, parts }, styles, printed.get(number)),
  }
  const opened: OpenedSheet = {
    number,
    relationship,
    path,
    xml,
    content: { ...said, columns: new Map(said.columns) },
    ...rows,
    links: links.map(({ place }) => place),
    notes: notes.map(({ place }) => place),
    tables: new Map(tables.map(({ table, part }) => [table.id, part])),
  }
  return { number, opened, content: { ...said, rows: bookRows(none, rows, [...links, ...notes]), kept: opened } }
}

/** The text of a sheet's part; '' of one that is torn so that nothing of it can be read, or saved again. */
const sheetText = (text = ''): string => (rootOf(text).name === 'worksheet' ? text : '')

function coveredBy(merges: readonly Area[]): (row: number, column: number) => boolean {
  if (merges.length === 0) return () => false
  const index = new MergeIndex(merges)
  return (row, column) => {
    const merge = index.at(row, column)
    return merge !== undefined && (merge.top !== row || merge.left !== column)
  }
}

function readTables(files: XlsxPackage, path: string): readonly { readonly table: Table; readonly part: string }[] {
  const parts = files.relationships(path).filter(({ type, isExternal }) => type === 'table' && !isExternal)
  return parts.flatMap(({ target }) => readTable(files.text(target) ?? '').map((table) => ({ table, part: target })))
}

/** The rows of a book: those of the file, with the links and notes of their cells. */
function bookRows(
  rows: Map<number, Row>,
  { rows: read, cells }: OpenedRows,
  extras: readonly (PlacedLink | PlacedNote)[],
): Map<number, Row> {
  for (const { number, row, first, count } of read) {
    const line = { ...row, cells: new Map<number, Cell>() }
    for (const { column, cell } of cells.slice(first, first + count)) line.cells.set(column, cell)
    rows.set(number, line)
  }
  for (const { place, extra } of extras) {
    const line = rows.get(place.row) ?? { cells: new Map<number, Cell>() }
    rows.set(place.row, line)
    line.cells.set(place.column, { ...(line.cells.get(place.column) ?? BLANK), ...extra })
  }
  return rows
}
