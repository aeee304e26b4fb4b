import type { Area } from '../../../shared/grid/a1.ts'
import { bounding, cellArea } from './area.ts'
import type { Cell } from './cell.ts'
import type { Sheet } from './sheet.ts'
import { copyOfContent, type SheetContent } from './sheetContent.ts'

/** Something that was done. `swap` exchanges what is there with what was there before: it undoes, and then does again. */
export interface Step {
  readonly sheet: Sheet
  /** What to show afterwards. */
  readonly area: Area
  swap(): void
}

/** A place in a sheet, and the cell that was there. */
interface CellBefore {
  readonly row: number
  readonly column: number
  readonly cell: Cell | undefined
}

/** Remembers cells as they are now, so that an edit of them can be undone. */
export function cellStep(sheet: Sheet, places: readonly { readonly row: number; readonly column: number }[]): Step {
  const take = (): CellBefore[] => places.map(({ row, column }) => ({ row, column, cell: sheet.at(row, column) }))
  let before = take()
  const [first = cellArea(1, 1), ...rest] = places.map(({ row, column }) => cellArea(row, column))
  return {
    sheet,
    area: rest.reduce(bounding, first),
    swap: () => {
      const now = take()
      for (const { row, column, cell } of before) sheet.put(row, column, cell)
      before = now
    },
  }
}

/** Remembers a whole sheet as it is now, so that whatever is done to it can be undone. */
export function sheetStep(sheet: Sheet): Step {
  let before = copyOfContent(sheet.content)
  const step = {
    sheet,
    area: cellArea(1, 1),
    swap: () => {
      const now = copyOfContent(sheet.content)
      const places = [...placesOf(now), ...placesOf(before)].filter(
        ([row, column]) => now.rows.get(row)?.cells.get(column) !== before.rows.get(row)?.cells.get(column),
      )
      for (const [row, column] of places) sheet.put(row, column, before.rows.get(row)?.cells.get(column))
      const [first = cellArea(1, 1), ...rest] = places.map(([row, column]) => cellArea(row, column))
      step.area = rest.reduce(bounding, first)
      sheet.content = before
      before = now
    },
  }
  return step
}

function* placesOf({ rows }: SheetContent): Generator<readonly [row: number, column: number]> {
  for (const [row, { cells }] of rows) for (const column of cells.keys()) yield [row, column]
}
