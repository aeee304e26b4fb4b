import type { Grid } from '../../../shared/grid/grid.ts'
import type { RecognizedTable } from '../../../shared/record/reading.ts'
import { type Anchor, headingAnchor, nthAnchor, rowAnchor, rowsToAnchor } from '../../../shared/sheet/rows/applyCorrections.ts'
import { viewSheet } from '../../../shared/sheet/view/sheetView.ts'

/** Anchors a word on a row of a table, whatever it is read as, by the words that name it. */
export function anchorRow(grid: Grid, table: RecognizedTable, row: number): Anchor {
  const view = viewSheet(grid)
  const rows = rowsToAnchor(table)
  return nthAnchor(
    rows.map((one) => rowAnchor(view, table.columns, one)),
    rows.indexOf(row),
  )
}

/** Anchors a heading that was not recognised by the words of its row. */
export function anchorHeaderRow(grid: Grid, row: number): Anchor {
  return nthAnchor(grid.cells.map(headingAnchor), row - 1)
}
