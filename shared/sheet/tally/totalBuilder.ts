import type { StatedTotal } from '../../record/reading.ts'
import type { RecordBuilder } from './recordBuilder.ts'

/** A stated total while its cells are read: its figures are put together as a record's are, and it never becomes one. */
export interface TotalBuilder {
  /** The indicator, or several joined by "/" where the total is of all of them. */
  readonly subject: string
  readonly kind: StatedTotal['kind']
  readonly row: number
  readonly builder: RecordBuilder
}

export function toTotal({ subject, kind, row, builder }: TotalBuilder, sheet: string): StatedTotal {
  const { area, values, written, cells } = builder
  return { subject, area, kind, values, written, origin: { sheet, row, cells } }
}
