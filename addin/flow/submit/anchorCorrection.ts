import type { Grid } from '../../../shared/grid/grid.ts'
import type { Correction, RecognizedColumn, RecognizedTable } from '../../../shared/record/reading.ts'
import { columnAnchor, rowAnchor } from '../../../shared/sheet/rows/applyCorrections.ts'
import { compactText } from '../../../shared/sheet/view/compactText.ts'
import { viewSheet } from '../../../shared/sheet/view/sheetView.ts'

/** A place by what is written there instead of by its number: it holds when rows and columns are inserted, or in next month's copy. */
type Anchor = Pick<Correction, 'anchor' | 'occurrence'>

/** Anchors a word on a column by its heading and which of equal headings it is. */
export function anchorColumn(table: RecognizedTable, column: RecognizedColumn): Anchor {
  const anchors = table.columns.map(columnAnchor)
  return nth(anchors, table.columns.indexOf(column))
}

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
  const anchors = grid.cells.map((cells) =>
    cells.flatMap((cell) => (cell === null || cell === '' ? [] : [compactText(String(cell))])).join('|'),
  )
  return nth(anchors, row - 1)
}

function among(grid: Grid, table: RecognizedTable, rows: readonly number[], row: number): Anchor {
  const view = viewSheet(grid)
  return nth(
    rows.map((one) => rowAnchor(view, table.columns, one)),
    rows.indexOf(row),
  )
}

/** Which of several places with the same words it is. */
function nth(anchors: readonly string[], index: number): Anchor {
  const anchor = anchors[index] ?? ''
  return { anchor, occurrence: anchors.slice(0, index + 1).filter((one) => one === anchor).length }
}
