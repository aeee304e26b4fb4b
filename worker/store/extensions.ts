import { fail, ok, type Result } from '../../shared/base/result.ts'
import { chinaDay } from '../../shared/quantity/dates/chinaDay.ts'
import type { Submission } from '../../shared/wire/submission.ts'
import type { SubmissionFault } from './actOnSubmission.ts'
import type { Database, Statement } from './database/database.ts'
import { prepareNamed } from './database/prepareNamed.ts'
import { runGuarded } from './database/runGuarded.ts'
import { type Actor, actBy, stillAllowed } from './people/actor.ts'
import { auditStatement } from './people/audit.ts'
import { ensureRow } from './submissionStates.ts'
import { findSubmission } from './submissions.ts'

/** More time for one unit: it may send until this day; null takes it back. */
export interface Extension {
  readonly period: string
  readonly reporter: string
  readonly until: string | null
  readonly reason: string
}

/**
 * Gives one unit more time, whatever the period's deadline, or takes it back. A lock overrides it. The act has
 * the name that the audit trail had for it from the first version on: stored entries never change.
 */
export async function setExtension(db: Database, of: Extension, actor: Actor): Promise<Result<Submission, SubmissionFault>> {
  const { period, reporter, until } = of
  const before = await findSubmission(db, period, reporter)
  if (!before) return fail({ tag: 'unknown' })
  const done = await runGuarded(db, stillAllowed(actor), [
    ensureRow(db, period, reporter),
    db
      .prepare('UPDATE submissions SET open_until = ?, version = version + 1 WHERE period = ? AND reporter = ?')
      .bind(until, period, reporter),
    moveDeadline(db, of, chinaDay(actor.at)),
    auditStatement(db, {
      ...actBy(actor),
      act: 'submission.exception',
      object: `${period}/${reporter}`,
      reason: of.reason,
      before: { openUntil: before.openUntil },
      after: { openUntil: until },
    }),
  ])
  if (!done.ok) return done
  const after = await findSubmission(db, period, reporter)
  return after ? ok(after) : fail({ tag: 'unknown' })
}

/** The unit's own deadline has not passed yet. */
const IN_TIME = `:today <= (SELECT max(p.soft_deadline, coalesce((SELECT until FROM extensions WHERE period = :period AND reporter = :reporter), ''))
    FROM periods p WHERE p.id = :period)`

/**
 * What an extension means for being on time. Given before the unit's deadline has passed, the unit is on time until that
 * day, and a row of `extensions` says so; given later the unit may still send (`submissions.open_until`), and late stays
 * late. Nothing is done then.
 */
function moveDeadline(db: Database, { period, reporter, until }: Extension, today: string): Statement {
  const values = { period, reporter, today }
  if (until === null)
    return prepareNamed(db, `DELETE FROM extensions WHERE period = :period AND reporter = :reporter AND ${IN_TIME}`, values)
  return prepareNamed(
    db,
    `INSERT INTO extensions (period, reporter, until) SELECT :period, :reporter, :until WHERE ${IN_TIME}
    ON CONFLICT (period, reporter) DO UPDATE SET until = excluded.until`,
    { ...values, until },
  )
}
