import { expect, test } from 'vitest'
import { createApi } from '../../../addin/api/createApi.ts'
import { createRequest } from '../../../addin/api/request.ts'
import { serverClock } from '../../../addin/api/serverClock.ts'
import { register2021 } from '../../../shared/register/year2021/register2021.ts'
import { clerk, documentLink, may } from '../fakeAnswers.ts'
import { blankSubmission } from '../fakeUnitPeriods.ts'

type Answer = (url: string, init: RequestInit) => Response | Promise<Response>

function server(answer: Answer, token: string | null = 'secret', timeoutMs = 5_000) {
  const calls: { url: string; init: RequestInit }[] = []
  const send = (async (url: string, init: RequestInit) => {
    calls.push({ url, init })
    return answer(url, init)
  }) as typeof fetch
  return { api: createApi(createRequest('', timeoutMs, serverClock(), send), async () => token), calls }
}
const json = (value: unknown, init: ResponseInit = {}) => Response.json(value, init)
const header = (init: RequestInit | undefined, name: string) => new Headers(init?.headers).get(name)

test('the token goes in the header, never in the address', async () => {
  const { api, calls } = server(() => json(clerk))
  await api.me()
  expect(header(calls[0]?.init, 'Authorization')).toBe('Bearer secret')
  expect(calls[0]?.url).toBe('/v1/me')
})

test('without a token no header is sent', async () => {
  const { api, calls } = server(() => json({ token: 't', account: clerk, era: 'e' }), null)
  expect(await api.signIn('C', 'Excel')).toMatchObject({ ok: true })
  expect(header(calls[0]?.init, 'Authorization')).toBeNull()
})

test('a sync carries its id and exactly its bytes', async () => {
  const { api, calls } = server(() => json({ seq: 1, periodEpoch: 0, dryRun: true, replayed: false, outcomes: [] }))
  await api.sync({ period: '2021-05', reporter: 'jiaotong', id: 'id-1', body: '{"exact": 1}' })
  expect(calls[0]?.url).toBe('/v1/periods/2021-05/reporters/jiaotong/sync')
  expect(header(calls[0]?.init, 'Idempotency-Key')).toBe('id-1')
  expect(calls[0]?.init.body).toBe('{"exact": 1}')
})

test('the register is asked for once and then only whether it changed', async () => {
  const { api, calls } = server((_url, init) =>
    header(init, 'If-None-Match') === '"v1"' ? new Response(null, { status: 304 }) : json(register2021, { headers: { ETag: '"v1"' } }),
  )
  const first = await api.register('2021-05')
  const second = await api.register('2021-05')
  expect(first.ok && second.ok && second.value === first.value).toBe(true)
  expect(header(calls[1]?.init, 'If-None-Match')).toBe('"v1"')
})

test('signing out needs no body in the answer', async () => {
  expect(await server(() => new Response(null, { status: 204 })).api.signOut()).toMatchObject({ ok: true })
})

test('no connection is offline', async () => {
  const { api } = server(() => Promise.reject(new TypeError('Failed to fetch')))
  expect(await api.me()).toEqual({ ok: false, fault: { tag: 'offline' } })
})

test('a server that never answers is a time-out, in the head and in the body', async () => {
  const never = (_url: string, init: RequestInit) =>
    new Promise<Response>((_, reject) => init.signal?.addEventListener('abort', () => reject(init.signal?.reason)))
  expect(await server(never, 'secret', 10).api.me()).toEqual({ ok: false, fault: { tag: 'timeout' } })
  const stalled = (_url: string, init: RequestInit) =>
    new Response(new ReadableStream({ start: (to) => init.signal?.addEventListener('abort', () => to.error(init.signal?.reason)) }))
  expect(await server(stalled, 'secret', 10).api.me()).toEqual({ ok: false, fault: { tag: 'timeout' } })
})

test.each(['consolidation', 'linkDocument', 'records'] as const)(
  '%s is given up when the person stops it, also before it left',
  async (name) => {
    const never = (_url: string, init: RequestInit) =>
      new Promise<Response>((_, reject) => {
        if (init.signal?.aborted) reject(init.signal.reason)
        init.signal?.addEventListener('abort', () => reject(init.signal?.reason))
      })
    const { api } = server(never)
    const stop = new AbortController()
    const ask = () =>
      name === 'records'
        ? api.records('2021-05', 'jiaotong', 0, stop.signal)
        : name === 'linkDocument'
          ? api.linkDocument('2021-05', { kind: 'report', format: 'docx' }, stop.signal)
          : api.consolidation('2021-05', stop.signal)
    const asked = ask()
    stop.abort()
    expect([await asked, await ask()]).toEqual(Array.from({ length: 2 }, () => ({ ok: false, fault: { tag: 'cancelled' } })))
  },
)

test('a document is asked for by POST, with the token in the header', async () => {
  const { api, calls } = server(() => json(documentLink))
  expect(await api.linkDocument('2021-05', { kind: 'report', format: 'docx' })).toEqual({ ok: true, value: documentLink })
  expect(calls[0]?.url).toBe('/v1/periods/2021-05/documents')
  expect(calls[0]?.init).toMatchObject({ method: 'POST', body: '{"kind":"report","format":"docx"}' })
  expect(header(calls[0]?.init, 'Authorization')).toBe('Bearer secret')
})

test('periods are unwrapped', async () => {
  expect(await server(() => json({ periods: [may] })).api.periods()).toEqual({ ok: true, value: [may] })
})

test('names in addresses are escaped', async () => {
  const { api, calls } = server(() => json({ era: 'e', records: [], next: null, asOfSeq: 0 }))
  await api.records('2021-05', 'a/../b?c', 7)
  expect(calls[0]?.url).toBe('/v1/periods/2021-05/reporters/a%2F..%2Fb%3Fc/records?since=7&limit=1000')
})

test('an act on a unit’s period is a POST with what it needs', async () => {
  const { api, calls } = server(() => json(blankSubmission))
  expect(await api.act('2021-05', 'jiaotong', 'send-back', { reason: '里程不对', asOfSeq: 4 })).toEqual({
    ok: true,
    value: blankSubmission,
  })
  expect(calls[0]?.url).toBe('/v1/periods/2021-05/reporters/jiaotong/submission/send-back')
  expect(calls[0]?.init).toMatchObject({ method: 'POST', body: '{"reason":"里程不对","asOfSeq":4}' })
})

test('more time for a unit is a PUT', async () => {
  const { api, calls } = server(() => json(blankSubmission))
  await api.setExtension('2021-05', 'jiaotong', '2021-06-08', '系统故障')
  expect(calls[0]?.url).toBe('/v1/periods/2021-05/reporters/jiaotong/extension')
  expect(calls[0]?.init).toMatchObject({ method: 'PUT', body: '{"until":"2021-06-08","reason":"系统故障"}' })
})

test('a remark carries an id of its own', async () => {
  const { api, calls } = server(() => json({}, { status: 409 }))
  await api.comment('2021-05', 'jiaotong', 'id-7', { subject: '7.1.a', area: '411202', part: '', kind: 'comment', text: '已核' })
  expect(header(calls[0]?.init, 'Idempotency-Key')).toBe('id-7')
})

test('a row’s history is asked for by its key, escaped', async () => {
  const { api, calls } = server(() => json({ versions: [] }))
  expect(await api.history('2021-05', 'jiaotong', { subject: '7.1.a', area: '411202', part: '一批&二' })).toEqual({ ok: true, value: [] })
  expect(calls[0]?.url).toBe('/v1/periods/2021-05/reporters/jiaotong/history?subject=7.1.a&area=411202&part=%E4%B8%80%E6%89%B9%26%E4%BA%8C')
})
