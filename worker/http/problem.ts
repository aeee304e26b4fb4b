import type { Finding } from '../../shared/finding/finding.ts'
import { PROBLEM_STATUS, type Problem, type ProblemCode } from '../../shared/wire/problem.ts'

/** Thrown by anything between the route and the store to answer a problem; `onError` makes it the answer. */
export class Refusal extends Error {
  readonly code: ProblemCode
  readonly more: {
    /** Where the fault is; never a value that was sent. */
    readonly detail?: string
    readonly findings?: readonly Finding[]
    /** Seconds. */
    readonly retryAfter?: number
    readonly headers?: Record<string, string>
  }
  constructor(code: ProblemCode, more: Refusal['more'] = {}) {
    super(code)
    this.code = code
    this.more = more
  }
}

/** The one way by which an error leaves the server: application/problem+json (RFC 9457), never a stack, never SQL. */
export function problemAnswer(refusal: Refusal, requestId: string): Response {
  const status = PROBLEM_STATUS[refusal.code]
  const problem: Problem = {
    type: `urn:livelihood-progress:problem:${refusal.code}`,
    title: refusal.code,
    status,
    code: refusal.code,
    requestId,
    ...(refusal.more.detail === undefined ? {} : { detail: refusal.more.detail }),
    ...(refusal.more.findings === undefined ? {} : { findings: refusal.more.findings }),
  }
  return new Response(JSON.stringify(problem), {
    status,
    headers: {
      'Content-Type': 'application/problem+json; charset=utf-8',
      ...(refusal.more.retryAfter === undefined ? {} : { 'Retry-After': String(refusal.more.retryAfter) }),
      ...(refusal.code === 'notSignedIn' ? { 'WWW-Authenticate': 'Bearer' } : {}),
      ...refusal.more.headers,
    },
  })
}
