import type { RecordKey } from '../../../shared/record/figureRecord.ts'
import type { RecordsPage, RecordVersion } from '../../../shared/wire/records.ts'
import type { ServerRecord } from '../../../shared/wire/sync.ts'
import { type Database, firstRow, rowsOf, type Statement } from '../database/database.ts'
import { INHERITED_ROWS } from './inheritedRows.ts'
import { type RecordRow, serverRecord } from './recordColumns.ts'

/** What a reading asks for: one reporter's rows, or with null every reporter's. */
export interface RecordsQuery {
  readonly period: string
  readonly reporter: string | null
  readonly since: number
  readonly limit: number
}

/** One unit's rows of one period. */
interface UnitPeriod {
  readonly period: string
  readonly reporter: string
}

/**
 * What changed after `since`, in order of seq; whole syncs only, so that a page may be longer than `limit` where one
 * sync alone is. Any limit reads to the same end.
 */
export async function readRecords(db: Database, query: RecordsQuery): Promise<RecordsPage> {
  const { since, limit } = query
  const [city, changed, taken] = await db.batch([
    db.prepare('SELECT era, seq FROM city'),
    selectRecords(db, query, 'r.seq > ? ORDER BY r.seq, r.reporter, r.subject, r.area, r.part LIMIT ?', [since, limit + 1]),
    // Few, and never of a whole month: with the first page.
    ...(query.reporter !== null && since === 0 ? [db.prepare(INHERITED_ROWS).bind(query.period, query.reporter)] : []),
  ])
  const { era, seq: asOfSeq } = firstRow<{ era: string; seq: number }>(city)
  const rows = rowsOf<RecordRow>(changed)
  const inherited = taken === undefined ? [] : rowsOf<RecordRow>(taken).map(serverRecord)
  const answer = (page: readonly RecordRow[], next: number | null) => ({ era, records: page.map(serverRecord), inherited, next, asOfSeq })
  if (rows.length <= limit) return answer(rows, null)
  // One row more than asked for: the sync that it belongs to may go on behind it, and is left for the next page.
  const cut = Number(rows.at(-1)?.seq)
  const whole = rows.filter((row) => Number(row.seq) < cut)
  if (whole.length > 0) return answer(whole, Number(whole.at(-1)?.seq))
  const { results } = await selectRecords(db, query, 'r.seq = ? ORDER BY r.reporter, r.subject, r.area, r.part', [cut]).all<RecordRow>()
  return answer(results, cut)
}

/** Snapshots from history by key and version, in the order asked for. */
export async function readSnapshots(
  db: Database,
  { period, reporter }: UnitPeriod,
  wanted: readonly (RecordKey & { readonly version: number })[],
): Promise<ServerRecord[]> {
  const { results } = await db
    .prepare(
      `SELECT h.* FROM json_each(?3) w JOIN history h ON h.period = ?1 AND h.reporter = ?2 AND h.subject = w.value ->> 'subject'
      AND h.area = w.value ->> 'area' AND h.part = w.value ->> 'part' AND h.version = w.value ->> 'version' ORDER BY w.key`,
    )
    .bind(period, reporter, JSON.stringify(wanted))
    .all<RecordRow>()
  return results.map(serverRecord)
}

/** Every version of one record, oldest first, with what its sync said of why. */
export async function readHistory(db: Database, { period, reporter }: UnitPeriod, key: RecordKey): Promise<RecordVersion[]> {
  const { results } = await db
    .prepare(
      `SELECT h.*, s.note, s.evidence FROM history h LEFT JOIN receipts s ON s.reporter = h.reporter AND s.seq = h.seq
      WHERE h.period = ? AND h.reporter = ? AND h.subject = ? AND h.area = ? AND h.part = ? ORDER BY h.version`,
    )
    .bind(period, reporter, key.subject, key.area, key.part)
    .all<RecordRow & { note: string | null; evidence: string | null }>()
  return results.map((row) => ({ ...serverRecord(row), note: row.note, evidence: row.evidence }))
}

/** The records that a query is about, narrowed and ordered by `rest`. */
function selectRecords(db: Database, { period, reporter }: RecordsQuery, rest: string, values: readonly number[]): Statement {
  const where = reporter === null ? 'r.period = ?' : 'r.period = ? AND r.reporter = ?'
  return db
    .prepare(`SELECT r.* FROM records r WHERE ${where} AND ${rest}`)
    .bind(period, ...(reporter === null ? [] : [reporter]), ...values)
}
