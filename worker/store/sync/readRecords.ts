import type { RecordsPage, RecordVersion } from '../../../shared/wire/records.ts'
import type { ServerRecord } from '../../../shared/wire/sync.ts'
import type { Database, Statement } from '../database/database.ts'
import { type RecordRow, selectImages, serverRecord } from './recordColumns.ts'

/** What a reading asks for: one reporter's rows, or with null every reporter's. */
export interface RecordsQuery {
  readonly period: string
  readonly reporter: string | null
  readonly since: number
  readonly limit: number
}

/**
 * What changed after `since`, in order of seq; whole syncs only, so that a page may be longer than `limit` where one
 * sync alone is. Any limit reads to the same end.
 */
export async function readRecords(db: Database, query: RecordsQuery): Promise<RecordsPage> {
  const [city, page] = await db.batch<RecordRow>([
    db.prepare('SELECT era, seq FROM city'),
    changedRecords(db, query.period, query.reporter, 'r.seq > ? ORDER BY r.seq, r.reporter, r.subject, r.area, r.part LIMIT ?', [
      query.since,
      query.limit + 1,
    ]),
  ])
  const { era, seq } = city?.results[0] ?? {}
  const rows = page?.results ?? []
  if (rows.length <= query.limit) return answer(String(era), Number(seq), rows, null)
  const cut = Number(rows.at(-1)?.seq)
  const whole = rows.filter((row) => Number(row.seq) < cut)
  if (whole.length > 0) return answer(String(era), Number(seq), whole, Number(whole.at(-1)?.seq))
  const { results } = await changedRecords(db, query.period, query.reporter, 'r.seq = ? ORDER BY r.reporter, r.subject, r.area, r.part', [
    cut,
  ]).all<RecordRow>()
  return answer(String(era), Number(seq), results, cut)
}

export interface EarlierFigure {
  readonly subject: string
  readonly area: string
  readonly part: string
  readonly cumulative: number
}

/** Reads the cumulative figures of a reporter in the period before, of the same register: for checks between periods. */
export const cumulativesStatement = (db: Database, period: string, reporter: string): Statement =>
  db
    .prepare(
      `SELECT subject, area, part, cumulative FROM records WHERE reporter = ?2 AND deleted = 0 AND cumulative IS NOT NULL
      AND period = (SELECT max(p.id) FROM periods p JOIN periods own ON own.id = ?1 AND own.register_id = p.register_id WHERE p.id < ?1)`,
    )
    .bind(period, reporter)

/** Images from history by key and version, in the order asked for. */
export async function readImages(
  db: Database,
  period: string,
  reporter: string,
  wanted: readonly (readonly [subject: string, area: string, part: string, version: number])[],
): Promise<ServerRecord[]> {
  const { results } = await db
    .prepare(
      selectImages(`(SELECT w.key AS nth, h.* FROM json_each(?3) w JOIN history h ON h.period = ?1 AND h.reporter = ?2
        AND h.subject = w.value ->> 0 AND h.area = w.value ->> 1 AND h.part = w.value ->> 2 AND h.version = w.value ->> 3) r`) +
        ' ORDER BY nth',
    )
    .bind(period, reporter, JSON.stringify(wanted))
    .all<RecordRow>()
  return results.map(serverRecord)
}

/** Every version of one record, oldest first, with what its sync said of why. */
export async function readHistory(
  db: Database,
  period: string,
  reporter: string,
  key: readonly [string, string, string],
): Promise<RecordVersion[]> {
  const { results } = await db
    .prepare(
      `${selectImages(
        '(SELECT h.*, s.note, s.evidence FROM history h LEFT JOIN receipts s ON s.reporter = h.reporter AND s.seq = h.seq) r',
      )} WHERE r.period = ? AND r.reporter = ? AND r.subject = ? AND r.area = ? AND r.part = ? ORDER BY r.version`,
    )
    .bind(period, reporter, ...key)
    .all<RecordRow & { note: string | null; evidence: string | null }>()
  return results.map((row) => ({ ...serverRecord(row), note: row.note, evidence: row.evidence }))
}

function changedRecords(db: Database, period: string, reporter: string | null, rest: string, values: (string | number)[]): Statement {
  const where = reporter === null ? 'r.period = ?' : 'r.period = ? AND r.reporter = ?'
  return db
    .prepare(`${selectImages('records r')} WHERE ${where} AND ${rest}`)
    .bind(period, ...(reporter === null ? [] : [reporter]), ...values)
}

const answer = (era: string, asOfSeq: number, rows: readonly RecordRow[], next: number | null): RecordsPage => ({
  era,
  records: rows.map(serverRecord),
  next,
  asOfSeq,
})
