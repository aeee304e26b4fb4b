import { address } from '../../../shared/grid/a1.ts'
import type { Grid } from '../../../shared/grid/grid.ts'
import { LAST_COLUMN, LAST_ROW } from '../../book/area.ts'
import type { Sheet } from '../../book/sheet.ts'
import { editText } from '../../book/typedEntry.ts'

/** Which cells of a text file say something else now than when it was read, by address, with what they are to say. */
export function textChanges(read: Grid, now: Sheet): ReadonlyMap<string, string> {
  const changes = new Map<string, string>()
  const used = now.used({ top: 1, left: 1, bottom: LAST_ROW, right: LAST_COLUMN }, true)
  const [bottom, right] = [Math.max(read.cells.length, used?.bottom ?? 0), used?.right ?? 0]
  for (let row = 1; row <= bottom; row++) {
    const before = read.cells[row - 1] ?? []
    for (let column = 1; column <= Math.max(before.length, right); column++) {
      const value = now.value(row, column)
      if (value !== (before[column - 1] ?? '')) changes.set(address(row, column), writtenAs(now, row, column))
    }
  }
  return changes
}

/** Digits that a number has. */
const DIGITS = 15

/** What a text file says of a cell: the number itself, exact, a percentage as one, a day as it is shown. */
function writtenAs(sheet: Sheet, row: number, column: number): string {
  const [value, format] = [sheet.value(row, column), sheet.numberFormat(row, column)]
  if (typeof value === 'number' && format.includes('%')) return `${Number((value * 100).toPrecision(DIGITS))}%`
  return editText(value, format, sheet.text(row, column))
}
