import { ownDeadline, unitTimeliness } from '../../shared/consolidation/completeness.ts'
import { chinaDay } from '../../shared/quantity/dates/chinaDay.ts'
import type { Submission, UnitSubmission } from '../../shared/wire/submission.ts'
import type { Database } from './database/database.ts'
import { CHANGED_ROWS } from './database/differingRows.ts'
import { FILES_ON_BEHALF } from './filesOnBehalf.ts'

/** A unit's period joined with its names; the columns of `submissions` are null before anybody acted on it. */
interface SubmissionRow {
  period: string
  reporter: string
  reporter_name: string
  said: Submission['said'] | null
  said_at: string | null
  counted_at: string | null
  sign_off: Submission['signOff'] | null
  signed_by: string | null
  signed_at: string | null
  signed_seq: number | null
  receipt: Submission['receipt'] | null
  reason: string | null
  /** JSON of keys. */
  changed: string
  open_until: string | null
  version: number | null
  soft_deadline: string
  extended_to: string | null
  has_reviewer: number
  /** JSON of `Submission['filesOnBehalf']`. */
  files_on_behalf: string
}

const submissionOf = (row: SubmissionRow): Submission => ({
  period: row.period,
  reporter: row.reporter,
  reporterName: row.reporter_name,
  said: row.said ?? 'draft',
  saidAt: row.said_at,
  onTime: onTimeOf(row),
  signOff: row.sign_off ?? 'none',
  signedBy: row.signed_by,
  signedAt: row.signed_at,
  signedSeq: row.signed_seq,
  receipt: row.receipt ?? 'none',
  reason: row.reason,
  changedRows: JSON.parse(row.changed),
  deadline: ownDeadline(row.extended_to, row.soft_deadline),
  openUntil: row.open_until,
  hasReviewer: row.has_reviewer === 1,
  filesOnBehalf: JSON.parse(row.files_on_behalf),
  version: row.version ?? 0,
})

/** Whether it was complete by its deadline, the unit's own where that is later; null while it is a draft. */
function onTimeOf(row: SubmissionRow): boolean | null {
  if (row.said !== 'complete' || row.counted_at === null) return null
  const unit = { completeAt: row.counted_at, extendedTo: row.extended_to }
  return unitTimeliness(unit, row.soft_deadline, chinaDay(row.counted_at)).timeliness === 'onTime'
}

/**
 * What the units of the period (?1) are called in its own register: a later version may have another name for one. Those
 * that it does not have are called as in the newest that has them.
 */
const NAMED = `WITH named AS MATERIALIZED (SELECT unit.value ->> 'id' AS id, unit.value ->> 'name' AS name FROM periods p
  JOIN registers r ON r.id = p.register_id AND r.version = p.register_version JOIN json_each(r.body, '$.units') unit WHERE p.id = ?1)`

/** Every unit has a row for every period, whether anybody acted on it or not. */
const COLUMNS = `p.id AS period, u.id AS reporter, coalesce(n.name, u.name) AS reporter_name, s.said, s.said_at, s.counted_at, s.sign_off, coalesce(s.signed_name, s.signed_by) AS signed_by, s.signed_at,
  s.signed_seq, s.receipt, s.reason, ${CHANGED_ROWS} AS changed, s.open_until, s.version, p.soft_deadline, e.until AS extended_to,
  EXISTS (SELECT 1 FROM accounts a WHERE a.reporter = u.id AND a.role = 'reviewer' AND a.active = 1) AS has_reviewer, ${FILES_ON_BEHALF} AS files_on_behalf`
const FROM = `FROM periods p JOIN units u LEFT JOIN named n ON n.id = u.id LEFT JOIN submissions s ON s.period = p.id AND s.reporter = u.id
  LEFT JOIN extensions e ON e.period = p.id AND e.reporter = u.id`

/** The states of one unit's period; undefined where period or unit does not exist. */
export async function findSubmission(db: Database, period: string, reporter: string): Promise<Submission | undefined> {
  const row = await db
    .prepare(`${NAMED} SELECT ${COLUMNS} ${FROM} WHERE p.id = ?1 AND u.id = ?2`)
    .bind(period, reporter)
    .first<SubmissionRow>()
  return row ? submissionOf(row) : undefined
}

/** A unit's period, how many rows the unit has sent for it, when the last, and its own last day on time where it has one. */
export type ListedSubmission = Omit<UnitSubmission, 'timeliness' | 'required' | 'reported'> & {
  readonly extendedTo: string | null
  /** The completion that counts for the deadline. */
  readonly countedAt: string | null
}

/** The states of every unit's period, in the order of the units' ids. */
export async function listSubmissions(db: Database, period: string): Promise<ListedSubmission[]> {
  const { results } = await db
    .prepare(
      `${NAMED} SELECT ${COLUMNS}, coalesce(r.live, 0) AS live, coalesce(r.on_behalf, 0) AS on_behalf, r.last_at ${FROM}
      LEFT JOIN (SELECT reporter, sum(deleted = 0) AS live, sum(deleted = 0 AND on_behalf = 1) AS on_behalf, max(at) AS last_at FROM records WHERE period = ?1 GROUP BY reporter) r
      ON r.reporter = u.id WHERE p.id = ?1 ORDER BY u.id`,
    )
    .bind(period)
    .all<SubmissionRow & { live: number; on_behalf: number; last_at: string | null }>()
  return results.map((row) => ({
    ...submissionOf(row),
    rows: row.live,
    rowsOnBehalf: row.on_behalf,
    lastAt: row.last_at,
    extendedTo: row.extended_to,
    countedAt: row.counted_at,
  }))
}
