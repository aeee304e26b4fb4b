import { address } from '../../shared/grid/a1.ts'
import type { Grid } from '../../shared/grid/grid.ts'
import { shortestDecimal } from '../../shared/quantity/shortestDecimal.ts'
import { type XlsxCell, xlsx } from './xlsx.ts'

/** A grid as a workbook of one sheet: values, formulas, merges and number formats; `marked` cells in grey italics. */
export function gridXlsx(grid: Grid, marked: readonly string[] = []): Uint8Array {
  const grey = new Set(marked)
  const width = Math.max(0, ...grid.cells.map((row) => row.length))
  const rows = grid.cells.map((row, r) =>
    Array.from({ length: width }, (_, c): XlsxCell => {
      const at = address(r + 1, c + 1)
      const value = row[c] ?? null
      const look = {
        ...(grid.formats[at] === undefined ? {} : { format: grid.formats[at] }),
        ...(grey.has(at) ? { style: 'missing' as const } : {}),
      }
      const formula = grid.formulas[at]
      if (formula !== undefined) return { formula: formula.replace(/^=/, ''), ...look }
      if (value === null) return { text: '', ...look }
      return typeof value === 'number' ? { number: shortestDecimal(value), ...look } : { text: String(value), ...look }
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
