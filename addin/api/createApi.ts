import { ok, type Result } from '../../shared/base/result.ts'
import type { Register } from '../../shared/register/register.ts'
import { PROTOCOL_VERSION } from '../../shared/wire/protocol.ts'
import { randomId } from '../floor/randomId.ts'
import type { Api } from '../ports/api.ts'
import type { ApiFault } from '../ports/apiFault.ts'
import { administration } from './administration.ts'
import {
  accountShape,
  consolidationShape,
  documentLinkShape,
  lightAnswerShape,
  periodsShape,
  recordsShape,
  registerShape,
  sessionShape,
  signInOptionsShape,
  syncShape,
} from './answers.ts'
import type { Ask, Send } from './asking.ts'
import { decodeAnswer } from './decodeAnswer.ts'
import { layouts } from './layouts.ts'
import type { Request } from './request.ts'
import { anything } from './shape.ts'
import { reporterPath, unitPeriods } from './unitPeriods.ts'

/** How many records a page of `records` asks for. */
const PAGE = 1_000

/** The server behind the `Api` port. `token` is asked at each request, so that signing in or out acts at once. */
export function createApi(request: Request, token: () => Promise<string | null>): Api {
  const registers = new Map<string, { readonly etag: string; readonly register: Register }>()
  /** One key for each code: who presses again after a lost answer gets the session that was made. */
  const signInKeys = new Map<string, string>()

  const ask: Ask = async (line, shape, extra = {}) => {
    const answer = await request({ ...line, headers: await headersOf(line.body !== undefined, extra) })
    return answer.ok ? decodeAnswer(answer.value, shape) : answer
  }

  const send: Send = async (line) => {
    const answer = await request({ ...line, headers: await headersOf(line.body !== undefined, {}) })
    if (!answer.ok) return answer
    // Anything else than "no content" is a problem to be decoded, or another's page.
    if (answer.value.status === 204) return ok(undefined)
    const refused = decodeAnswer(answer.value, anything)
    return refused.ok ? ok(undefined) : refused
  }

  /** The token goes in a header and never in an address, which proxies and histories write down. */
  async function headersOf(withBody: boolean, extra: Record<string, string>): Promise<Record<string, string>> {
    const secret = await token()
    return {
      Accept: 'application/json, application/problem+json',
      'Protocol-Version': String(PROTOCOL_VERSION),
      ...(withBody ? { 'Content-Type': 'application/json' } : {}),
      ...(secret === null ? {} : { Authorization: `Bearer ${secret}` }),
      ...extra,
    }
  }

  return {
    ...unitPeriods(ask),
    ...administration(ask, send),
    ...layouts(ask, send),

    signIn(code, device) {
      // A code works once: without the key, a lost answer would cost the person the code.
      const key = signInKeys.get(code) ?? randomId()
      signInKeys.set(code, key)
      const line = { method: 'POST', path: '/v1/sessions', body: JSON.stringify({ code, device }) } as const
      return ask(line, sessionShape, { 'Idempotency-Key': key })
    },

    signOut: () => send({ method: 'DELETE', path: '/v1/sessions/current' }),

    signInOptions: () => ask({ method: 'GET', path: '/v1/sign-in-options' }, signInOptionsShape),

    me: () => ask({ method: 'GET', path: '/v1/me' }, accountShape),

    async register(period) {
      const path = `/v1/periods/${encodeURIComponent(period)}/register`
      // A register is large, and changes a few times a year.
      const known = registers.get(path)
      const answer = await request({ method: 'GET', path, headers: await headersOf(false, known ? { 'If-None-Match': known.etag } : {}) })
      if (!answer.ok) return answer
      if (answer.value.status === 304 && known) return ok(known.register)
      const register: Result<Register, ApiFault> = decodeAnswer(answer.value, registerShape)
      if (register.ok && answer.value.etag !== null) registers.set(path, { etag: answer.value.etag, register: register.value })
      return register
    },

    async periods() {
      const answer = await ask({ method: 'GET', path: '/v1/periods' }, periodsShape)
      return answer.ok ? ok(answer.value.periods) : answer
    },

    records: (period, reporter, since, signal) =>
      ask({ method: 'GET', path: `${reporterPath(period, reporter)}/records?since=${since}&limit=${PAGE}`, signal }, recordsShape),

    sync: ({ period, reporter, id, body }) =>
      ask({ method: 'POST', path: `${reporterPath(period, reporter)}/sync`, body }, syncShape, { 'Idempotency-Key': id }),

    cityRecords: (period, since, signal) =>
      ask({ method: 'GET', path: `/v1/periods/${encodeURIComponent(period)}/records?since=${since}&limit=${PAGE}`, signal }, recordsShape),

    syncOnBehalf: ({ period, reporter, id, body }, dryRun) =>
      ask({ method: 'POST', path: `${reporterPath(period, reporter)}/sync-on-behalf?dryRun=${dryRun}`, body }, syncShape, {
        'Idempotency-Key': id,
      }),

    consolidation: (period, signal) =>
      ask({ method: 'GET', path: `/v1/periods/${encodeURIComponent(period)}/consolidation`, signal }, consolidationShape),

    putLight: (period, indicator, asked) =>
      ask(
        {
          method: 'PUT',
          path: `/v1/periods/${encodeURIComponent(period)}/indicators/${encodeURIComponent(indicator)}/light`,
          body: JSON.stringify(asked),
        },
        lightAnswerShape,
      ),

    linkDocument: (period, what, signal) =>
      ask(
        { method: 'POST', path: `/v1/periods/${encodeURIComponent(period)}/documents`, body: JSON.stringify(what), signal },
        documentLinkShape,
      ),
  }
}
