import { columnOf } from '../grid/a1.ts'
import type { FigureRecord } from '../record/figureRecord.ts'
import type { Ledger } from '../record/ledger.ts'
import type { Correction } from '../record/reading.ts'
import { findLedgers } from '../sheet/ledgers/findLedgers.ts'
import type { LedgerSource } from '../sheet/ledgers/ledgerSource.ts'
import type { ParsedTable } from '../sheet/tally/parsedTable.ts'

/** A table whose ledgers are added up: their sums are among its records, in place of their rows. */
export interface AddedTable extends ParsedTable {
  readonly ledgers: readonly Ledger[]
  /** The rows of which the sums are, one by one, for what is to be said of a single project. */
  readonly projects: readonly FigureRecord[]
}

/** Puts the rows of ledgers together; a column of states that was counted is no longer one that nobody knows. */
export function addUpLedgers(source: Omit<LedgerSource, 'records'>, parsed: ParsedTable, corrections: readonly Correction[]): AddedTable {
  const { records, ledgers, rows: projects, counted } = findLedgers({ ...source, records: parsed.records }, parsed.distinct, corrections)
  if (ledgers.length === 0) return { ...parsed, ledgers, projects }
  const notRead = parsed.notRead.filter(({ reason, cell }) => reason !== 'column_unknown' || columnOf(cell) !== counted)
  return { ...parsed, records, notRead, ledgers, projects }
}
