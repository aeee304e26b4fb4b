import type { SubmissionAct } from '../../shared/wire/submissionActs.ts'

/** Who does each act on a unit's period, written down by hand beside the policy that it is held against. */
export const WHO_ACTS = {
  complete: 'clerk',
  redraft: 'clerk',
  'take-over': 'clerk',
  review: 'reviewer',
  approve: 'reviewer',
  'send-back': 'reviewer',
  receive: 'coordinator',
  return: 'coordinator',
  accept: 'coordinator',
  lock: 'coordinator',
  unlock: 'coordinator',
} as const satisfies Record<SubmissionAct, string>
