import type { Ask } from './context.ts'
import { Refusal } from './problem.ts'
import { rateLimit } from './rateLimit.ts'

/** Requests of one account or, before sign-in, one address: at once, and a second after that. */
export interface Limits {
  readonly burst: number
  readonly perSecond: number
}

/** The platform's window (wrangler.toml: `period`); it does not say how much of it is left. */
const WINDOW_SECONDS = 60

/**
 * Counts a request of `key` in this isolate and, where the host can, on the platform beyond it; throws tooManyRequests
 * where either is full. A platform that fails to count lets pass: the isolate's own count stands.
 */
export function slowDown(limits: Limits): (c: Ask, key: string) => Promise<void> {
  const here = rateLimit(limits.burst, limits.perSecond)
  return async (c, key) => {
    const host = c.get('host')
    const verdict = here(key, host.now().getTime())
    if (!verdict.ok) throw new Refusal('tooManyRequests', { retryAfter: verdict.seconds })
    try {
      if ((await host.passes?.(key, c.env)) !== false) return
    } catch (error) {
      host.log({ event: 'rateLimiterFailed', requestId: c.get('requestId'), error: String(error).slice(0, 300) })
      return
    }
    throw new Refusal('tooManyRequests', { retryAfter: WINDOW_SECONDS })
  }
}
