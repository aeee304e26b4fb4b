import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { ApiFault } from '../ports/apiFault.ts'
import { problemShape } from './answers.ts'
import type { Shape } from './shape.ts'

/** What came back over the network, before anybody believes it. */
export interface RawAnswer {
  readonly status: number
  readonly contentType: string
  readonly retryAfter: string | null
  readonly text: string
}

/**
 * Believes an answer only if it is ours: JSON of the expected shape with 2xx, or problem+json. A proxy's login page, a
 * gateway's error page or another version's shape is `foreignAnswer`; 401 with our own problem is `signedOut`.
 */
export function decodeAnswer<T>(answer: RawAnswer, shape: Shape<T>): Result<T, ApiFault> {
  const foreign = fail({ tag: 'foreignAnswer', status: answer.status } as const)
  if (!/^application\/(problem\+)?json\b/i.test(answer.contentType)) return foreign
  const json = parseJson(answer.text)
  if (!json.ok) return foreign
  if (answer.status >= 200 && answer.status < 300) {
    return shape(json.value) ? ok(json.value) : foreign
  }
  const problem = json.value
  if (!problemShape(problem)) return foreign
  if (problem.code === 'notSignedIn') return fail({ tag: 'signedOut' })
  return fail({
    tag: 'problem',
    status: answer.status,
    code: problem.code,
    requestId: problem.requestId,
    findings: problem.findings ?? [],
    retryAfter: seconds(answer.retryAfter),
  })
}

function parseJson(text: string): { ok: true; value: unknown } | { ok: false } {
  try {
    const value: unknown = JSON.parse(text)
    return { ok: true, value }
  } catch {
    return { ok: false }
  }
}

/** Retry-After in seconds; the HTTP-date form is not used by our server and counts as absent. */
const seconds = (header: string | null): number | null => (header !== null && /^\d{1,6}$/.test(header.trim()) ? Number(header) : null)
