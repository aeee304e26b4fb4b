import type { Finding } from '../../../shared/finding/finding.ts'
import type { Database } from '../database/database.ts'
import { outcomesOf, type StoredOutcome } from './storedOutcomes.ts'

/** A row that register or checks refused, and what is wrong with it. */
export interface Rejection {
  /** Its index in the request. */
  readonly row: number
  readonly findings: readonly Finding[]
}

/** What a sync id was answered; the same is answered whenever the id comes again. */
export interface Receipt {
  readonly period: string
  readonly bodyHash: string
  readonly epoch: number
  /** The position that it wrote at; null where nothing was written. */
  readonly seq: number | null
  readonly outcomes: readonly StoredOutcome[]
  readonly rejected: readonly Rejection[]
}

/** A row of `receipts`, as far as an answer needs it. */
export interface ReceiptRow {
  period: string
  body_hash: string
  epoch: number
  seq: number | null
  outcomes: string
  rejected: string
}
/** What `ReceiptRow` is read from. */
export const RECEIPT_COLUMNS = 'period, body_hash, epoch, seq, outcomes, rejected'

/** A receipt as the answer is made from it. */
export const receiptOf = (row: ReceiptRow): Receipt => ({
  period: row.period,
  bodyHash: row.body_hash,
  epoch: row.epoch,
  seq: row.seq,
  outcomes: outcomesOf(row.outcomes),
  rejected: rejectionsOf(row.rejected),
})

/** The receipt of a sync id, where it was used. */
export async function findReceipt(db: Database, reporter: string, id: string): Promise<Receipt | undefined> {
  const row = await db
    .prepare(`SELECT ${RECEIPT_COLUMNS} FROM receipts WHERE reporter = ? AND id = ?`)
    .bind(reporter, id)
    .first<ReceiptRow>()
  return row ? receiptOf(row) : undefined
}

/** `receipts.rejected` is `[row, findings]` for each. */
type RejectionJson = readonly [row: number, findings: readonly Finding[]]

/** As `receipts.rejected` stores them. */
export const rejectionsJson = (rejected: readonly Rejection[]): string =>
  JSON.stringify(rejected.map(({ row, findings }): RejectionJson => [row, findings]))

function rejectionsOf(json: string): readonly Rejection[] {
  const stored: readonly RejectionJson[] = JSON.parse(json)
  return stored.map(([row, findings]) => ({ row, findings }))
}
