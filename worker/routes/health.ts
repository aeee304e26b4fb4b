import type { Handler } from '../http/context.ts'
import { Refusal } from '../http/problem.ts'
import { readCity } from '../store/periods.ts'

/** /healthz: the process answers. /readyz: the database answers, is migrated, and can store. */
export const health: { readonly alive: Handler; readonly ready: Handler } = {
  alive: async (c) => c.json({ status: 'ok' }),
  // Not migrated yet, or no database: a load balancer asks again.
  ready: async (c) => {
    const reason = c.get('host').unready?.()
    if (reason !== undefined) throw new Refusal('busy', { retryAfter: 60, detail: reason })
    try {
      await readCity(c.env.DB)
    } catch {
      throw new Refusal('busy', { retryAfter: 5 })
    }
    return c.json({ status: 'ready' })
  },
}
