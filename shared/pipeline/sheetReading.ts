import type { Finding } from '../finding/finding.ts'
import type { FigureRecord } from '../record/figureRecord.ts'
import type { Ledger } from '../record/ledger.ts'
import type { Question } from '../record/question.ts'
import type { RecognizedTable, StatedTotal } from '../record/reading.ts'
import type { SetAside } from '../record/setAside.ts'

export type Disposition = 'accept' | 'confirm' | 'reject_value' | 'reject_row' | 'missing' | 'not_started'

/**
 * A record with what becomes of it. Nothing of `reject_row` and `missing` is sent; of the others everything but the fields
 * that findings withhold: of `reject_value` and `confirm` the figure itself, until an answer or a correction lifts it.
 */
export interface ReadRecord extends FigureRecord {
  readonly disposition: Disposition
  /** The indicator's or task's base measure ("公里"). */
  readonly measure: string | null
}

/** The whole of what a sheet says. */
export interface SheetReading {
  readonly sheetName: string
  readonly tables: readonly RecognizedTable[]
  readonly records: readonly ReadRecord[]
  readonly totals: readonly StatedTotal[]
  readonly findings: readonly Finding[]
  /** At most one a table; what depends on the answer is not sent before it. */
  readonly questions: readonly Question[]
  /** Figures that are known and in no record, each with its reason. */
  readonly setAside: readonly SetAside[]
  /** Rows of single projects, with the sums that stand for them among the records. */
  readonly ledgers: readonly Ledger[]
  /** For each table, how many non-empty cells were read, skipped with a reason, or reported. */
  readonly cellCount: { readonly read: number; readonly skipped: number; readonly reported: number }
}

/** Why a sheet could not be read at all. */
export type ReadingFault =
  | { readonly tag: 'empty' }
  /** No table was found; `lookedFor` are headings that would have been understood. */
  | { readonly tag: 'noTable'; readonly lookedFor: readonly string[] }
