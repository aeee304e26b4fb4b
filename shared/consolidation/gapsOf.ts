import type { Register } from '../register/register.ts'
import type { Gap } from '../wire/consolidation.ts'
import type { ServerRecord } from '../wire/sync.ts'
import { cityRows } from './cityRows.ts'
import { foldRowOf } from './foldRow.ts'
import { reporterStatus } from './reporterStatus.ts'

/** Whose gaps are asked for, in which period, on which day. */
export interface GapsAsked {
  readonly reporter: string
  readonly period: string
  readonly on: string
}

/** What a unit must report of a period and has not, by its rows and those of whom it took duties over from. */
export const gapsOf = (register: Register, records: readonly ServerRecord[], { reporter, period, on }: GapsAsked): readonly Gap[] =>
  reporterStatus(cityRows(register, records.map(foldRowOf), period, { on })).find((one) => one.reporter === reporter)?.missing ?? []
