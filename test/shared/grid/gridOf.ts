import type { CellValue, Grid } from '../../../shared/grid/grid.ts'

/** A sheet of plain cells: no formats, merges or formulas. */
export const gridOf = (cells: readonly (readonly CellValue[])[]): Grid => ({
  sheetName: 'S',
  cells,
  texts: {},
  formats: {},
  merges: [],
  formulas: {},
  hiddenRows: [],
  date1904: false,
})
