import type { Result } from '../base/result.ts'
import type { FileFault } from '../grid/files/fileFault.ts'
import type { ReadingFault, SheetReading } from '../pipeline/sheetReading.ts'
import type { Correction, EarlierRecord } from '../record/reading.ts'
import type { RememberedLayout } from '../record/rememberedLayout.ts'
import type { Register } from '../register/register.ts'
import type { Match } from './clue.ts'
import type { KnownOfUnits } from './sheetClues.ts'

/** What the files of a period are read by; the same for all of them. */
export interface InboxKnown extends KnownOfUnits {
  readonly register: Register
  /** "2021-05" */
  readonly period: string
  /** China's day. */
  readonly today: string
  /** What each unit reported for the periods before, newest first, by its id. */
  readonly earlier: ReadonlyMap<string, readonly EarlierRecord[]>
  /** What is remembered for the city. */
  readonly remembered: readonly RememberedLayout[]
}

/** What a person said of a sheet: whose it is, and corrections, answers and confirmations of its reading. */
export interface SheetChoice {
  /** The unit's id; null where nobody has chosen. */
  readonly unit: string | null
  readonly corrections: readonly Correction[]
}

/** What of a sheet's reading is sent, shown and asked. */
export type InboxReading = Pick<SheetReading, 'sheetName' | 'records' | 'findings' | 'questions' | 'ledgers'>

/** A sheet of a file: whose it is, and what it says; null while nobody knows whose it is. */
export interface InboxSheet {
  readonly sheetName: string
  readonly match: Match
  /** The chosen unit, else the one it was matched to. */
  readonly unit: string | null
  readonly reading: Result<InboxReading, ReadingFault> | null
}

/** A file that was read: its sheets with a table, and how many of its sheets have none. */
export interface InboxFile {
  readonly sheets: readonly InboxSheet[]
  readonly withoutTable: number
}

/** Why a file cannot be read; a bug of ours in one file stops no other. */
export type InboxFileFault = FileFault | { readonly tag: 'bug'; readonly message: string }
