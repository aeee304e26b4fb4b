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

/** Two counts of requests; each throws tooManyRequests where it is full. */
export interface SlowDown {
  /** In this isolate. */
  here(c: Ask, key: string): void
  /** Takes back what was counted in this isolate: it was somebody else's. */
  giveBack(c: Ask, key: string): void
  /** On the platform, where the host can; one that fails to count lets pass, and the isolate's own count is what is left. */
  beyond(c: Ask, key: string): Promise<void>
}

/** The counts of an app. */
export function slowDown(limits: Limits): SlowDown {
  const count = rateLimit(limits.burst, limits.perSecond)
  return {
    here(c, key) {
      const verdict = count(key, c.get('host').now().getTime())
      if (!verdict.ok) throw new Refusal('tooManyRequests', { retryAfter: verdict.seconds })
    },
    giveBack(c, key) {
      count(key, c.get('host').now().getTime(), -1)
    },
    async beyond(c, key) {
      const host = c.get('host')
      let passes: boolean | undefined
      try {
        passes = await host.passes?.(key, c.env)
      } catch (error) {
        host.log({ event: 'rateLimiterFailed', requestId: c.get('requestId'), error: String(error).slice(0, 300) })
      }
      if (passes === false) throw new Refusal('tooManyRequests', { retryAfter: WINDOW_SECONDS })
    },
  }
}
