import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { Outstanding } from '../../shared/wire/outstanding.ts'
import type { Submission } from '../../shared/wire/submission.ts'
import { SUBMISSION_ACTS, type SubmissionAct } from '../../shared/wire/submissionActs.ts'
import type { Database, Statement } from './database/database.ts'
import type { Condition } from './database/guards.ts'
import { prepareNamed } from './database/prepareNamed.ts'
import { type GuardFault, runGuarded } from './database/runGuarded.ts'
import { takeOverStatements } from './filesOnBehalf.ts'
import { type Actor, actBy, stillAllowed } from './people/actor.ts'
import { auditStatement } from './people/audit.ts'
import { ensureRow, openCondition, stateCondition } from './submissionStates.ts'
import { findSubmission } from './submissions.ts'

/** Why an act was not done: a condition failed, or there is no such period or unit. */
export type SubmissionFault = GuardFault | { readonly tag: 'unknown' }

/** An act on a unit's period, and what it is done with. */
export interface ActOfUnit {
  readonly period: string
  readonly reporter: string
  readonly act: SubmissionAct
  readonly reason: string | null
  /** The position that the person has read the unit's rows at; null where they do not say. */
  readonly asOfSeq: number | null
  /** China's day. */
  readonly today: string
  /** What was outstanding when the person asked for it all the same; null where nothing was. */
  readonly outstanding: Outstanding | null
}

/** Does one act on a unit's period where its state allows it (`SUBMISSION_ACTS`); recorded in the audit trail. */
export async function actOnSubmission(db: Database, of: ActOfUnit, actor: Actor): Promise<Result<Submission, SubmissionFault>> {
  const { period, reporter } = of
  const before = await findSubmission(db, period, reporter)
  if (!before) return fail({ tag: 'unknown' })
  const rule = SUBMISSION_ACTS[of.act]
  const state = stateCondition(period, reporter, rule.from)
  // What the unit itself does needs an open period; a coordinator receives, returns and locks after the deadline, too.
  const bySelf = 'clerk' in rule.roles
  const done = await runGuarded(
    db,
    {
      ...stillAllowed(actor),
      state,
      ...(bySelf ? { period_open: openCondition(period, reporter, of.today) } : {}),
      ...(of.asOfSeq === null ? {} : { precondition: unwrittenSince(period, reporter, of.asOfSeq) }),
    },
    [
      ensureRow(db, period, reporter),
      ...(of.act === 'take-over' ? takeOverStatements(db, of, actor) : [setStates(db, of, rule.to, actor)]),
      auditStatement(db, {
        ...actBy(actor),
        act: `submission.${of.act}`,
        object: `${period}/${reporter}`,
        reason: of.reason,
        before: states(before),
        after: of.outstanding === null ? rule.to : { ...rule.to, ...of.outstanding },
      }),
    ],
  )
  if (!done.ok) return done
  const after = await findSubmission(db, period, reporter)
  return after ? ok(after) : fail({ tag: 'unknown' })
}

/** No row of the unit was written after the position that the person has read it at. */
const unwrittenSince = (period: string, reporter: string, asOfSeq: number): Condition => ({
  sql: 'SELECT NOT EXISTS (SELECT 1 FROM records WHERE period = ? AND reporter = ? AND seq > ?)',
  values: [period, reporter, asOfSeq],
})

/** What an act changes, each as its rule says; a state that the rule does not name stays. */
interface NewStates {
  readonly said?: string
  readonly signOff?: string
  readonly receipt?: string
}

/**
 * The completion that counts for the deadline: that of now; after a return the one before it, where something had been sent by then. What
 * was reported in time is not late because the coordinator asked for a correction.
 */
const COUNTED_AT = `CASE WHEN receipt = 'returned' AND EXISTS (SELECT 1 FROM history h WHERE h.period = :period AND h.reporter = :reporter
      AND h.at <= submissions.counted_at) THEN counted_at ELSE :at END`

/** The time and the position of a signature stay when the sign-off is taken back: what differs is counted from them. */
function setStates(db: Database, { period, reporter, reason }: ActOfUnit, to: NewStates, actor: Actor): Statement {
  const signs = to.signOff === 'reviewed' || to.signOff === 'approved'
  return prepareNamed(
    db,
    `UPDATE submissions SET said = coalesce(:said, said), said_at = CASE WHEN :said = 'complete' THEN :at ELSE said_at END,
    counted_at = CASE WHEN :said = 'complete' THEN ${COUNTED_AT} ELSE counted_at END,
    sign_off = coalesce(:signOff, sign_off), signed_by = CASE WHEN :signOff IS NULL THEN signed_by WHEN :signs = 1 THEN :account END,
    signed_name = CASE WHEN :signOff IS NULL THEN signed_name WHEN :signs = 1 THEN :accountName END,
    signed_at = CASE WHEN :signs = 1 THEN :at ELSE signed_at END,
    signed_seq = CASE WHEN :signs = 1 THEN (SELECT seq FROM city) ELSE signed_seq END,
    receipt = coalesce(:receipt, receipt), reason = :reason,
    version = version + 1 WHERE period = :period AND reporter = :reporter`,
    {
      said: to.said ?? null,
      at: actor.at,
      signOff: to.signOff ?? null,
      signs: signs ? 1 : 0,
      account: actor.session.account.id,
      accountName: actor.session.account.name,
      receipt: to.receipt ?? null,
      reason,
      period,
      reporter,
    },
  )
}

/** What the audit trail records of a unit's period. */
const states = ({ said, signOff, receipt, changedRows }: Submission) => ({
  said,
  signOff,
  receipt,
  changesSinceSignOff: changedRows.length,
})
