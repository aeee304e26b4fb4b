import type { Database } from '../database/database.ts'

/** What a database has that a backup has not, for the audit trail: so much of it as an entry can hold. */
export interface LostActs {
  /** Syncs that wrote something, and how many rows. */
  readonly lostSyncs: number
  readonly lostRows: number
  readonly lostActs: number
  readonly lostComments: number
  /** Whose rows, of which period; the last sync's time. */
  readonly lostReports: readonly { readonly period: string; readonly reporter: string; readonly rows: number; readonly last: string }[]
  /** The newest of the acts. */
  readonly lostNewest: readonly { readonly at: string; readonly act: string; readonly object: string; readonly by: string | null }[]
}

/** Acts that are named; all are counted. */
const MAX_NAMED = 100

/** Compares them by what never changes: receipts, comments and the audit trail. */
export async function lostActs(database: Database, backup: Database): Promise<LostActs> {
  const receipts = await beyond<Receipt>(database, backup, RECEIPTS)
  const acts = await beyond<Entry>(database, backup, ENTRIES)
  const comments = await beyond<object>(database, backup, COMMENTS)
  const written = receipts.filter(({ rows }) => rows > 0)
  return {
    lostSyncs: written.length,
    lostRows: written.reduce((sum, { rows }) => sum + rows, 0),
    lostActs: acts.length,
    lostComments: comments.length,
    lostReports: byReport(written),
    lostNewest: acts.slice(-MAX_NAMED).map(({ at, act, object, by }) => ({ at, act, object, by })),
  }
}

interface Receipt {
  readonly period: string
  readonly reporter: string
  readonly rows: number
  readonly at: string
}
interface Entry {
  readonly at: string
  readonly act: string
  readonly object: string
  readonly by: string | null
}

const RECEIPTS = `SELECT json_array(reporter, id) AS key, period, reporter, applied AS rows, at FROM receipts ORDER BY at`
const ENTRIES = `SELECT json_array(id, at, act, object, request_id) AS key, at, act, object, coalesce(account_name, account) AS "by" FROM audit ORDER BY id`
const COMMENTS = 'SELECT id AS key FROM comments'

/** Rows of the one whose key the other does not have. */
async function beyond<Row>(one: Database, other: Database, sql: string): Promise<readonly Row[]> {
  const known = new Set((await other.prepare(sql).all<{ key: string }>()).results.map(({ key }) => key))
  return (await one.prepare(sql).all<Row & { key: string }>()).results.filter(({ key }) => !known.has(key))
}

function byReport(receipts: readonly Receipt[]): LostActs['lostReports'] {
  const reports = new Map<string, { period: string; reporter: string; rows: number; last: string }>()
  for (const { period, reporter, rows, at } of receipts) {
    const sum = reports.get(`${period}/${reporter}`)?.rows ?? 0
    reports.set(`${period}/${reporter}`, { period, reporter, rows: sum + rows, last: at })
  }
  return [...reports.values()]
}
