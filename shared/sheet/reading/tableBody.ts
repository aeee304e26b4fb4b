import type { ColumnContext } from '../columns/columnCandidate.ts'
import type { SheetView } from '../view/sheetView.ts'

/** The rows below a table's headings, and what is known of the table. */
export interface TableBody {
  readonly view: SheetView
  readonly body: readonly number[]
  readonly context: ColumnContext
}
