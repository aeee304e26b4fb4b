import type { RouteKey } from '../../shared/wire/contract.ts'
import { Refusal } from './problem.ts'

/** Requests of one account that run at the same time, and that wait for their turn behind them. */
export const [AT_ONCE, IN_LINE] = [2, 8]
/** Seconds: a heavy read takes tenths of one. */
const RETRY_AFTER = 2

/** Reads of thousands of rows, and what makes documents of them. A sync is not among them: it waits for its transaction alone. */
export const HEAVY: ReadonlySet<RouteKey> = new Set<RouteKey>([
  'GET /v1/periods/{period}/reporters/{reporter}/records',
  'GET /v1/periods/{period}/records',
  'GET /v1/periods/{period}/consolidation',
  'GET /v1/periods/{period}/submissions',
  'GET /v1/changes',
  'GET /v1/audit',
  'GET /v1/export',
  'GET /v1/exports/{ticket}',
  'GET /v1/documents/{ticket}',
  'POST /v1/periods/{period}/documents',
  'POST /v1/registers',
  'POST /v1/import',
])

/** Turns at what is heavy, for each key by itself: others never wait for somebody's hundredth pull. */
export interface Turns {
  /** Waits for a turn, and answers how to end it. Throws tooManyRequests where too many wait already. */
  take(key: string): Promise<() => void>
}

/** The turns of an app. */
export function heavyTurns(): Turns {
  const lines = new Map<string, { running: number; readonly waiting: (() => void)[] }>()
  const end = (key: string) => () => {
    const line = lines.get(key)
    if (!line) return
    const next = line.waiting.shift()
    if (next) next()
    else line.running -= 1
    if (line.running === 0) lines.delete(key)
  }
  return {
    take: async (key) => {
      const line = lines.get(key) ?? { running: 0, waiting: [] }
      lines.set(key, line)
      if (line.running < AT_ONCE) line.running += 1
      else if (line.waiting.length < IN_LINE) await new Promise<void>((turn) => line.waiting.push(turn))
      else throw new Refusal('tooManyRequests', { retryAfter: RETRY_AFTER })
      return end(key)
    },
  }
}
