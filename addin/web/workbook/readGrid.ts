import { address, areaReference } from '../../../shared/grid/a1.ts'
import type { CellValue, Grid } from '../../../shared/grid/grid.ts'
import { intersect, LAST_COLUMN, LAST_ROW } from '../../book/area.ts'
import type { Book } from '../../book/book.ts'
import { holdsContent } from '../../book/cell.ts'
import type { Scalar } from '../../book/cellValue.ts'
import type { Sheet } from '../../book/sheet.ts'

const EVERYWHERE = { top: 1, left: 1, bottom: LAST_ROW, right: LAST_COLUMN }
/** Rows without cells share one: a sheet's last row may be its millionth. */
const EMPTY: readonly CellValue[] = []

/** A sheet of an open workbook as plain data, as Excel would answer it: whole, hidden and filtered rows included. */
export function readGrid(book: Book, sheet: Sheet): Grid {
  const used = sheet.used(EVERYWHERE, true)
  const cells: (readonly CellValue[])[] = new Array(used?.bottom ?? 0).fill(EMPTY)
  const sparse: { readonly texts: Strings; readonly formats: Strings; readonly formulas: Strings } = {
    texts: {},
    formats: {},
    formulas: {},
  }
  for (const [row, { cells: inRow }] of sheet.content.rows) {
    const columns = [...inRow].filter(([, cell]) => holdsContent(cell)).map(([column]) => column)
    if (columns.length === 0 || used === undefined || row > used.bottom) continue
    const line: CellValue[] = new Array(Math.max(...columns)).fill(null)
    for (const column of columns) {
      // what lies under a merge is not shown, and holds nothing
      const cell = sheet.find(row, column)
      if (cell === undefined || !holdsContent(cell)) continue
      line[column - 1] = cell.value === '' ? null : cell.value
      const name = address(row, column)
      const [text, format] = [sheet.text(row, column), sheet.numberFormat(row, column)]
      if (text !== plainText(cell.value)) sparse.texts[name] = text
      if (format !== 'General') sparse.formats[name] = format
      if (cell.formula !== undefined) sparse.formulas[name] = `=${cell.formula}`
    }
    cells[row - 1] = line
  }
  const hidden = [...sheet.content.rows].filter(([row, { hidden }]) => hidden === true && used && row >= used.top && row <= used.bottom)
  return {
    sheetName: sheet.name,
    ...(book.name ? { fileName: book.name } : {}),
    cells,
    ...sparse,
    merges: used === undefined ? [] : sheet.content.merges.filter((merge) => intersect(merge, used)).map(areaReference),
    hiddenRows: hidden.map(([row]) => row).sort((one, other) => one - other),
    date1904: book.date1904,
  }
}

type Strings = Record<string, string>

const plainText = (value: Scalar): string => (typeof value === 'boolean' ? String(value).toUpperCase() : String(value))
