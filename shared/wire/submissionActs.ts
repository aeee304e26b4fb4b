import { keysOf } from '../base/keysOf.ts'
import type { Role } from './session.ts'

/** What the unit says of its own report. */
export const SAID = ['draft', 'complete'] as const
/** How far the unit's reviewer has signed it. */
export const SIGN_OFF = ['none', 'reviewed', 'approved'] as const
/** What the coordinator says of it. */
export const RECEIPT = ['none', 'received', 'returned', 'accepted', 'locked'] as const

/** The three separate states of a unit's period: what the unit says, its sign-off, what the coordinator says. */
export interface SubmissionState {
  readonly said: (typeof SAID)[number]
  readonly signOff: (typeof SIGN_OFF)[number]
  readonly receipt: (typeof RECEIPT)[number]
}

/** Who may do an act ('own': of their own unit), from which states, what it makes of them, and whether it needs a reason. */
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
  'take-over': {
    roles: { clerk: 'own' },
    from: {},
    to: {},
    reason: false,
    summary: 'The unit has looked at what was sent for it, and stands by it',
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
    summary: 'The unit signs it',
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
/** The name of an act, as addresses have it. */
export type SubmissionAct = keyof typeof SUBMISSION_ACTS

/** The route of an act, as contract, policy and handlers name it. */
export type ActRoute = `POST /v1/periods/{period}/reporters/{reporter}/submission/${SubmissionAct}`

/** A row for the route of every act of the table; what the compiler loses in `fromEntries` is given back in this one place. */
export const forEachAct = <T>(rowOf: (act: SubmissionAct) => T): Readonly<Record<ActRoute, T>> =>
  Object.fromEntries(
    keysOf(SUBMISSION_ACTS).map((act): [ActRoute, T] => [`POST /v1/periods/{period}/reporters/{reporter}/submission/${act}`, rowOf(act)]),
  ) as Record<ActRoute, T>

/**
 * The acts that a state allows a role, in the order of the table; `own`: whether the unit is the person's own. The server
 * decides by the same table.
 */
export function allowedActs(state: SubmissionState, role: Role, own: boolean): readonly SubmissionAct[] {
  return keysOf(SUBMISSION_ACTS).filter((act) => {
    const { roles, from }: ActRule = SUBMISSION_ACTS[act]
    const reach = roles[role]
    if (reach === undefined || (reach === 'own' && !own)) return false
    return keysOf(from).every((part) => from[part]?.includes(state[part]) ?? true)
  })
}
