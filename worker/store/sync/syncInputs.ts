import { asScaled } from '../../../shared/quantity/scaled.ts'
import { EARLIER_PERIODS, type EarlierRecord } from '../../../shared/record/reading.ts'
import type { PeriodInfo } from '../../../shared/wire/period.ts'
import { type Answer, type Database, firstRow, rowOf, rowsOf, type Statement } from '../database/database.ts'
import { PERIOD_COLUMNS, type PeriodRow, periodOf } from '../periods.ts'
import { inheritedSql } from './inheritedRows.ts'
import { RECEIPT_COLUMNS, type Receipt, type ReceiptRow, receiptOf } from './receipts.ts'

/** What a sync is judged against before its batch, read with the session; the batch checks again what it relied on. */
export interface SyncInputs {
  readonly era: string
  /** Undefined where there is no such period. */
  readonly period: PeriodInfo | undefined
  /** What the id was answered, where it was used. */
  readonly receipt: Receipt | undefined
  /** The reporter's cumulative figures of the periods before, and of whom it took the duty over from, newest first: for checks between periods. */
  readonly earlier: readonly EarlierRecord[]
}

/** Reads them in one round trip. */
export const syncInputStatements = (db: Database, period: string, reporter: string, id: string): readonly Statement[] => [
  db.prepare('SELECT era FROM city'),
  db.prepare(`SELECT ${PERIOD_COLUMNS} FROM periods WHERE id = ?`).bind(period),
  db.prepare(`SELECT ${RECEIPT_COLUMNS} FROM receipts WHERE reporter = ? AND id = ?`).bind(reporter, id),
  db
    .prepare(
      `WITH RECURSIVE ${inheritedSql('period')}, before AS MATERIALIZED (SELECT p.id FROM periods p
        JOIN periods own ON own.id = ?1 AND own.register_id = p.register_id WHERE p.id < ?1 ORDER BY p.id DESC LIMIT ?3)
      SELECT period, subject, area, part, cumulative, 0 AS taken FROM records WHERE reporter = ?2 AND deleted = 0 AND cumulative IS NOT NULL
      AND period IN (SELECT id FROM before)
      UNION ALL SELECT r.period, r.subject, r.area, r.part, r.cumulative, 1 FROM inherited i JOIN records r ON r.reporter = i.unit
      AND r.subject = i.subject AND r.period <= i.until AND r.deleted = 0 AND r.cumulative IS NOT NULL AND r.period IN (SELECT id FROM before)
      ORDER BY period DESC, taken`,
    )
    .bind(period, reporter, EARLIER_PERIODS),
]

/** The answers of `syncInputStatements`, in their order. */
export function syncInputsOf([city, periods, receipts, earlier]: readonly Answer[]): SyncInputs {
  const period = rowOf<PeriodRow>(periods)
  const receipt = rowOf<ReceiptRow>(receipts)
  return {
    era: firstRow<{ era: string }>(city).era,
    period: period && periodOf(period),
    receipt: receipt && receiptOf(receipt),
    earlier: rowsOf<EarlierFigure>(earlier).map(earlierRecord),
  }
}

/** A cumulative figure of a period before. */
interface EarlierFigure {
  readonly period: string
  readonly subject: string
  readonly area: string
  readonly part: string
  readonly cumulative: number
}

const earlierRecord = ({ period, subject, area, part, cumulative }: EarlierFigure): EarlierRecord => ({
  period,
  subject,
  area,
  part,
  values: { cumulative: asScaled(cumulative) },
  written: {},
  origin: { sheet: '', row: 0, cells: {} },
})
