import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { ApiFault } from '../ports/apiFault.ts'
import type { RawAnswer } from './decodeAnswer.ts'
import type { ServerClock } from './serverClock.ts'

/** One request, before it is sent. `body` is the exact text that goes. */
export interface RequestLine {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  /** Given up after so long, where that is not as long as for any other. */
  readonly timeoutMs?: number
  /** Gives it up before that; only of a request that changes nothing. */
  readonly signal?: AbortSignal | undefined
}

/** Sends a request to our server and reads the answer whole, or says why there is none; never throws. */
export type Request = (line: RequestLine) => Promise<Result<RawAnswer & { readonly etag: string | null }, ApiFault>>

/**
 * The pane's only use of `fetch`. `origin` is "" where the server serves the pane itself; the time-out covers the body
 * too; `clock` hears the server's time.
 */
export function createRequest(origin: string, timeoutMs: number, clock: Pick<ServerClock, 'hear'>, send: typeof fetch = fetch): Request {
  return async (line) => {
    const stop = new AbortController()
    const giveUp = () => stop.abort()
    const timer = setTimeout(giveUp, line.timeoutMs ?? timeoutMs)
    if (line.signal?.aborted) giveUp()
    line.signal?.addEventListener('abort', giveUp)
    try {
      const response = await send(`${origin}${line.path}`, {
        method: line.method,
        headers: line.headers,
        ...(line.body === undefined ? {} : { body: line.body }),
        // Nothing of the city's figures stays in a browser's cache, and no cookie or referrer leaves with a request.
        cache: 'no-store',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        signal: stop.signal,
      })
      clock.hear(response.headers.get('Date'))
      return ok({
        status: response.status,
        contentType: response.headers.get('Content-Type') ?? '',
        retryAfter: response.headers.get('Retry-After'),
        etag: response.headers.get('ETag'),
        text: await response.text(),
      })
    } catch {
      if (line.signal?.aborted) return fail({ tag: 'cancelled' })
      return fail({ tag: stop.signal.aborted ? 'timeout' : 'offline' })
    } finally {
      clearTimeout(timer)
      line.signal?.removeEventListener('abort', giveUp)
    }
  }
}
