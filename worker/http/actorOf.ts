import { GUARD_PROBLEM } from '../store/database/guards.ts'
import type { GuardFault } from '../store/database/runGuarded.ts'
import type { Actor } from '../store/people/actor.ts'
import { sessionOf } from './authorize.ts'
import type { Ask } from './context.ts'
import { Refusal } from './problem.ts'

/** Who acts, for the store and the audit trail. */
export const actorOf = (c: Ask): Actor => ({
  session: sessionOf(c),
  at: c.get('host').now().toISOString(),
  requestId: c.get('requestId'),
})

/** What a failed guard answers. */
export const refuseGuard = ({ guard }: GuardFault): Refusal => new Refusal(GUARD_PROBLEM[guard])

/** A parameter of the address; the app has checked that it is there and well formed. */
export const param = (c: Ask, name: string): string => c.req.param(name) ?? ''

/** The epoch of an If-Match header ("3", quoted or not); undefined where there is none. Throws preconditionFailed for another form. */
export function ifMatchEpoch(c: Ask): number | undefined {
  const header = c.req.header('if-match')
  if (header === undefined) return undefined
  const epoch = /^"?(\d{1,9})"?$/.exec(header.trim())?.[1]
  if (epoch === undefined) throw new Refusal('preconditionFailed')
  return Number(epoch)
}
