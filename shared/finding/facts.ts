import type { CellValue } from '../grid/grid.ts'
import type { ParsedDate, ParsedQuantity } from '../quantity/parsed.ts'
import type { ColumnField } from '../record/columnFields.ts'
import type { FigureRecord } from '../record/figureRecord.ts'
import type { Ledger } from '../record/ledger.ts'
import type { ReadingContext, RecognizedTable, StatedTotal } from '../record/reading.ts'
import type { Register } from '../register/register.ts'
import type { Finding } from './finding.ts'

/**
 * What the checks look at. In the pane: records, totals, tables and a fact for each cell that was read. In the worker:
 * records and context only (`cells`, `tables` and `totals` are empty), so that the same checks run in both places.
 */
export interface CheckFacts {
  readonly records: readonly FigureRecord[]
  readonly totals: readonly StatedTotal[]
  readonly tables: readonly RecognizedTable[]
  readonly cells: readonly CellFact[]
  /** True where it is known that no two records share a key, so that nobody looks for such again. */
  readonly distinct?: boolean
  readonly register: Register
  readonly context: ReadingContext
  /** Rows that were added up, or will be once a person says so. */
  readonly ledgers?: readonly Ledger[]
  /** What the workbook's file is called, where the host says so. */
  readonly file?: string
}

/** One cell of a table and what it was read as; parsing makes facts, checks make findings of them. */
export interface CellFact {
  readonly sheet: string
  /** "E7" */
  readonly cell: string
  readonly row: number
  readonly column: number
  readonly field: ColumnField
  readonly value: CellValue
  /** The cell's number format, "General" where it has none of its own. */
  readonly format: string
  /** `recordKeyText` of the record it belongs to, where it does; rows of totals have none. */
  readonly record?: string
  /** The indicator that the cell refers to. */
  readonly indicator?: string
  /** The measure that heading, unit column or register give the cell, and the scale of its label (万人: 10,000). */
  readonly measure?: {
    readonly name: string
    readonly scale: number
    readonly source: 'heading' | 'unitColumn' | 'unitNote' | 'register'
    /** Where the label is ("C9"), so that what is wrong with it is reported there. */
    readonly at?: string
  }
  /** The scale at which the figure was read, where it is not the label's (1480 under 万人, read as 1480 人: 1). */
  readonly readScale?: number
  readonly quantity?: ParsedQuantity
  readonly date?: ParsedDate
  /** An Excel error value ("#DIV/0!"). */
  readonly error?: string
  /** An area's name as read; `code` undefined where the register does not know it. */
  readonly area?: { readonly name: string; readonly code?: string; readonly byAlias: boolean; readonly zone: boolean }
  /** Reporting units named in the cell. */
  readonly units?: readonly { readonly name: string; readonly id?: string; readonly byAlias: boolean; readonly countyBureau: boolean }[]
  /** A value that the parser did not take, and why: `measureFits` says which figures are of another kind. */
  readonly refused?: 'measure' | 'scale' | 'unreadable' | 'date'
}

/** A check: facts in, findings out; no clock, no I/O, never throws on data. */
export type Check = (facts: CheckFacts) => readonly Finding[]
