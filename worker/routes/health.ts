import type { Handler } from '../http/context.ts'
import { Refusal } from '../http/problem.ts'
import { readCity } from '../store/periods.ts'

/** /healthz: the process answers. /readyz: the database answers and is migrated. */
export const health: { readonly alive: Handler; readonly ready: Handler } = {
  alive: async (c) => c.json({ status: 'ok' }),
  // Not migrated yet, or no database: a load balancer asks again.
  ready: async (c) => {
    try {
      await readCity(c.env.DB)
    } catch {
      throw new Refusal('busy', { retryAfter: 5 })
    }
    return c.json({ status: 'ready' })
  },
}
