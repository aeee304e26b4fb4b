import type { Database, Statement } from '../database/database.ts'

/** A privileged act, for the audit trail; `before` and `after` are JSON values. */
export interface Act {
  readonly at: string
  /** Null of what was done on the machine itself. */
  readonly account: string | null
  /** The person's name at this moment. */
  readonly accountName: string | null
  readonly act: string
  readonly object: string
  readonly reason: string | null
  readonly before: unknown
  readonly after: unknown
  readonly requestId: string
}

/** The statement that records an act; it belongs in the batch that does it. */
export const auditStatement = (db: Database, act: Act): Statement =>
  db
    .prepare(
      'INSERT INTO audit (at, account, account_name, act, object, reason, before, after, request_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    )
    .bind(act.at, act.account, act.accountName, act.act, act.object, act.reason, text(act.before), text(act.after), act.requestId)

/** Nothing is NULL, not the text "null". */
const text = (value: unknown): string | null => (value === undefined || value === null ? null : JSON.stringify(value))
