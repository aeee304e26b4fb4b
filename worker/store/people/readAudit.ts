import type { Database } from '../database/database.ts'

/** A row of `audit`; before and after are JSON. */
interface Row {
  id: number
  at: string
  account: string | null
  account_name: string | null
  act: string
  object: string
  reason: string | null
  before: string | null
  after: string | null
  request_id: string
}

/** Which entries: after `since` and before `before`; of an act or a kind of acts, an object's name or part of it, an account. */
export interface AuditWish {
  readonly since: number
  readonly limit: number
  readonly before?: number | undefined
  readonly newestFirst: boolean
  readonly act?: string | undefined
  readonly object?: string | undefined
  readonly account?: string | undefined
}

/** Entries of the audit trail in order of their number, or against it; `next` where to go on from. */
export async function readAudit(db: Database, { since, before, limit, newestFirst, act, object, account }: AuditWish) {
  const { results } = await db
    .prepare(
      `SELECT * FROM audit WHERE id > ?1 AND (?2 IS NULL OR id < ?2)
      AND (?3 IS NULL OR act = ?3 OR substr(act, 1, length(?3) + 1) = ?3 || '.')
      AND (?4 IS NULL OR instr(object, ?4) > 0) AND (?5 IS NULL OR account = ?5)
      ORDER BY id ${newestFirst ? 'DESC' : 'ASC'} LIMIT ?6`,
    )
    .bind(since, before ?? null, act ?? null, object ?? null, account ?? null, limit + 1)
    .all<Row>()
  const rows = results.slice(0, limit)
  const parse = (text: string | null): unknown => (text === null ? null : JSON.parse(text))
  return {
    entries: rows.map(({ request_id, account_name, ...row }) => ({
      ...row,
      by: account_name ?? row.account,
      before: parse(row.before),
      after: parse(row.after),
      requestId: request_id,
    })),
    next: results.length > limit ? (rows.at(-1)?.id ?? null) : null,
  }
}
