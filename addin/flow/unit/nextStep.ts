import type { SendingClosed } from '../../../shared/consolidation/sendingDays.ts'
import type { SubmissionState } from '../../../shared/wire/submissionActs.ts'

/** Who has to act next on a unit's period, and for what. */
export type NextStep =
  | 'periodLocked'
  | 'lastDayPassed'
  | 'unreviewed'
  | 'clerk'
  | 'correct'
  | 'review'
  | 'approve'
  | 'receive'
  | 'accept'
  | 'lock'
  | 'done'

/**
 * locked → done; accepted → lock; a draft → why nothing can be sent (`closed`), else clerk, or correct where it was returned or
 * sent back; complete: received → accept, else by the sign-off none → review (unreviewed where the unit has nobody for it),
 * reviewed → approve, approved → receive.
 */
export function nextStep(
  { said, signOff, receipt, reason, hasReviewer }: SubmissionState & { readonly reason: string | null; readonly hasReviewer: boolean },
  closed: SendingClosed | null,
): NextStep {
  if (receipt === 'locked') return 'done'
  if (receipt === 'accepted') return 'lock'
  if (said === 'draft' && closed !== null && closed !== 'unitLocked') return closed
  if (said === 'draft') return reason === null ? 'clerk' : 'correct'
  if (receipt === 'received') return 'accept'
  return ({ none: hasReviewer ? 'review' : 'unreviewed', reviewed: 'approve', approved: 'receive' } as const)[signOff]
}

/** Whose reason a unit's period has, and what it is; null where there is none. */
export function reasonOf({ said, receipt, reason }: SubmissionState & { readonly reason: string | null }) {
  if (reason === null) return null
  if (receipt === 'returned') return { by: 'returned', reason } as const
  if (receipt === 'accepted') return { by: 'unlocked', reason } as const
  return said === 'draft' ? ({ by: 'sentBack', reason } as const) : null
}
