import type { Area } from '../../../shared/grid/a1.ts'
import { columnsOf, LAST_COLUMN } from '../area.ts'
import type { Book } from '../book.ts'
import type { Sheet } from '../sheet.ts'
import { bookStep } from '../undo.ts'

/** A person hides whole rows or columns, or shows them again. */
export function setHidden(book: Book, sheet: Sheet, area: Area, hidden: boolean): void {
  book.remember(bookStep(book, sheet, area))
  const { columns } = sheet.content
  if (columnsOf(area) === LAST_COLUMN) for (let row = area.top; row <= area.bottom; row++) sheet.changeRow(row, { hidden })
  else for (let column = area.left; column <= area.right; column++) columns.set(column, { ...columns.get(column), hidden })
  book.redraw()
}
