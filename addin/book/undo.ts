import type { Area } from '../../shared/grid/a1.ts'
import { bounding, cellArea } from './area.ts'
import type { Cell } from './cell.ts'
import type { DefinedName } from './definedName.ts'
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

/** What of a workbook is put back when a change that reaches everywhere is undone. */
export interface Restorable {
  names: readonly DefinedName[]
  readonly sheets: readonly Sheet[]
  /** All results follow. */
  restart(): void
}

/**
 * Remembers all sheets as they are now, so that whatever is done to one of them and reaches into others can be undone.
 * Without an `area` to show afterwards it is the one whose cells change.
 */
export function bookStep(book: Restorable, sheet: Sheet, area?: Area): Step {
  const take = () => ({ names: book.names, sheets: book.sheets.map((one) => ({ sheet: one, content: copyOfContent(one.content) })) })
  let before = take()
  const step = {
    sheet,
    area: area ?? cellArea(1, 1),
    swap: () => {
      const now = take()
      for (const one of before.sheets) if (!one.sheet.deleted) one.sheet.content = one.content
      book.names = before.names
      step.area = area ?? changedArea(now.sheets.find((one) => one.sheet === sheet)?.content, sheet.content)
      before = now
      book.restart()
    },
  }
  return step
}

/** Where two states of a sheet hold different cells; A1 where nowhere. */
function changedArea(one: SheetContent | undefined, other: SheetContent): Area {
  const cell = (content: SheetContent | undefined, row: number, column: number) => content?.rows.get(row)?.cells.get(column)
  const places = [...(one ? placesOf(one) : []), ...placesOf(other)]
  const [first = cellArea(1, 1), ...rest] = places
    .filter(([row, column]) => cell(one, row, column) !== cell(other, row, column))
    .map(([row, column]) => cellArea(row, column))
  return rest.reduce(bounding, first)
}

function* placesOf({ rows }: SheetContent): Generator<readonly [row: number, column: number]> {
  for (const [row, { cells }] of rows) for (const column of cells.keys()) yield [row, column]
}
