import type { Actor } from '../store/people/actor.ts'
import { sessionOf } from './authorize.ts'
import type { Ask } from './context.ts'

/** Who acts, when and in which request: for the batch that does it, and for the audit trail. */
export const actorOf = (c: Ask): Actor => ({
  session: sessionOf(c),
  at: c.get('host').now().toISOString(),
  requestId: c.get('requestId'),
})
