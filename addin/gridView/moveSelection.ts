import type { Area } from '../../shared/grid/a1.ts'
import { bounding, cellArea, LAST_COLUMN, LAST_ROW } from '../book/area.ts'
import type { Sheet } from '../book/sheet.ts'

/** A move by so many rows and columns; negative is up or to the left. */
export interface Step {
  readonly rows: number
  readonly columns: number
}

/** The cell one step on from the selected one: over merges and hidden rows and columns, and never off the sheet. */
export function stepFrom(sheet: Sheet, from: Area, { rows, columns }: Step): Area {
  const here = sheet.mergeAt(from.top, from.left)
  let row = rows > 0 ? here.bottom + rows : here.top + rows
  let column = columns > 0 ? here.right + columns : here.left + columns
  if (rows === 0) row = here.top
  if (columns === 0) column = here.left
  while (rows !== 0 && row >= 1 && row <= LAST_ROW && sheet.rowHidden(row)) row += Math.sign(rows)
  while (columns !== 0 && column >= 1 && column <= LAST_COLUMN && sheet.columnHidden(column)) column += Math.sign(columns)
  row = Math.min(LAST_ROW, Math.max(1, row))
  column = Math.min(LAST_COLUMN, Math.max(1, column))
  return sheet.mergeAt(row, column)
}

/** Where Ctrl and an arrow lead: the end of the filled stretch, or the next filled cell, or the edge of what is used. */
export function jumpFrom(sheet: Sheet, from: Area, { rows, columns }: Step): Area {
  const lastRow = Math.max(from.bottom, sheet.rowCount)
  const lastColumn = Math.max(from.right, sheet.columnCount)
  const filled = (row: number, column: number) => sheet.value(row, column) !== ''
  const inside = (row: number, column: number) => row >= 1 && column >= 1 && row <= lastRow && column <= lastColumn
  let [row, column] = [from.top + rows, from.left + columns]
  if (!inside(row, column)) return cellArea(from.top, from.left)
  const within = filled(from.top, from.left) && filled(row, column)
  while (inside(row + rows, column + columns) && (within ? filled(row + rows, column + columns) : !filled(row, column))) {
    row += rows
    column += columns
  }
  return sheet.mergeAt(row, column)
}

/** The selection from the cell it began in to another, with every merge it cuts whole. */
export function stretch(sheet: Sheet, anchor: Area, to: Area): Area {
  let area = bounding(anchor, to)
  for (let grown = true; grown; ) {
    const next = [
      cellArea(area.top, area.left),
      cellArea(area.bottom, area.right),
      cellArea(area.top, area.right),
      cellArea(area.bottom, area.left),
    ]
      .map((corner) => sheet.mergeAt(corner.top, corner.left))
      .reduce(bounding, area)
    grown = JSON.stringify(next) !== JSON.stringify(area)
    area = next
  }
  return area
}
