import ExcelJS from 'exceljs'
import { address } from '../../../shared/grid/a1.ts'
import type { CellValue, Grid } from '../../../shared/grid/grid.ts'
import type { PrefilledSheet } from '../../../shared/report/prefill/prefillSheet.ts'

/** Last period's figures are grey and slanted until somebody types over them. */
const CARRIED = { italic: true, color: { argb: 'FF7F7F7F' } } as const
/** Excel's format of a cell whose content is a text, whatever is typed. */
const AS_TEXT = '@'

/**
 * A unit's own file with one sheet prepared for the next period: only the cells that change are touched, so that widths, heights,
 * colours, frames, merges, formulas and the other sheets stay. Figures are numbers, also where the cell was made for texts.
 */
export async function preparedXlsx(file: Uint8Array, before: Grid, { grid, carried }: PrefilledSheet): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(file.slice().buffer)
  const sheet = workbook.getWorksheet(before.sheetName)
  if (!sheet) throw new Error(`no sheet ${before.sheetName}`)
  for (const [at, value] of changedCells(before, grid)) {
    const cell = sheet.getCell(at)
    cell.value = value
    if (typeof value === 'number' && cell.numFmt === AS_TEXT) cell.numFmt = 'General'
  }
  for (const at of carried) {
    const cell = sheet.getCell(at)
    cell.font = { ...cell.font, ...CARRIED }
  }
  // formulas have last period's results: Excel computes them when it opens the file
  workbook.calcProperties.fullCalcOnLoad = true
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

const changedCells = (before: Grid, after: Grid): readonly (readonly [at: string, value: CellValue])[] =>
  after.cells.flatMap((row, r) =>
    row.flatMap((value, c) => (value === (before.cells[r]?.[c] ?? null) ? [] : [[address(r + 1, c + 1), value] as const])),
  )
