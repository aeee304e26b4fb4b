import type { PeriodInfo } from '../../../shared/wire/period.ts'
import { type Database, firstRow, type Statement } from '../database/database.ts'
import type { ReadAnswer } from '../people/sessions.ts'
import { PERIOD_COLUMNS, type PeriodRow, periodOf } from '../periods.ts'
import { cumulativesStatement, type EarlierFigure } from './readRecords.ts'
import { RECEIPT_COLUMNS, type Receipt, type ReceiptRow, receiptOf } from './saveBatch.ts'

/** What a sync is judged against before its batch, read with the session; the batch checks again what it relied on. */
export interface SyncGround {
  readonly era: string
  readonly period: PeriodInfo | undefined
  readonly receipt: Receipt | undefined
  readonly earlier: readonly EarlierFigure[]
}

export const syncGroundStatements = (db: Database, period: string, reporter: string, id: string): readonly Statement[] => [
  db.prepare('SELECT era FROM city'),
  db.prepare(`SELECT ${PERIOD_COLUMNS} FROM periods WHERE id = ?`).bind(period),
  db.prepare(`SELECT ${RECEIPT_COLUMNS} FROM receipts WHERE reporter = ? AND id = ?`).bind(reporter, id),
  cumulativesStatement(db, period, reporter),
]

/** The answers of `syncGroundStatements`, in their order. */
export function syncGroundOf([city, periods, receipts, earlier]: readonly ReadAnswer[]): SyncGround {
  const row = periods?.results[0] as PeriodRow | undefined
  const receipt = receipts?.results[0] as ReceiptRow | undefined
  return {
    era: firstRow<{ era: string }>(city).era,
    period: row && periodOf(row),
    receipt: receipt && receiptOf(receipt),
    earlier: (earlier?.results ?? []) as EarlierFigure[],
  }
}
