import type { Grid } from '../../../shared/grid/grid.ts'
import type { RecognizedTable } from '../../../shared/record/reading.ts'
import { type Anchor, headingAnchor, nthAnchor, rowAnchor } from '../../../shared/sheet/rows/applyCorrections.ts'
import { viewSheet } from '../../../shared/sheet/view/sheetView.ts'

/** Anchors a word on what a row is about; rows are counted among those that were read. */
export function anchorRow(grid: Grid, table: RecognizedTable, row: number): Anchor {
  return among(
    grid,
    table,
    table.rows.map((binding) => binding.row),
    row,
  )
}

/** Anchors a row to be left out, or to be read after all; rows are counted among all of the table. */
export function anchorSkip(grid: Grid, table: RecognizedTable, row: number): Anchor {
  const rows = [...table.dataRows, ...table.sectionRows, ...table.skipRows.map((skipped) => skipped.row)].sort((a, b) => a - b)
  return among(grid, table, rows, row)
}

/** Anchors a heading that was not recognised by the words of its row. */
export function anchorHeaderRow(grid: Grid, row: number): Anchor {
  return nthAnchor(grid.cells.map(headingAnchor), row - 1)
}

function among(grid: Grid, table: RecognizedTable, rows: readonly number[], row: number): Anchor {
  const view = viewSheet(grid)
  return nthAnchor(
    rows.map((one) => rowAnchor(view, table.columns, one)),
    rows.indexOf(row),
  )
}
