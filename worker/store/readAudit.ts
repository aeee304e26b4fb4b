import type { Database } from './database.ts'

interface Row {
  id: number
  at: string
  account: string | null
  act: string
  object: string
  reason: string | null
  before: string | null
  after: string | null
  request_id: string
}

/** Entries of the audit trail after `since`, oldest first. */
export async function readAudit(db: Database, since: number, limit: number) {
  const { results } = await db
    .prepare('SELECT * FROM audit WHERE id > ? ORDER BY id LIMIT ?')
    .bind(since, limit + 1)
    .all<Row>()
  const rows = results.slice(0, limit)
  const parse = (text: string | null): unknown => (text === null ? null : JSON.parse(text))
  return {
    entries: rows.map(({ request_id, ...row }) => ({ ...row, before: parse(row.before), after: parse(row.after), requestId: request_id })),
    next: results.length > limit ? (rows.at(-1)?.id ?? null) : null,
  }
}
