import type { Outward } from './outward.ts'

/** Far above any document of a provider: an answer without an end costs memory. */
const MAX_CHARACTERS = 200_000
/** A person waits. */
const MAX_MS = 8_000

/** Status and JSON of an answer of the provider; undefined where it cannot be reached, redirects, or answers no JSON of a usual size. */
export async function fetchJson(
  ask: Outward,
  address: string,
  init: RequestInit,
): Promise<{ readonly status: number; readonly body: unknown } | undefined> {
  try {
    // No redirects: the secret goes to the address that was configured and to no other.
    const answer = await ask(address, { ...init, redirect: 'manual', signal: AbortSignal.timeout(MAX_MS) })
    if (answer.status >= 300 && answer.status < 400) return undefined
    const text = await answer.text()
    return text.length > MAX_CHARACTERS ? undefined : { status: answer.status, body: JSON.parse(text) }
  } catch {
    return undefined
  }
}
