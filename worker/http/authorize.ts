import type { RouteKey } from '../../shared/wire/contract.ts'
import type { Account } from '../../shared/wire/session.ts'
import { hashOf } from '../secrets/hashOf.ts'
import type { Answer, Statement } from '../store/database/database.ts'
import { findSession, type Session } from '../store/people/sessions.ts'
import type { Ask } from './context.ts'
import { firstRead } from './firstRead.ts'
import { HEAVY, type Turns } from './heavyTurns.ts'
import { POLICY, type Rule } from './policy.ts'
import { Refusal } from './problem.ts'
import type { SlowDown } from './slowDown.ts'

/** Whose tokens were seen last; forgetting all of them costs each a round trip. */
const MAX_KNOWN = 10_000

/** Who had a session when this isolate last looked, by the hash of the token: what may be read ahead, never who may do what. */
export type KnownSessions = Map<string, Account>

/** What an app has at its door. */
export interface Doorkeepers {
  readonly slow: SlowDown
  readonly known: KnownSessions
  readonly turns: Turns
}

/**
 * Finds out who asks and lets the policy table decide. Throws notSignedIn, forbidden for a role, tooManyRequests,
 * and notFound for another unit's address, which answers like one that does not exist.
 *
 * Counted before anything is read; and what a route reads first comes with the session, in one round trip, only for a token
 * that this isolate knows. A made-up one costs a look for its row, and nothing else is read for it.
 */
export async function authorize(c: Ask, key: RouteKey, { slow, known, turns }: Doorkeepers): Promise<void> {
  const rule = POLICY[key]
  // Without a session a request is counted by its address, with one by its account: colleagues share an address.
  const address = `address:${c.get('host').address(c.req.raw)}`
  const token = /^Bearer ([A-Za-z0-9_-]{43})$/.exec(c.req.header('authorization') ?? '')?.[1]
  if (rule === 'anyone' || token === undefined) {
    slow.here(c, address)
    await slow.beyond(c, address)
    if (rule !== 'anyone') throw new Refusal('notSignedIn')
    return waitForTurn(c, key, { turns, who: address })
  }
  // Looked up by its hash, at each request: no comparison whose time says how much was right, and a revocation acts at once.
  const tokenHash = await hashOf(token)
  const before = known.get(tokenHash)
  slow.here(c, before ? `account:${before.id}` : address)
  // Before anything heavy is read: behind one's own, and nobody else's.
  await waitForTurn(c, key, { turns, who: before ? `account:${before.id}` : address })
  const ahead = before && refusalOf(c, rule, before) === undefined ? firstRead(c, key, tokenHash) : []
  const found = await findSession(c.env.DB, tokenHash, ahead)
  if (!found) {
    known.delete(tokenHash)
    if (before) slow.here(c, address)
    await slow.beyond(c, address)
    throw new Refusal('notSignedIn')
  }
  const { account } = found.session
  if (known.size >= MAX_KNOWN) known.clear()
  known.set(tokenHash, account)
  if (!before) {
    // Counted by the address until it was known whose it is: colleagues who share one are not counted against each other.
    slow.giveBack(c, address)
    slow.here(c, `account:${account.id}`)
  }
  c.set('session', found.session)
  c.set('role', account.role)
  const refusal = refusalOf(c, rule, account)
  if (refusal) throw new Refusal(refusal)
  c.set('read', ahead.length > 0 ? found.read : await readNow(c, firstRead(c, key, tokenHash)))
}

/** What the policy table has against an account; undefined where nothing. */
function refusalOf(c: Ask, rule: Exclude<Rule, 'anyone'>, { role, reporter }: Account): 'forbidden' | 'notFound' | undefined {
  const reach = rule[role]
  if (reach === undefined) return 'forbidden'
  return reach === 'own' && c.req.param('reporter') !== reporter ? 'notFound' : undefined
}

/** What is heavy waits until few of the same person's run; the turn ends with the answer. */
async function waitForTurn(c: Ask, key: RouteKey, { turns, who }: { turns: Turns; who: string }): Promise<void> {
  if (HEAVY.has(key)) c.set('endTurn', await turns.take(who))
}

const readNow = async (c: Ask, statements: readonly Statement[]): Promise<readonly Answer[]> =>
  statements.length === 0 ? [] : await c.env.DB.batch<unknown>([...statements])

/** The session that `authorize` found; a bug where the policy lets anyone in. */
export function sessionOf(c: Ask): Session {
  const session = c.get('session')
  if (!session) throw new Error('a route for everyone asked for a session')
  return session
}
