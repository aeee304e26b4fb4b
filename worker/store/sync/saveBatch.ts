import { fail, ok, type Result } from '../../../shared/base/result.ts'
import type { Database, Statement } from '../database/database.ts'
import { failedGuard, type Guard, guardSql } from '../database/guards.ts'
import { openCondition } from '../submissions.ts'
import { type Carried, JUDGE_TOTALS, judgeSql } from './judgeSql.ts'
import { IMAGE_COLUMNS, VALUE_COLUMNS } from './recordColumns.ts'
import { outcomesOf, type StoredOutcome } from './storedOutcomes.ts'

/** A sync as the store takes it: authorised, its rows sound, and the rejected ones taken out. */
export interface Batch {
  readonly period: string
  readonly reporter: string
  readonly id: string
  readonly bodyHash: string
  readonly tokenHash: string
  readonly account: string
  readonly role: string
  /** ISO time, and the city's own date. */
  readonly at: string
  readonly today: string
  readonly registerId: string
  readonly registerVersion: number
  readonly epoch: number
  readonly era: string | undefined
  readonly atomic: boolean
  readonly note: string | undefined
  readonly evidence: string | undefined
  readonly carried: Carried
  /** JSON arrays of rows, each of at most 1 MB. */
  readonly parts: readonly string[]
  /** Rows that the checks refused: how many, and as JSON for the receipt. */
  readonly rejectedCount: number
  readonly rejected: string
}

export interface Receipt {
  readonly period: string
  readonly bodyHash: string
  readonly epoch: number
  readonly seq: number | null
  readonly outcomes: readonly StoredOutcome[]
  readonly rejected: string
}

export type SaveFault =
  | { readonly tag: 'guard'; readonly guard: Guard }
  /** The id was used by then; what it answered stands in the receipt. */
  | { readonly tag: 'repeated'; readonly receipt: Receipt }
  /** The database did not take it, and nothing was stored; sending again is safe. */
  | { readonly tag: 'unavailable'; readonly cause: unknown }

/**
 * Stores a sync in one transaction: guards, receipt with the outcome of each row, rows, history, all from one
 * judgement. A batch whose answer got lost is looked up by its receipt before it is tried once more, and before a
 * guard's refusal is believed: another delivery of the same id may have committed just before the lock.
 */
export async function saveBatch(db: Database, batch: Batch): Promise<Result<Receipt, SaveFault>> {
  let failure: unknown
  for (let attempt = 0; attempt < 2; attempt += 1) {
    let guard: Guard | undefined
    try {
      const answers = await db.batch<ReceiptRow>(saveStatements(db, batch))
      const row = answers.at(-1)?.results[0]
      if (!row) throw new Error('the batch left no receipt')
      return ok(receiptOf(row))
    } catch (error) {
      failure = error
      guard = failedGuard(error)
      if (guard === 'token' || guard === 'member') return fail({ tag: 'guard', guard })
    }
    const receipt = await findReceipt(db, batch.reporter, batch.id).catch((error: unknown) => {
      failure = error
      return undefined
    })
    if (receipt) return fail({ tag: 'repeated', receipt })
    if (guard) return fail({ tag: 'guard', guard })
  }
  return fail({ tag: 'unavailable', cause: failure })
}

/** Judges without writing: the same guards and the same judgement as `saveBatch`. */
export async function judgeBatch(db: Database, batch: Batch): Promise<Result<Receipt, SaveFault>> {
  const conditions = syncConditions(batch)
  const guards = Object.entries(conditions) as [Exclude<Guard, 'bases'>, (typeof conditions)[keyof typeof conditions]][]
  const [held, judged] = await db.batch<Record<string, number | string>>([
    db
      .prepare(`SELECT ${guards.map(([name, { sql }]) => `coalesce((${sql}), 0) AS "${name}"`).join(', ')}`)
      .bind(...guards.flatMap(([, { values }]) => values)),
    db.prepare(`${judgeSql(batch.carried, batch.parts.length)} ${JUDGE_TOTALS}`).bind(...judgeValues(batch)),
  ])
  const refused = guards.find(([name]) => held?.results[0]?.[name] !== 1)
  if (refused) return fail({ tag: 'guard', guard: refused[0] })
  const totals = judged?.results[0]
  if (!totals) throw new Error('no judgement')
  if (Number(totals.unknown_bases) > 0) return fail({ tag: 'guard', guard: 'bases' })
  const outcomes = outcomesOf(String(totals.outcomes))
  return ok({ period: batch.period, bodyHash: batch.bodyHash, epoch: batch.epoch, seq: null, outcomes, rejected: batch.rejected })
}

/** The receipt of a sync id, where it was used. */
export async function findReceipt(db: Database, reporter: string, id: string): Promise<Receipt | undefined> {
  const row = await db
    .prepare(`SELECT ${RECEIPT_COLUMNS} FROM receipts WHERE reporter = ? AND id = ?`)
    .bind(reporter, id)
    .first<ReceiptRow>()
  return row ? receiptOf(row) : undefined
}

export interface ReceiptRow {
  period: string
  body_hash: string
  epoch: number
  seq: number | null
  outcomes: string
  rejected: string
}
export const RECEIPT_COLUMNS = 'period, body_hash, epoch, seq, outcomes, rejected'

export const receiptOf = (row: ReceiptRow): Receipt => ({
  period: row.period,
  bodyHash: row.body_hash,
  epoch: row.epoch,
  seq: row.seq,
  outcomes: outcomesOf(row.outcomes),
  rejected: row.rejected,
})

const judgeValues = (batch: Batch): string[] => [batch.period, batch.reporter, batch.id, batch.account, batch.at, ...batch.parts]

function syncConditions(batch: Batch) {
  const { period, reporter } = batch
  return {
    token: { sql: 'SELECT revoked_at IS NULL FROM tokens WHERE token_hash = ?', values: [batch.tokenHash] },
    member: {
      sql: 'SELECT active = 1 AND reporter = ? AND role = ? FROM accounts WHERE id = ?',
      values: [reporter, batch.role, batch.account],
    },
    era: { sql: 'SELECT era = coalesce(?, era) FROM city', values: [batch.era ?? null] },
    register: {
      sql: 'SELECT register_id = ? AND register_version = ? FROM periods WHERE id = ?',
      values: [batch.registerId, batch.registerVersion, period],
    },
    period_open: openCondition(period, reporter, batch.today),
    unit_open: {
      sql: "SELECT NOT EXISTS (SELECT 1 FROM submissions WHERE period = ? AND reporter = ? AND receipt = 'locked')",
      values: [period, reporter],
    },
    epoch: { sql: 'SELECT epoch = ? FROM periods WHERE id = ?', values: [batch.epoch, period] },
    note: {
      sql: "SELECT ? IS NOT NULL OR NOT EXISTS (SELECT 1 FROM submissions WHERE period = ? AND reporter = ? AND receipt = 'accepted')",
      values: [batch.note ?? null, period, reporter],
    },
  }
}

function saveStatements(db: Database, batch: Batch): Statement[] {
  const judge = judgeSql(batch.carried, batch.parts.length)
  const guards = guardSql(syncConditions(batch))
  const values = judgeValues(batch)
  const own = '(SELECT seq FROM receipts WHERE reporter = ?2 AND id = ?3)'
  const next = values.length
  const writes = batch.atomic ? `applied > 0 AND conflicts = 0 AND ${batch.rejectedCount} = 0` : 'applied > 0'
  return [
    db.prepare(guards.sql).bind(...guards.values),
    db
      .prepare(
        `INSERT INTO receipts (reporter, id, period, body_hash, account, at, epoch, seq, applied, outcomes, rejected, note, evidence, unknown_bases)
        ${judge} SELECT ?2, ?3, ?1, ?${next + 1}, ?4, ?5, ?${next + 2}, CASE WHEN ${writes} THEN (SELECT seq + 1 FROM city) END,
        CASE WHEN ${writes} THEN applied ELSE 0 END, outcomes, ?${next + 3}, ?${next + 4}, ?${next + 5}, unknown_bases FROM (${JUDGE_TOTALS})`,
      )
      .bind(...values, batch.bodyHash, batch.epoch, batch.rejected, batch.note ?? null, batch.evidence ?? null),
    db
      .prepare(
        `INSERT INTO records (${IMAGE_COLUMNS.join(', ')})
        ${judgeSql(batch.carried, batch.parts.length, 'applied')} SELECT ?1, ?2, subject, area, part, coalesce(cv, 0) + 1, ${own}, ?4, ?5, coalesce(deleted, 0),
        ${VALUE_COLUMNS.map(({ column }) => `r_${column}`).join(', ')}, r_written, r_origin, r_reasons
        FROM judged WHERE true
        ON CONFLICT (period, reporter, subject, area, part) DO UPDATE SET ${IMAGE_COLUMNS.slice(5)
          .map((column) => `${column} = excluded.${column}`)
          .join(', ')}`,
      )
      .bind(...values),
    db
      .prepare(
        `INSERT INTO history (${IMAGE_COLUMNS.join(', ')}) SELECT ${IMAGE_COLUMNS.join(', ')} FROM records
        WHERE period = ? AND reporter = ? AND seq = (SELECT seq FROM receipts WHERE reporter = ? AND id = ?)`,
      )
      .bind(batch.period, batch.reporter, batch.reporter, batch.id),
    db
      .prepare(
        `INSERT INTO submissions (period, reporter, changes) SELECT period, reporter, applied FROM receipts
        WHERE reporter = ? AND id = ? AND seq IS NOT NULL
        ON CONFLICT (period, reporter) DO UPDATE SET changes = changes + excluded.changes`,
      )
      .bind(batch.reporter, batch.id),
    db
      .prepare('UPDATE city SET seq = seq + 1 WHERE (SELECT seq FROM receipts WHERE reporter = ? AND id = ?) IS NOT NULL')
      .bind(batch.reporter, batch.id),
    db.prepare(`SELECT ${RECEIPT_COLUMNS} FROM receipts WHERE reporter = ? AND id = ?`).bind(batch.reporter, batch.id),
  ]
}
