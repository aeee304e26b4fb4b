import type { SheetFaultReason } from '../registerTrouble.ts'

/** A cell of a register's sheet that does not fit, with its text. */
export interface RegisterSheetFault {
  readonly sheet: string
  readonly cell: string
  readonly text: string
  readonly reason: SheetFaultReason
}
