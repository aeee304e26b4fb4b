import type { Ask } from './context.ts'

/**
 * Does work that the answer does not need (caching it): after it has gone out where the host can wait for it, else before,
 * since a worker is stopped when its answer has gone. Its failure is a line in the log, never the answer's.
 */
export async function afterAnswer(c: Ask, event: string, work: () => Promise<void>): Promise<void> {
  const host = c.get('host')
  const requestId = c.get('requestId')
  const done = work().catch((error: unknown) => {
    host.log({ event, requestId, error: (error instanceof Error ? error.message : String(error)).slice(0, 300) })
  })
  if (host.later) host.later(c, done)
  else await done
}
