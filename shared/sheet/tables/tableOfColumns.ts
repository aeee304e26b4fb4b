import type { RecognizedColumn } from '../../record/reading.ts'
import type { Register } from '../../register/register.ts'
import type { SheetView } from '../view/sheetView.ts'
import type { TableLayout } from './tableLayouts.ts'

/** A table whose columns are decided and whose rows are not. */
export interface TableOfColumns {
  readonly view: SheetView
  readonly register: Register
  readonly layout: TableLayout
  readonly columns: readonly RecognizedColumn[]
}
