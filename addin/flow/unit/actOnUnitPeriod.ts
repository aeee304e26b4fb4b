import { keysOf } from '../../../shared/base/keysOf.ts'
import { fail, ok, type Result } from '../../../shared/base/result.ts'
import type { Submission } from '../../../shared/wire/submission.ts'
import { SUBMISSION_ACTS, type SubmissionAct, type SubmissionState } from '../../../shared/wire/submissionActs.ts'
import type { ApiFault } from '../../ports/apiFault.ts'
import type { Ports } from '../../ports/ports.ts'
import { openUnitPeriod, type UnitPeriod } from './openUnitPeriod.ts'

/** Somebody acted first; or a row was written after the person had read them. `now` is how things are, where it could be read. */
export interface ActFault {
  readonly tag: 'notDone'
  readonly why: ApiFault | { readonly tag: 'quicker' } | { readonly tag: 'rowsChanged' }
  /** Null: it is not known how things are, and nothing may be offered before it is read. */
  readonly now: UnitPeriod | null
}

/** Acts that vouch for the rows, and so name the position at which the person has read them. */
const VOUCHES_FOR_ROWS: ReadonlySet<SubmissionAct> = new Set(['review', 'approve', 'accept'])

/** What a person says with an act: why, and that they were told what is outstanding. */
interface ActWords {
  readonly reason: string | null
  readonly confirmed?: boolean
}

/**
 * Does one act on a unit's period. Whatever comes back, the period is read again before anything is offered again: an
 * act whose answer was lost counts as done where the state says so, and is never sent a second time by itself.
 */
export async function actOnUnitPeriod(
  ports: Ports,
  before: UnitPeriod,
  act: SubmissionAct,
  { reason, confirmed = false }: ActWords,
): Promise<Result<UnitPeriod, ActFault>> {
  const { period } = before.submission
  const answer = await ports.api.act(period, before.reporter, act, {
    ...(reason === null ? {} : { reason }),
    ...(confirmed ? { confirmed: true } : {}),
    ...(VOUCHES_FOR_ROWS.has(act) ? { asOfSeq: before.asOfSeq } : {}),
  })
  // Also after a success: others may have acted in the meantime, and the rows may have moved.
  const fresh = await openUnitPeriod(ports, period, before.reporter)
  const now = fresh.ok ? fresh.value : null
  if (answer.ok) return ok(now ?? { ...before, submission: answer.value })
  const { fault } = answer
  if (fault.tag === 'problem' && fault.code === 'stateNotAllowed') return fail({ tag: 'notDone', why: { tag: 'quicker' }, now })
  if (fault.tag === 'problem' && fault.code === 'preconditionFailed') return fail({ tag: 'notDone', why: { tag: 'rowsChanged' }, now })
  if (now !== null && wasLost(fault) && cameTrue(before.submission, now.submission, act)) return ok(now)
  return fail({ tag: 'notDone', why: fault, now })
}

/** The server may have done it, but its answer was lost. */
const wasLost = (fault: ApiFault): boolean =>
  fault.tag === 'offline' || fault.tag === 'timeout' || fault.tag === 'foreignAnswer' || (fault.tag === 'problem' && fault.status >= 500)

function cameTrue(before: Submission, now: Submission, act: SubmissionAct): boolean {
  const to: Partial<SubmissionState> = SUBMISSION_ACTS[act].to
  return now.version > before.version && keysOf(to).every((part) => now[part] === to[part])
}
