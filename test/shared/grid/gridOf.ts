import type { CellValue, Grid } from '../../../shared/grid/grid.ts'

/** A sheet of plain cells, without formats, merges or formulas but for what `more` says. */
export const gridOf = (cells: readonly (readonly CellValue[])[], more: Partial<Grid> = {}): Grid => ({
  sheetName: 'S',
  cells,
  texts: {},
  formats: {},
  merges: [],
  formulas: {},
  hiddenRows: [],
  date1904: false,
  ...more,
})
