import { parseAddress, parseArea } from '../../../shared/grid/a1.ts'
import type { CellValue, Grid } from '../../../shared/grid/grid.ts'
import type { Cell } from '../../book/cell.ts'
import { isErrorText } from '../../book/cellValue.ts'
import { type BookContent, emptySheet, type Row, type SheetContent } from '../../book/sheetContent.ts'

/** A workbook of sheets that were read from a file without its looks: values, formulas, number formats, merges, hidden rows. */
export const contentOfGrids = (grids: readonly Grid[]): BookContent => ({
  date1904: grids.some(({ date1904 }) => date1904),
  activeTab: 0,
  sheets: grids.map((grid, at) => ({ number: at + 1, content: contentOfGrid(grid) })),
  names: [],
})

function contentOfGrid(grid: Grid): SheetContent {
  const rows = new Map<number, Row>()
  for (const [r, values] of grid.cells.entries()) {
    const cells = new Map<number, Cell>()
    for (const [c, value] of values.entries())
      if (value !== null) cells.set(c + 1, { value, ...(isError(value) ? { isError: true } : {}), style: {} })
    if (cells.size > 0) rows.set(r + 1, { cells })
  }
  const change = (name: string, with_: (cell: Cell) => Cell): void => {
    const at = parseAddress(name)
    const row = at && (rows.get(at.row) ?? { cells: new Map<number, Cell>() })
    if (!row) return
    rows.set(at.row, row)
    row.cells.set(at.column, with_(row.cells.get(at.column) ?? { value: '', style: {} }))
  }
  for (const [name, formula] of Object.entries(grid.formulas)) change(name, (cell) => ({ ...cell, formula: formula.replace(/^=/, '') }))
  for (const [name, text] of Object.entries(grid.texts)) {
    const numFmt = formatOfText(text)
    if (numFmt !== undefined) change(name, (cell) => (typeof cell.value === 'number' ? { ...cell, style: { numFmt } } : cell))
  }
  for (const [name, numFmt] of Object.entries(grid.formats)) change(name, (cell) => ({ ...cell, style: { numFmt } }))
  for (const row of grid.hiddenRows) rows.set(row, { ...(rows.get(row) ?? { cells: new Map() }), hidden: true })
  return { ...emptySheet(grid.sheetName), rows, merges: grid.merges.flatMap((merge) => parseArea(merge) ?? []) }
}

const isError = (value: CellValue): boolean => typeof value === 'string' && isErrorText(value)

/** The format under which a plain number shows as it is written: 48.670 has three decimals. */
function formatOfText(text: string): string | undefined {
  const decimals = /^-?\d+\.(\d+)$/.exec(text)?.[1]?.length
  return decimals === undefined ? undefined : `0.${'0'.repeat(decimals)}`
}
