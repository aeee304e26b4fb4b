import { keysOf } from '../../../shared/base/keysOf.ts'
import { fail, ok, type Result } from '../../../shared/base/result.ts'
import { type Database, rowOf, type Statement } from '../database/database.ts'
import { failedGuard, type Guard, guardSql } from '../database/guards.ts'
import { onBehalfStatements } from '../filesOnBehalf.ts'
import type { Batch } from './batch.ts'
import { jsonParts } from './jsonParts.ts'
import { BOUND, JUDGE_TOTALS, judgeSql } from './judgeSql.ts'
import { findReceipt, RECEIPT_COLUMNS, type Receipt, type ReceiptRow, receiptOf, rejectionsJson } from './receipts.ts'
import { REPLACE_RECORD, SNAPSHOT_COLUMNS, VALUE_COLUMNS } from './recordColumns.ts'
import { type Carried, carriedFields, sentRow } from './sentRows.ts'
import { outcomesOf } from './storedOutcomes.ts'
import { syncConditions } from './syncConditions.ts'

/** Why a sync was not stored. */
export type SaveFault =
  | { readonly tag: 'guard'; readonly guard: Guard }
  /** The id was used by then; what it answered is in the receipt. */
  | { readonly tag: 'repeated'; readonly receipt: Receipt }
  /** The database did not take it, and nothing was stored; sending again is safe. */
  | { readonly tag: 'unavailable'; readonly cause: unknown }

/**
 * Stores a sync in one transaction: guards, receipt with the outcome of each row, rows, history, all from one
 * judgement. A batch whose answer got lost is looked up by its receipt before it is tried once more, and before a
 * guard's refusal is believed: another delivery of the same id may have committed just before the lock.
 */
export async function saveBatch(db: Database, batch: Batch): Promise<Result<Receipt, SaveFault>> {
  const rows = judgedRows(batch)
  let failure: unknown
  for (let attempt = 0; attempt < 2; attempt += 1) {
    let guard: Guard | undefined
    try {
      const answers = await db.batch<ReceiptRow>(saveStatements(db, batch, rows))
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

/** The row of `JUDGE_TOTALS`, as far as it is read here. */
interface Totals {
  readonly outcomes: string
  readonly unknown_bases: number
}

/** Judges without writing: the same guards and the same judgement as `saveBatch`. */
export async function judgeBatch(db: Database, batch: Batch): Promise<Result<Receipt, SaveFault>> {
  const { sql, values } = judgedRows(batch)
  const conditions = syncConditions(batch)
  const guards = keysOf(conditions)
  const [met, judged] = await db.batch([
    db
      .prepare(`SELECT ${guards.map((guard) => `coalesce((${conditions[guard].sql}), 0) AS "${guard}"`).join(', ')}`)
      .bind(...guards.flatMap((guard) => conditions[guard].values)),
    db.prepare(`${sql('all')} ${JUDGE_TOTALS}`).bind(...values),
  ])
  const refused = guards.find((guard) => met?.results[0]?.[guard] !== 1)
  if (refused) return fail({ tag: 'guard', guard: refused })
  const totals = rowOf<Totals>(judged)
  if (!totals) throw new Error('no judgement')
  if (totals.unknown_bases > 0) return fail({ tag: 'guard', guard: 'bases' })
  const { period, bodyHash, epoch, rejected } = batch
  return ok({ period, bodyHash, epoch, seq: null, outcomes: outcomesOf(totals.outcomes), rejected })
}

/** The judging SQL of a batch, and what it binds: `BOUND` in its order, then the rows in parts. */
interface JudgedRows {
  sql(rows: 'all' | 'applied'): string
  readonly values: readonly string[]
}

function judgedRows(batch: Batch): JudgedRows {
  const carried: Carried = carriedFields(batch)
  const parts = jsonParts(batch.rows.map((row) => sentRow(row, carried)))
  const bound: Readonly<Record<keyof typeof BOUND, string>> = batch
  return {
    sql: (rows) => judgeSql(carried, parts.length, rows),
    values: [...keysOf(BOUND).map((name) => bound[name]), ...parts],
  }
}

/** A value of the receipt that the batch wrote before. */
const ofReceipt = (column: 'seq' | 'account_name'): string =>
  `(SELECT ${column} FROM receipts WHERE reporter = ${BOUND.reporter} AND id = ${BOUND.id})`

function saveStatements(db: Database, batch: Batch, { sql, values }: JudgedRows): Statement[] {
  const { period, reporter, id } = batch
  const guards = guardSql(syncConditions(batch))
  return [
    // The order is the design: what is read from the receipt must be there, and the city's seq moves last.
    db.prepare(guards.sql).bind(...guards.values),
    receiptStatement(db, batch, { sql, values }),
    // A clock that was set back puts no version before the one that it replaces.
    db
      .prepare(
        `INSERT INTO records (${SNAPSHOT_COLUMNS.join(', ')})
        ${sql('applied')} SELECT ${BOUND.period}, ${BOUND.reporter}, subject, area, part, coalesce(cv, 0) + 1,
        ${ofReceipt('seq')}, ${BOUND.account}, ${ofReceipt('account_name')}, max(${BOUND.at}, coalesce(cat, '')), ${batch.file === undefined ? 0 : 1}, coalesce(deleted, 0),
        ${VALUE_COLUMNS.map(({ column }) => `r_${column}`).join(', ')}, r_written, r_origin, r_reasons
        FROM judged WHERE true ${REPLACE_RECORD}`,
      )
      .bind(...values),
    db
      .prepare(
        `INSERT INTO history (${SNAPSHOT_COLUMNS.join(', ')}) SELECT ${SNAPSHOT_COLUMNS.join(', ')} FROM records
        WHERE period = ? AND reporter = ? AND seq = (SELECT seq FROM receipts WHERE reporter = ? AND id = ?)`,
      )
      .bind(period, reporter, reporter, id),
    db
      .prepare(
        `INSERT INTO submissions (period, reporter) SELECT period, reporter FROM receipts
        WHERE reporter = ? AND id = ? AND seq IS NOT NULL ON CONFLICT DO NOTHING`,
      )
      .bind(reporter, id),
    db
      .prepare('UPDATE city SET seq = seq + 1 WHERE (SELECT seq FROM receipts WHERE reporter = ? AND id = ?) IS NOT NULL')
      .bind(reporter, id),
    ...onBehalfStatements(db, batch),
    db.prepare(`SELECT ${RECEIPT_COLUMNS} FROM receipts WHERE reporter = ? AND id = ?`).bind(reporter, id),
  ]
}

/** The receipt judges, and says by its seq whether anything is to be written; the statements after it go by what it says. */
function receiptStatement(db: Database, batch: Batch, { sql, values }: JudgedRows): Statement {
  const writes = batch.atomic ? `applied > 0 AND conflicts = 0 AND ${batch.rejected.length} = 0` : 'applied > 0'
  const more = {
    bodyHash: batch.bodyHash,
    accountName: batch.accountName,
    epoch: batch.epoch,
    rejected: rejectionsJson(batch.rejected),
    note: batch.note ?? null,
    evidence: batch.evidence ?? null,
  }
  const names = keysOf(more)
  const the = (name: keyof typeof more) => `?${values.length + 1 + names.indexOf(name)}`
  return db
    .prepare(
      `INSERT INTO receipts (reporter, id, period, body_hash, account, account_name, at, epoch, seq, applied, outcomes, rejected, note, evidence, unknown_bases, change)
      ${sql('all')} SELECT ${BOUND.reporter}, ${BOUND.id}, ${BOUND.period}, ${the('bodyHash')}, ${BOUND.account}, ${the('accountName')}, ${BOUND.at}, ${the('epoch')},
      CASE WHEN ${writes} THEN (SELECT seq + 1 FROM city) END, CASE WHEN ${writes} THEN applied ELSE 0 END,
      outcomes, ${the('rejected')}, ${the('note')}, ${the('evidence')}, unknown_bases, (SELECT change FROM city) FROM (${JUDGE_TOTALS})`,
    )
    .bind(...values, ...names.map((name) => more[name]))
}
