import type { RouteKey } from '../../shared/wire/contract.ts'
import { findSession, type Session } from '../store/sessions.ts'
import type { Ask } from './context.ts'
import { firstRead } from './firstRead.ts'
import { POLICY } from './policy.ts'
import { Refusal } from './problem.ts'

/**
 * Recognises who asks and lets the policy table decide. Throws notSignedIn, forbidden for a role, tooManyRequests,
 * and notFound for another unit's address, which answers like one that does not exist.
 */
export async function authorize(c: Ask, key: RouteKey, slow: (c: Ask, key: string) => Promise<void>): Promise<void> {
  const rule = POLICY[key]
  const host = c.get('host')
  if (rule === 'anyone') {
    await slow(c, `address:${host.address(c.req.raw)}`)
    return
  }
  const token = /^Bearer ([A-Za-z0-9_-]{43})$/.exec(c.req.header('authorization') ?? '')?.[1]
  const found = token === undefined ? undefined : await findSession(c.env.DB, token, (tokenHash) => firstRead(c, key, tokenHash))
  if (!found) {
    await slow(c, `address:${host.address(c.req.raw)}`)
    throw new Refusal('notSignedIn')
  }
  const { session, read } = found
  c.set('session', session)
  c.set('read', read)
  c.set('role', session.account.role)
  await slow(c, `account:${session.account.id}`)
  const reach = rule[session.account.role]
  if (reach === undefined) throw new Refusal('forbidden')
  if (reach === 'own' && c.req.param('reporter') !== session.account.reporter) throw new Refusal('notFound')
}

/** The session that `authorize` recognised; a bug where the policy lets anyone in. */
export function sessionOf(c: Ask): Session {
  const session = c.get('session')
  if (!session) throw new Error('a route for everyone asked for a session')
  return session
}
