import type { FigureRecord } from '../../record/figureRecord.ts'
import type { RecognizedTable } from '../../record/reading.ts'
import type { Register } from '../../register/register.ts'
import type { SheetView } from '../view/sheetView.ts'

/** A table that may be a ledger, and what was read of it. */
export interface LedgerSource {
  readonly view: SheetView
  readonly table: RecognizedTable
  readonly register: Register
  readonly records: readonly FigureRecord[]
}
