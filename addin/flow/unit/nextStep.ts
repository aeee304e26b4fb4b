import type { SubmissionState } from '../../../shared/wire/submissionActs.ts'

/** Who has to act next on a unit's period, and for what. */
export type NextStep = 'clerk' | 'correct' | 'review' | 'approve' | 'receive' | 'accept' | 'lock' | 'done'

/**
 * locked → done; accepted → lock; a draft → clerk, or correct where it was returned or sent back; complete: received →
 * accept, else by the sign-off none → review, reviewed → approve, approved → receive.
 */
export function nextStep({ said, signOff, receipt, reason }: SubmissionState & { readonly reason: string | null }): NextStep {
  if (receipt === 'locked') return 'done'
  if (receipt === 'accepted') return 'lock'
  if (said === 'draft') return reason === null ? 'clerk' : 'correct'
  if (receipt === 'received') return 'accept'
  return ({ none: 'review', reviewed: 'approve', approved: 'receive' } as const)[signOff]
}

/** Whose reason a unit's period has, and what it is; null where there is none. */
export function reasonOf({ said, receipt, reason }: SubmissionState & { readonly reason: string | null }) {
  if (reason === null) return null
  if (receipt === 'returned') return { by: 'returned', reason } as const
  if (receipt === 'accepted') return { by: 'unlocked', reason } as const
  return said === 'draft' ? ({ by: 'sentBack', reason } as const) : null
}
