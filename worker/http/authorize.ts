import type { RouteKey } from '../../shared/wire/contract.ts'
import { hashOf } from '../secrets/hashOf.ts'
import { findSession, type Session } from '../store/people/sessions.ts'
import type { Ask } from './context.ts'
import { firstRead } from './firstRead.ts'
import { POLICY } from './policy.ts'
import { Refusal } from './problem.ts'
import type { SlowDown } from './slowDown.ts'

/**
 * Finds out who asks and lets the policy table decide. Throws notSignedIn, forbidden for a role, tooManyRequests,
 * and notFound for another unit's address, which answers like one that does not exist.
 */
export async function authorize(c: Ask, key: RouteKey, slow: SlowDown): Promise<void> {
  const rule = POLICY[key]
  // Without a session a request is counted by its address, with one by its account: colleagues share an address.
  const counted = async () => {
    const address = `address:${c.get('host').address(c.req.raw)}`
    slow.here(c, address)
    await slow.beyond(c, address)
  }
  if (rule === 'anyone') return counted()
  const token = /^Bearer ([A-Za-z0-9_-]{43})$/.exec(c.req.header('authorization') ?? '')?.[1]
  if (token === undefined) {
    await counted()
    throw new Refusal('notSignedIn')
  }
  // Looked up by its hash, at each request: no comparison whose time says how much was right, and a revocation acts at once.
  const tokenHash = await hashOf(token)
  const found = await findSession(c.env.DB, tokenHash, firstRead(c, key, tokenHash))
  if (!found) {
    await counted()
    throw new Refusal('notSignedIn')
  }
  const { account } = found.session
  c.set('session', found.session)
  c.set('read', found.read)
  c.set('role', account.role)
  slow.here(c, `account:${account.id}`)
  const reach = rule[account.role]
  if (reach === undefined) throw new Refusal('forbidden')
  if (reach === 'own' && c.req.param('reporter') !== account.reporter) throw new Refusal('notFound')
}

/** The session that `authorize` found; a bug where the policy lets anyone in. */
export function sessionOf(c: Ask): Session {
  const session = c.get('session')
  if (!session) throw new Error('a route for everyone asked for a session')
  return session
}
