import { parseArea } from '../../../shared/grid/a1.ts'
import { anyArea } from '../../book/area.ts'
import type { Book } from '../../book/book.ts'
import { drawEdge } from '../../book/borders.ts'
import { mergeArea } from '../../book/merges.ts'
import type { Sheet } from '../../book/sheet.ts'
import type { PageSetup } from '../../book/sheetContent.ts'
import { cellContent } from '../../ports/cellContent.ts'
import type { SheetDocument } from '../../ports/sheetDocument.ts'
import { joinCells } from '../../sheetForm/joinCells.ts'
import { cellsOf, isInTable, LINE_COLOR, ROLE_LOOKS } from '../../sheetForm/roleLooks.ts'
import { rowHeights } from '../../sheetForm/rowHeights.ts'
import { isFree, sheetNames } from '../../sheetForm/sheetNames.ts'
import { noteOwnSheet } from './ownSheets.ts'
import { putContent } from './putContent.ts'

const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideHorizontal', 'InsideVertical'] as const
/** Of A3 and A4 in a file. */
const PAPERS = { a3: 8, a4: 9 } as const

/** Writes a prepared sheet as a new one and shows it; answers its name, or undefined where every name it may have is taken. */
export function writeSheet(book: Book, document: SheetDocument): string | undefined {
  const name = [...sheetNames(document.name)].find((one) => isFree(one, book.sheets))
  if (name === undefined) return undefined
  const sheet = book.add(name)
  for (const [i, row] of document.rows.entries()) {
    for (const [j, cell] of row.entries()) putContent(sheet, i + 1, j + 1, cellContent(cell))
  }
  dressSheet(sheet, document)
  noteOwnSheet(sheet, document.name, document.memory)
  book.settle()
  book.activate(sheet)
  return name
}

function dressSheet(sheet: Sheet, document: SheetDocument): void {
  for (const [i, row] of document.rows.entries()) {
    for (const [j, cell] of row.entries()) sheet.restyle({ top: i + 1, left: j + 1, bottom: i + 1, right: j + 1 }, ROLE_LOOKS[cell.role])
  }
  for (const area of joinCells(cellsOf(document, isInTable))) for (const edge of EDGES) drawEdge(sheet, area, edge, { color: LINE_COLOR })
  for (const [i, width] of document.widths.entries()) sheet.content.columns.set(i + 1, { width })
  const merges = document.merges.flatMap((merge) => parseArea(merge) ?? [])
  for (const merge of merges) mergeArea(sheet, merge, false)
  const { heights, cut } = rowHeights(document, merges)
  for (const [row, height] of heights) sheet.changeRow(row, { height })
  for (const area of cut.flatMap((one) => anyArea(one) ?? [])) sheet.restyle(area, { vertical: 'Top' })
  sheet.freeze(document.frozenRows, 0)
  sheet.content.page = pageOf(document)
}

/** Landscape, as wide as one page, the frozen rows on each. */
function pageOf({ paper, frozenRows }: SheetDocument): PageSetup {
  if (paper === undefined) return { landscape: false }
  return {
    landscape: true,
    paperSize: PAPERS[paper],
    fit: { wide: 1, high: 0 },
    ...(frozenRows > 0 ? { titleRows: `1:${frozenRows}` } : {}),
  }
}
