import { env } from 'cloudflare:test'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { CONTRACT, type RouteKey } from '../../../shared/wire/contract.ts'
import { MAX_BODY_BYTES, MAX_SYNC_BYTES } from '../../../shared/wire/protocol.ts'
import { PRIVILEGED_ACTS } from '../http/privilegedActs.ts'
import { database, openWorld, PERIOD, send, syncPath, syncRequest, type World } from '../world.ts'
import { TRAPS } from './traps.ts'

const RUNS = Math.ceil(Number((env as unknown as { FUZZ_RUNS: number }).FUZZ_RUNS) / 5)
const UNIT = `/v1/periods/${PERIOD}/reporters/jiaotong`

/** A sound request of a route that takes a body. */
interface Sample {
  readonly key: RouteKey
  readonly who: string | null
  readonly path: string
  readonly body: unknown
  readonly headers?: Record<string, string>
  readonly first?: string
}
const SAMPLES: readonly Sample[] = [
  ...PRIVILEGED_ACTS.flatMap(({ body, ...act }) => (body === undefined ? [] : [{ ...act, body }])),
  { key: 'POST /v1/sessions', who: null, path: '/v1/sessions', body: { code: 'AAAA-BBBB-CCCC', device: '电脑' } },
  {
    key: 'POST /v1/periods/{period}/reporters/{reporter}/sync',
    who: 'clerk',
    path: syncPath(),
    body: syncRequest(
      [{ subject: '1', remark: '一', written: { remark: '壹' }, origin: { sheet: '表', row: 1, cells: { remark: 'A1' } } }],
      {
        note: '核实',
        evidence: '文号',
      },
    ),
  },
  {
    key: 'POST /v1/periods/{period}/reporters/{reporter}/comments',
    who: 'clerk',
    path: `${UNIT}/comments`,
    body: { subject: '7.1.c', area: '411200', part: '', text: '好' },
  },
  {
    key: 'PUT /v1/reporters/{reporter}/layouts/{layout}',
    who: 'clerk',
    path: `/v1/reporters/jiaotong/layouts/${'a'.repeat(16)}`,
    body: {
      register: 'smx-2021',
      headings: ['完成'],
      columns: [{ heading: '完成', occurrence: 1, field: 'cumulative', subject: '7.1.a', area: '411202' }],
      base: 0,
    },
    first: 'DELETE FROM layouts',
  },
  {
    key: 'PUT /v1/accounts/{account}/identity',
    who: 'administrator',
    path: '/v1/accounts/clerk/identity',
    body: { identity: 'no-zhang', reason: '新同事' },
  },
]
const NESTED = 10_000
/** After so many bodies the city begins anew, so that looking at all of it stays cheap. */
const RENEWED = 200
/** Bodies that no route takes, whatever it takes. */
const NEVER: readonly (readonly [string, BodyInit])[] = [
  ['levels of arrays', `${'['.repeat(NESTED)}${']'.repeat(NESTED)}`],
  ['levels of objects', `${'{"a":'.repeat(NESTED / 2)}1${'}'.repeat(NESTED / 2)}`],
  ['nothing', ''],
  ['a bare null', 'null'],
  ['a list', '[]'],
  ['a text', '"text"'],
  ['a number beyond every range', '1e999'],
  ['half an object', '{"reason":'],
  ['two values', '{} {}'],
  ['a comment', '{/* */}'],
  ['single quotes', "{'reason':'x'}"],
  ['no UTF-8', new Uint8Array([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d])],
  ['UTF-16', new Uint8Array([0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00])],
  ['a NUL', '{\u0000}'],
]

describe('a route that takes a body', () => {
  let world: World
  let content = ''
  const fingerprint = async () => {
    const tables = [
      'records',
      'history',
      'receipts',
      'submissions',
      'comments',
      'periods',
      'registers',
      'accounts',
      'audit',
      'light_overrides',
      'layouts',
      'files_on_behalf',
      'files_taken_over',
    ]
    const answers = await database.batch(tables.map((table) => database.prepare(`SELECT * FROM ${table}`)))
    return JSON.stringify(answers.map(({ results }) => results))
  }
  async function begin(): Promise<void> {
    world = await openWorld({ burst: 1e9, perSecond: 1e9 })
    await send(world, 'clerk', [{ subject: '7.1.c', cumulative: 10_000 }])
    content = await fingerprint()
  }
  beforeAll(begin)
  /** Asks, and looks: no 5xx, a problem in the form of one, and nothing written by a 4xx. */
  async function ask(sample: Sample, raw: BodyInit, headers: Record<string, string> = {}): Promise<number> {
    const [method = ''] = sample.key.split(' ')
    const answer = await world.ask(sample.who, method, sample.path, {
      raw,
      headers: { 'Idempotency-Key': crypto.randomUUID(), ...sample.headers, ...headers },
    })
    const where = `${sample.key} ${typeof raw === 'string' ? raw.slice(0, 200) : ''}`
    expect(answer.status, where).toBeLessThan(500)
    if (answer.status >= 400) {
      expect(answer.headers.get('content-type'), where).toContain('application/problem+json')
      expect(await answer.json(), where).toMatchObject({ status: answer.status, requestId: expect.any(String) })
      expect((await fingerprint()) === content, where).toBe(true)
    } else {
      await answer.arrayBuffer()
      content = await fingerprint()
    }
    return answer.status
  }
  async function prepare({ first }: Sample): Promise<void> {
    if (!first || first.startsWith('INSERT')) return
    await database.prepare(first).run()
    content = await fingerprint()
  }

  it('is among the samples, each', () => {
    const taking = (Object.keys(CONTRACT) as RouteKey[]).filter((key) => 'body' in CONTRACT[key])
    expect([...new Set(SAMPLES.map(({ key }) => key))].sort()).toEqual(taking.sort())
  })

  it.each(NEVER)('refuses %s', async (_, raw) => {
    for (const sample of SAMPLES) expect([400, 404, 409, 412, 429], sample.key).toContain(await ask(sample, raw))
  })

  it('does not take a prototype, a constructor or a key twice for anything else than what they say', async () => {
    for (const sample of SAMPLES) {
      const text = JSON.stringify(sample.body)
      for (const more of ['"__proto__":{"reason":"x"},', '"constructor":{"prototype":{"active":true}},', '"toString":"x",']) {
        await prepare(sample)
        await ask(sample, `{${more}${text.slice(1)}`)
      }
      await prepare(sample)
      await ask(sample, `${text.slice(0, -1)},${text.slice(1)}`)
    }
    expect(({} as Record<string, unknown>).reason).toBeUndefined()
    expect(({} as Record<string, unknown>).active).toBeUndefined()
  })

  it.each([
    ['text/plain', {}],
    ['application/x-www-form-urlencoded', {}],
    ['application/json; charset=gbk', {}],
    ['application/json', { 'Content-Encoding': 'gzip' }],
    ['application/json', { 'Content-Encoding': 'br' }],
  ])('refuses %s %j', async (type, more) => {
    for (const sample of SAMPLES)
      expect([415, 404], sample.key).toContain(await ask(sample, JSON.stringify(sample.body), { 'Content-Type': type, ...more }))
  })

  it('counts the bytes that it reads, in one piece and in many, whatever length is claimed', async () => {
    for (const sample of SAMPLES) {
      const limit = /\/sync(-on-behalf)?$/.test(sample.path) || sample.key === 'POST /v1/registers' ? MAX_SYNC_BYTES : MAX_BODY_BYTES
      if (sample.key.endsWith('/identity')) continue
      const text = new TextEncoder().encode(JSON.stringify(sample.body))
      const padded = (bytes: number) => {
        const body = new Uint8Array(bytes).fill(32)
        body.set(text)
        return body
      }
      const pieces = (bytes: number) =>
        new ReadableStream<Uint8Array>({
          start(controller) {
            const body = padded(bytes)
            for (let at = 0; at < bytes; at += 50_021) controller.enqueue(body.slice(at, at + 50_021))
            controller.close()
          },
        })
      for (const claimed of [{}, { 'Content-Length': '2' }]) {
        await prepare(sample)
        expect(await ask(sample, padded(limit), claimed), `${sample.key} at its limit`).not.toBe(413)
        await prepare(sample)
        expect(await ask(sample, pieces(limit), claimed), `${sample.key} at its limit, in pieces`).not.toBe(413)
        expect(await ask(sample, padded(limit + 1), claimed), `${sample.key} beyond its limit`).toBe(413)
        expect(await ask(sample, pieces(limit + 1), claimed), `${sample.key} beyond its limit, in pieces`).toBe(413)
      }
      expect(await ask(sample, text, { 'Content-Length': String(limit + 1) }), `${sample.key} claims too much`).toBe(413)
    }
  })

  it(`stands ${RUNS} bodies that almost follow its schema`, async () => {
    const odd = fc.oneof(fc.jsonValue(), fc.constantFrom(...TRAPS), fc.double(), fc.maxSafeInteger(), fc.constant(null))
    const change = fc.record({
      sample: fc.constantFrom(...SAMPLES),
      at: fc.nat(60),
      value: odd,
      how: fc.constantFrom('put', 'drop', 'add'),
    })
    let asked = 0
    await fc.assert(
      fc.asyncProperty(change, async ({ sample, at, value, how }) => {
        asked += 1
        if (asked % RENEWED === 0) await begin()
        await prepare(sample)
        await ask(sample, JSON.stringify(changed(sample.body, at, how, value)))
      }),
      { numRuns: RUNS },
    )
  }, 36_000_000)

  it('refuses a text that is no UTF-8, wherever it stands, instead of mending it', async () => {
    for (const sample of SAMPLES) {
      const bytes = new TextEncoder().encode(JSON.stringify(sample.body))
      const at = bytes.lastIndexOf(0x22)
      await prepare(sample)
      const broken = new Uint8Array([...bytes.slice(0, at), 0xc3, 0x28, ...bytes.slice(at)])
      expect([400, 404], sample.key).toContain(await ask(sample, broken))
    }
  })

  it('keeps a remark letter for letter, or refuses it: every trap', async () => {
    const sample = SAMPLES.find(({ key, who }) => key.endsWith('/comments') && who === 'clerk') as Sample
    for (const text of TRAPS) {
      const sound = text.isWellFormed() && !text.includes('\0') && text.trim().length > 0 && text.trim().length <= 2_000
      const status = await ask(sample, JSON.stringify({ ...(sample.body as object), text }))
      expect(status, JSON.stringify(text.slice(0, 20))).toBe(sound ? 200 : 400)
      if (!sound) continue
      const all = (await (await world.ask('clerk', 'GET', `${UNIT}/comments`)).json()) as { comments: { text: string }[] }
      expect(all.comments.map((comment) => comment.text)).toContain(text.trim())
    }
  })
})

/** The body with the leaf or branch number `at` put, dropped, or a key added beside it. */
function changed(body: unknown, at: number, how: string, value: unknown): unknown {
  const copy = structuredClone(body)
  const places: { holder: Record<string, unknown>; key: string }[] = []
  const walk = (holder: unknown) => {
    if (typeof holder !== 'object' || holder === null || places.length > 200) return
    for (const key of Object.keys(holder)) {
      places.push({ holder: holder as Record<string, unknown>, key })
      walk((holder as Record<string, unknown>)[key])
    }
  }
  walk(copy)
  const place = places[at % Math.max(1, places.length)]
  if (!place) return value
  if (how === 'drop') delete place.holder[place.key]
  else if (how === 'put') place.holder[place.key] = value
  else place.holder.x = value
  return copy
}
