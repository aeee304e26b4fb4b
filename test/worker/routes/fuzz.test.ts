import { env } from 'cloudflare:test'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { NUMBER_FIELDS, VALUE_FIELDS } from '../../../shared/record/columnFields.ts'
import { SYNC_COLUMNS } from '../../../shared/wire/sync.ts'
import { database, openWorld, send, syncPath, syncRequest, type World } from '../world.ts'
import { TRAPS } from './traps.ts'

const RUNS = Number((env as unknown as { FUZZ_RUNS: number }).FUZZ_RUNS)

/** After so many bodies the city begins anew, so that looking at all of it stays cheap. */
const RENEWED = 200

describe('bodies that nobody sends', () => {
  let world: World
  let content: string
  const fingerprint = async () => {
    const answers = await database.batch(
      ['records', 'history', 'receipts', 'submissions'].map((table) => database.prepare(`SELECT * FROM ${table}`)),
    )
    return JSON.stringify(answers.map(({ results }) => results))
  }
  let asked = 0
  async function begin(): Promise<void> {
    world = await openWorld({ burst: 1e9, perSecond: 1e9 })
    await send(world, 'clerk', [{ subject: '1', remark: '一' }])
    content = await fingerprint()
  }
  beforeAll(begin)
  async function post(raw: BodyInit, headers: Record<string, string> = {}): Promise<Response> {
    const answer = await world.ask('clerk', 'POST', syncPath(), { raw, headers: { 'Idempotency-Key': crypto.randomUUID(), ...headers } })
    expect(answer.status).toBeLessThan(500)
    if (answer.status >= 400) {
      expect(answer.headers.get('content-type')).toContain('application/problem+json')
      expect(await answer.clone().json()).toMatchObject({ status: answer.status, requestId: expect.any(String) })
    }
    return answer
  }
  /** On a 4xx the content is as it was; a 200 moves it on. */
  async function postAndLook(raw: BodyInit): Promise<void> {
    asked += 1
    if (asked % RENEWED === 0) await begin()
    const answer = await post(raw)
    if (answer.status === 200) content = await fingerprint()
    else expect(await fingerprint()).toBe(content)
  }

  it(`are refused or taken whole: ${RUNS} that almost follow the schema`, async () => {
    const odd = fc.oneof(fc.jsonValue(), fc.constantFrom(...TRAPS), fc.double(), fc.maxSafeInteger(), fc.constant(null))
    const row = fc.tuple(
      fc.oneof({ weight: 4, arbitrary: fc.constantFrom<unknown>('1', '2.1', '7.1.a') }, { weight: 1, arbitrary: odd }),
      fc.oneof({ weight: 4, arbitrary: fc.constantFrom<unknown>('411200', '411202') }, { weight: 1, arbitrary: odd }),
      fc.oneof({ weight: 4, arbitrary: fc.constantFrom<unknown>('', '批次') }, { weight: 1, arbitrary: odd }),
      fc.oneof({ weight: 4, arbitrary: fc.constantFrom<unknown>(0, 1) }, { weight: 1, arbitrary: odd }),
      fc.array(odd, { maxLength: 4 }),
    )
    const body = fc.record({
      fields: fc.oneof(
        { weight: 5, arbitrary: fc.subarray([...VALUE_FIELDS, 'written', 'origin', 'reasons', 'deleted'] as string[], { maxLength: 4 }) },
        { weight: 1, arbitrary: fc.array(fc.oneof(fc.constantFrom<string>(...SYNC_COLUMNS), fc.string()), { maxLength: 6 }) },
      ),
      rows: fc.array(row, { maxLength: 3 }),
      more: fc.oneof(
        { weight: 3, arbitrary: fc.constant({}) },
        {
          weight: 1,
          arbitrary: fc.dictionary(
            fc.constantFrom('schema', 'registerVersion', 'periodEpoch', 'atomic', 'era', 'note', 'x', '__proto__'),
            odd,
          ),
        },
      ),
    })
    await fc.assert(
      fc.asyncProperty(body, async ({ fields, rows, more }) => {
        const request = {
          ...syncRequest([]),
          fields: ['subject', 'area', 'part', 'base', ...fields],
          rows: rows.map(([a, b, c, d, values]) => [a, b, c, d, ...fields.map((_, index) => values[index] ?? null)]),
          ...more,
        }
        await postAndLook(JSON.stringify(request))
      }),
      { numRuns: RUNS },
    )
  }, 36_000_000)

  it(`are refused: ${RUNS} of raw bytes and broken JSON`, async () => {
    const whole = JSON.stringify(syncRequest([{ subject: '1', base: 1, remark: '二' }]))
    const raw = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc
        .tuple(fc.nat(whole.length - 1), fc.string({ maxLength: 3 }))
        .map(([at, text]) => new TextEncoder().encode(`${whole.slice(0, at)}${text}`)),
      fc.json().map((text) => new TextEncoder().encode(text)),
    )
    await fc.assert(
      fc.asyncProperty(raw, async (bytes) => postAndLook(new Uint8Array(bytes))),
      { numRuns: RUNS },
    )
  }, 36_000_000)

  it.each([
    ['10,000 levels of arrays', `{"schema":1,"rows":${'['.repeat(10_000)}${']'.repeat(10_000)}}`],
    ['10,000 levels of objects', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
    [
      'a row of 10,000 levels',
      JSON.stringify({ ...syncRequest([]), rows: [0] }).replace('[0]', `[${'['.repeat(10_000)}${']'.repeat(10_000)}]`),
    ],
    ['a prototype', '{"__proto__":{"schema":1},"schema":1}'],
    ['a byte order mark', `\ufeff{`],
    [
      'a number beyond every range',
      JSON.stringify({ ...syncRequest([]), periodEpoch: 0 }).replace('"periodEpoch":0', '"periodEpoch":1e999'),
    ],
    ['nothing', ''],
    ['a bare null', 'null'],
  ])('are refused: %s', async (_, text) => {
    expect((await post(text)).status).toBe(400)
    expect(await fingerprint()).toBe(content)
  })

  it.each([
    ['text/plain', {}],
    ['application/json; charset=gbk', {}],
    ['application/json', { 'Content-Encoding': 'gzip' }],
  ])('are refused as %s %j', async (type, more) => {
    expect((await post('{}', { 'Content-Type': type, ...more })).status).toBe(415)
  })

  it('are refused with a length that lies', async () => {
    expect((await post('{}', { 'Content-Length': '999999999' })).status).toBe(413)
  })

  it('say with a key twice what it says last, and are one request', async () => {
    const whole = JSON.stringify(syncRequest([{ subject: '2.3.a', part: 'twice', remark: '后' }]))
    const twice = whole.replace('"rows":', '"rows":[["2.3.a","411200","twice",0,"前"]],"rows":')
    const headers = { 'Idempotency-Key': crypto.randomUUID() }
    expect((await post(twice, headers)).status).toBe(200)
    const row = await database.prepare("SELECT remark, version FROM records WHERE part = 'twice'").first()
    expect(row).toEqual({ remark: '后', version: 1 })
    expect((await post(whole, headers)).status).toBe(422)
    content = await fingerprint()
  })

  it.each(TRAPS.map((text, index) => [index, text] as const))(
    'come back letter for letter, or are refused: trap %i',
    async (index, text) => {
      const subject = '2.1'
      const row = {
        subject,
        part: `t${index}`,
        remark: text,
        written: { remark: text.slice(0, 2_000) },
        origin: { sheet: text.slice(0, 200), row: 1, cells: {} },
      }
      const answer = await post(JSON.stringify(syncRequest([row])))
      const sound = text.isWellFormed() && !text.includes('\0') && text.length <= 20_000
      expect(answer.status).toBe(sound ? 200 : 400)
      if (sound) {
        const again = await send(world, 'clerk', [{ ...row, base: 1 }])
        expect(again.outcomes).toEqual([{ row: 0, status: 'unchanged', version: 1 }])
        const stored = await database.prepare('SELECT remark FROM records WHERE part = ?').bind(`t${index}`).first<{ remark: string }>()
        expect(stored?.remark).toBe(text)
      }
      content = await fingerprint()
    },
  )

  /** Figures that are compared with the others of their row, and those that a sign below zero needs a reason for. */
  const NOT_ALONE = ['previous', 'statedPercent']
  const NEVER_BELOW_ZERO = ['cumulative', 'target', 'denominator']

  it('keep every figure exact to its last digit', async () => {
    const figures = [0, 1, -1, 8_999_999_999_999_999, -8_999_999_999_999_999, 4_503_599_627_370_497]
    for (const [index, figure] of figures.entries()) {
      const apart = new Set<string>(figure < 0 ? [...NOT_ALONE, ...NEVER_BELOW_ZERO] : NOT_ALONE)
      const values = Object.fromEntries(NUMBER_FIELDS.filter((field) => !apart.has(field)).map((field) => [field, figure]))
      await send(world, 'clerk', [{ subject: '2.4', part: `${index}`, ...values }])
      const stored = await database
        .prepare("SELECT invest_done AS n, typeof(invest_done) AS t FROM records WHERE subject = '2.4' AND part = ?")
        .bind(`${index}`)
        .first()
      expect(stored).toEqual({ n: figure, t: 'integer' })
    }
  })
})
