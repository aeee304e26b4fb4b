import { address } from '../../shared/grid/a1.ts'
import type { Grid } from '../../shared/grid/grid.ts'
import { shortestDecimal } from '../../shared/quantity/shortestDecimal.ts'
import { xlsx } from './xlsx.ts'
import type { XlsxCell, XlsxStyle } from './xlsxSheet.ts'

/** How a grid is to look: cells in grey italics, rows in bold on grey, rows with a frame (all, where left out). */
export interface GridLook {
  readonly carried?: readonly string[]
  readonly headingRows?: readonly number[]
  readonly tableRows?: readonly number[]
}

/** A grid as a workbook of one sheet: values, formulas, merges and number formats. */
export function gridXlsx(grid: Grid, look: GridLook = {}): Uint8Array {
  const [grey, headings] = [new Set(look.carried), new Set(look.headingRows)]
  const framed = look.tableRows && new Set(look.tableRows)
  const styleOf = (at: string, row: number): XlsxStyle =>
    grey.has(at) ? 'missing' : headings.has(row) ? 'heading' : framed && !framed.has(row) ? 'unframed' : 'body'
  const width = Math.max(0, ...grid.cells.map((row) => row.length))
  const rows = grid.cells.map((row, r) =>
    Array.from({ length: width }, (_, c): XlsxCell => {
      const at = address(r + 1, c + 1)
      const value = row[c] ?? null
      const format = grid.formats[at]
      const own = { style: styleOf(at, r + 1), ...(format === undefined ? {} : { format }) }
      const formula = grid.formulas[at]
      if (formula !== undefined) return { formula: formula.replace(/^=/, ''), ...own }
      if (value === null) return { text: '', ...own }
      return typeof value === 'number' ? { number: shortestDecimal(value), ...own } : { text: String(value), ...own }
    }),
  )
  return xlsx([{ name: grid.sheetName, rows, merges: grid.merges, widths: columnWidths(grid, width) }], { date1904: grid.date1904 })
}

/** Wide enough for the longest line of a column, from 8 to 40 characters; texts of merged titles do not count. */
function columnWidths(grid: Grid, width: number): readonly number[] {
  const merged = new Set(grid.merges.map((reference) => reference.split(':')[0]))
  return Array.from({ length: width }, (_, c) => {
    const lengths = grid.cells.map((row, r) => {
      const value = row[c]
      if (value == null || merged.has(address(r + 1, c + 1))) return 0
      return Math.max(
        ...String(value)
          .split('\n')
          .map((line) => [...line].reduce((sum, letter) => sum + (letter > '\u00FF' ? 2 : 1), 0)),
      )
    })
    return Math.min(40, Math.max(8, ...lengths) + 2)
  })
}
