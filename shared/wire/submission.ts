import { z } from 'zod'
import type { Role } from './session.ts'

export const SAID = ['draft', 'complete'] as const
export const SIGN_OFF = ['none', 'reviewed', 'approved'] as const
export const RECEIPT = ['none', 'received', 'returned', 'accepted', 'locked'] as const

/** A unit's period: what the unit says, its sign-off, what the coordinator says, and what changed since the sign-off. */
export const submissionSchema = z.strictObject({
  period: z.string(),
  reporter: z.string(),
  reporterName: z.string(),
  said: z.enum(SAID),
  /** When it was last said complete; and whether that was by the soft deadline. */
  saidAt: z.string().nullable(),
  onTime: z.boolean().nullable(),
  signOff: z.enum(SIGN_OFF),
  signedBy: z.string().nullable(),
  receipt: z.enum(RECEIPT),
  /** Why it was returned or reopened. */
  reason: z.string().nullable(),
  /** Rows written since the last sign-off. */
  changesSinceSignOff: z.int(),
  /** The last day on which this unit alone may still send. */
  openUntil: z.string().nullable(),
  version: z.int(),
})
export type Submission = z.infer<typeof submissionSchema>

/** GET /v1/periods/{period}/submissions: 应报 = due, 已报 = reported, 按时 = onTime, 逾期 = late, 未报 = missing. */
export const submissionsAnswerSchema = z.strictObject({
  due: z.int(),
  reported: z.int(),
  onTime: z.int(),
  late: z.int(),
  missing: z.int(),
  submissions: z.array(submissionSchema),
})
export type SubmissionsAnswer = z.infer<typeof submissionsAnswerSchema>

/** Body of an act; the reason is asked for where the act's rule says so. */
export const submissionActSchema = z.strictObject({ reason: z.string().trim().min(1).max(500).optional() })

interface ActRule {
  readonly roles: Readonly<Partial<Record<Role, 'own' | 'any'>>>
  readonly from: { readonly said?: readonly string[]; readonly signOff?: readonly string[]; readonly receipt?: readonly string[] }
  readonly to: { readonly said?: string; readonly signOff?: string; readonly receipt?: string }
  readonly reason: boolean
  readonly summary: string
}

/** Who may do what at each state of a unit's period; everything else is refused. */
export const SUBMISSION_ACTS = {
  complete: {
    roles: { clerk: 'own' },
    from: { said: ['draft'], receipt: ['none', 'received', 'returned', 'accepted'] },
    to: { said: 'complete', receipt: 'none' },
    reason: false,
    summary: 'The unit says that its report is complete',
  },
  redraft: {
    roles: { clerk: 'own' },
    from: { said: ['complete'], signOff: ['none'], receipt: ['none'] },
    to: { said: 'draft' },
    reason: false,
    summary: 'The unit takes its word back before anybody signed',
  },
  review: {
    roles: { reviewer: 'own' },
    from: { said: ['complete'], signOff: ['none'], receipt: ['none', 'received'] },
    to: { signOff: 'reviewed' },
    reason: false,
    summary: "The unit's reviewer has looked at it",
  },
  approve: {
    roles: { reviewer: 'own' },
    from: { said: ['complete'], signOff: ['reviewed'], receipt: ['none', 'received'] },
    to: { signOff: 'approved' },
    reason: false,
    summary: 'The unit stands by it',
  },
  'send-back': {
    roles: { reviewer: 'own' },
    from: { said: ['complete'], receipt: ['none', 'received', 'returned'] },
    to: { said: 'draft', signOff: 'none' },
    reason: true,
    summary: "The unit's reviewer sends it back to the clerk",
  },
  receive: {
    roles: { coordinator: 'any' },
    from: { said: ['complete'], receipt: ['none'] },
    to: { receipt: 'received' },
    reason: false,
    summary: 'The coordinator has received it',
  },
  return: {
    roles: { coordinator: 'any' },
    from: { receipt: ['none', 'received', 'accepted'] },
    to: { said: 'draft', signOff: 'none', receipt: 'returned' },
    reason: true,
    summary: 'The coordinator returns it with a reason',
  },
  accept: {
    roles: { coordinator: 'any' },
    from: { said: ['complete'], receipt: ['received'] },
    to: { receipt: 'accepted' },
    reason: false,
    summary: 'The coordinator accepts it',
  },
  lock: {
    roles: { coordinator: 'any' },
    from: { receipt: ['accepted'] },
    to: { receipt: 'locked' },
    reason: false,
    summary: 'Nothing of it may change any more',
  },
  unlock: {
    roles: { coordinator: 'any' },
    from: { receipt: ['locked'] },
    to: { receipt: 'accepted' },
    reason: true,
    summary: 'Corrections are possible again, with a note',
  },
} as const satisfies Record<string, ActRule>
export type SubmissionAct = keyof typeof SUBMISSION_ACTS
