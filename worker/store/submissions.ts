import { fail, ok, type Result } from '../../shared/base/result.ts'
import { unitTimeliness } from '../../shared/consolidation/completeness.ts'
import { chinaDay } from '../../shared/quantity/chinaDay.ts'
import type { Submission, UnitSubmission } from '../../shared/wire/submission.ts'
import { SUBMISSION_ACTS, type SubmissionAct } from '../../shared/wire/submissionActs.ts'
import type { Database, Statement } from './database/database.ts'
import type { Condition } from './database/guards.ts'
import { type GuardFault, runGuarded } from './database/runGuarded.ts'
import { extensionStatements } from './extensions.ts'
import { type Actor, actBy, stillAllowed } from './people/actor.ts'
import { auditStatement } from './people/audit.ts'

interface SubmissionRow {
  period: string
  reporter: string
  reporter_name: string
  said: Submission['said'] | null
  said_at: string | null
  sign_off: Submission['signOff'] | null
  signed_by: string | null
  signed_at: string | null
  signed_seq: number | null
  receipt: Submission['receipt'] | null
  reason: string | null
  changes: number | null
  open_until: string | null
  version: number | null
  soft_deadline: string
  extended_to: string | null
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
  changesSinceSignOff: row.changes ?? 0,
  openUntil: row.open_until,
  version: row.version ?? 0,
})

function onTimeOf(row: SubmissionRow): boolean | null {
  if (row.said !== 'complete' || row.said_at === null) return null
  const unit = { completeAt: row.said_at, extendedTo: row.extended_to }
  return unitTimeliness(unit, row.soft_deadline, chinaDay(row.said_at)).timeliness === 'onTime'
}

const COLUMNS = `p.id AS period, u.id AS reporter, u.name AS reporter_name, s.said, s.said_at, s.sign_off, a.name AS signed_by, s.signed_at,
  s.signed_seq, s.receipt, s.reason, s.changes, s.open_until, s.version, p.soft_deadline, e.until AS extended_to`
const FROM = `FROM periods p JOIN units u LEFT JOIN submissions s ON s.period = p.id AND s.reporter = u.id
  LEFT JOIN extensions e ON e.period = p.id AND e.reporter = u.id LEFT JOIN accounts a ON a.id = s.signed_by`

/** The states of one unit's period; undefined where period or unit does not exist. */
export async function findSubmission(db: Database, period: string, reporter: string): Promise<Submission | undefined> {
  const row = await db.prepare(`SELECT ${COLUMNS} ${FROM} WHERE p.id = ? AND u.id = ?`).bind(period, reporter).first<SubmissionRow>()
  return row ? submissionOf(row) : undefined
}

/** A unit's period, how many rows the unit has sent for it, when the last, and its own last day on time where it has one. */
export type ListedSubmission = Omit<UnitSubmission, 'timeliness'> & { readonly extendedTo: string | null }

/** The states of every unit's period, in the order of the units' ids. */
export async function listSubmissions(db: Database, period: string): Promise<ListedSubmission[]> {
  const { results } = await db
    .prepare(
      `SELECT ${COLUMNS}, coalesce(r.live, 0) AS live, r.last_at ${FROM}
      LEFT JOIN (SELECT reporter, sum(deleted = 0) AS live, max(at) AS last_at FROM records WHERE period = ?1 GROUP BY reporter) r
      ON r.reporter = u.id WHERE p.id = ?1 ORDER BY u.id`,
    )
    .bind(period)
    .all<SubmissionRow & { live: number; last_at: string | null }>()
  return results.map((row) => ({ ...submissionOf(row), rows: row.live, lastAt: row.last_at, extendedTo: row.extended_to }))
}

export type SubmissionFault = GuardFault | { readonly tag: 'unknown' }

/** Does one act on a unit's period where its state allows it (`SUBMISSION_ACTS`); recorded in the audit trail. */
export async function actOnSubmission(
  db: Database,
  of: { period: string; reporter: string; act: SubmissionAct; reason: string | null; asOfSeq: number | null; today: string },
  actor: Actor,
): Promise<Result<Submission, SubmissionFault>> {
  const before = await findSubmission(db, of.period, of.reporter)
  if (!before) return fail({ tag: 'unknown' })
  const rule = SUBMISSION_ACTS[of.act]
  const state = stateCondition(of.period, of.reporter, rule.from)
  const bySelf = 'clerk' in rule.roles
  const done = await runGuarded(
    db,
    {
      ...stillAllowed(actor),
      state,
      ...(bySelf ? { period_open: openCondition(of.period, of.reporter, of.today) } : {}),
      ...(of.asOfSeq === null ? {} : { precondition: unwrittenSince(of.period, of.reporter, of.asOfSeq) }),
    },
    [
      ensureRow(db, of.period, of.reporter),
      setStates(db, of, rule.to, actor),
      auditStatement(db, {
        ...actBy(actor),
        act: `submission.${of.act}`,
        object: `${of.period}/${of.reporter}`,
        reason: of.reason,
        before: states(before),
        after: rule.to,
      }),
    ],
  )
  if (!done.ok) return done
  const after = await findSubmission(db, of.period, of.reporter)
  return after ? ok(after) : fail({ tag: 'unknown' })
}

/**
 * Gives one unit more time: it may send until `until`, whatever the period's deadline; null takes it back. A lock overrides it.
 * The act keeps the name it has had in the audit trail from the first version on: stored entries never change.
 */
export async function setExtension(
  db: Database,
  of: { period: string; reporter: string; until: string | null; reason: string },
  actor: Actor,
): Promise<Result<Submission, SubmissionFault>> {
  const before = await findSubmission(db, of.period, of.reporter)
  if (!before) return fail({ tag: 'unknown' })
  const done = await runGuarded(db, stillAllowed(actor), [
    ensureRow(db, of.period, of.reporter),
    db
      .prepare('UPDATE submissions SET open_until = ?, version = version + 1 WHERE period = ? AND reporter = ?')
      .bind(of.until, of.period, of.reporter),
    ...extensionStatements(db, { ...of, today: chinaDay(actor.at) }),
    auditStatement(db, {
      ...actBy(actor),
      act: 'submission.exception',
      object: `${of.period}/${of.reporter}`,
      reason: of.reason,
      before: { openUntil: before.openUntil },
      after: { openUntil: of.until },
    }),
  ])
  if (!done.ok) return done
  const after = await findSubmission(db, of.period, of.reporter)
  return after ? ok(after) : fail({ tag: 'unknown' })
}

/** Not locked, and open to all until the hard deadline, or to this unit alone by an extension. */
export const openCondition = (period: string, reporter: string, today: string): Condition => ({
  sql: `SELECT state = 'open' AND (hard_deadline >= ? OR EXISTS (SELECT 1 FROM submissions WHERE period = ? AND reporter = ? AND open_until >= ?))
    FROM periods WHERE id = ?`,
  values: [today, period, reporter, today, period],
})

/** No row of the unit was written after the position that the person has read it at. */
const unwrittenSince = (period: string, reporter: string, asOfSeq: number): Condition => ({
  sql: 'SELECT NOT EXISTS (SELECT 1 FROM records WHERE period = ? AND reporter = ? AND seq > ?)',
  values: [period, reporter, asOfSeq],
})

/** A returned row returns the unit's period, unless it is locked. */
export const returnStatements = (db: Database, period: string, reporter: string, reason: string): Statement[] => [
  ensureRow(db, period, reporter),
  db
    .prepare(
      `UPDATE submissions SET said = 'draft', sign_off = 'none', receipt = 'returned', reason = ?, version = version + 1
      WHERE period = ? AND reporter = ?`,
    )
    .bind(reason, period, reporter),
]

export const stateCondition = (
  period: string,
  reporter: string,
  from: { readonly said?: readonly string[]; readonly signOff?: readonly string[]; readonly receipt?: readonly string[] },
): Condition => {
  const columns = [
    { column: 'said', allowed: from.said, absent: 'draft' },
    { column: 'sign_off', allowed: from.signOff, absent: 'none' },
    { column: 'receipt', allowed: from.receipt, absent: 'none' },
  ].filter(({ allowed }) => allowed !== undefined)
  const among = columns.map(
    ({ column, allowed, absent }) =>
      `coalesce(max(${column}), '${absent}') IN (${(allowed ?? []).map((value) => `'${value}'`).join(', ')})`,
  )
  return { sql: `SELECT ${among.join(' AND ')} FROM submissions WHERE period = ? AND reporter = ?`, values: [period, reporter] }
}

const ensureRow = (db: Database, period: string, reporter: string): Statement =>
  db.prepare('INSERT INTO submissions (period, reporter) VALUES (?, ?) ON CONFLICT DO NOTHING').bind(period, reporter)

function setStates(
  db: Database,
  of: { period: string; reporter: string; reason: string | null },
  to: { readonly said?: string; readonly signOff?: string; readonly receipt?: string },
  actor: Actor,
): Statement {
  const signs = to.signOff === 'reviewed' || to.signOff === 'approved'
  return db
    .prepare(
      `UPDATE submissions SET said = coalesce(?1, said), said_at = CASE WHEN ?1 = 'complete' THEN ?2 ELSE said_at END,
      sign_off = coalesce(?3, sign_off), signed_by = CASE WHEN ?3 IS NULL THEN signed_by WHEN ?4 = 1 THEN ?5 END,
      signed_at = CASE WHEN ?4 = 1 THEN ?2 ELSE signed_at END,
      signed_seq = CASE WHEN ?4 = 1 THEN (SELECT seq FROM city) ELSE signed_seq END,
      changes = CASE WHEN ?4 = 1 THEN 0 ELSE changes END, receipt = coalesce(?6, receipt), reason = ?7, version = version + 1
      WHERE period = ?8 AND reporter = ?9`,
    )
    .bind(
      to.said ?? null,
      actor.at,
      to.signOff ?? null,
      signs ? 1 : 0,
      actor.session.account.id,
      to.receipt ?? null,
      of.reason,
      of.period,
      of.reporter,
    )
}

const states = ({ said, signOff, receipt, changesSinceSignOff }: Submission) => ({ said, signOff, receipt, changesSinceSignOff })
