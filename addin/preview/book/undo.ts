import type { Area } from '../../../shared/grid/a1.ts'
import { bounding, cellArea } from './area.ts'
import type { Cell } from './cell.ts'
import type { Sheet } from './sheet.ts'

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
