import { beforeAll, describe, expect, it } from 'vitest'
import { keysOf } from '../../../shared/base/keysOf.ts'
import { CONTRACT, type RouteKey } from '../../../shared/wire/contract.ts'
import { POLICY } from '../../../worker/http/policy.ts'
import { database, NOW, openWorld, PERIOD, send, syncRequest, type World } from '../world.ts'

/** The database of a request, and how many rows D1 says that it has read for it. */
function counted() {
  let read = 0
  let calls = 0
  const note = <Answer extends { meta: { rows_read: number } }>(answers: readonly Answer[]): void => {
    calls += 1
    for (const { meta } of answers) read += meta.rows_read
  }
  const real = new WeakMap<object, D1PreparedStatement>()
  const wrap = (inner: D1PreparedStatement): object => {
    const outer = {
      bind: (...values: unknown[]) => wrap(inner.bind(...values)),
      all: async () => {
        const answer = await inner.all()
        note([answer])
        return answer
      },
      first: async () => {
        const answer = await inner.all()
        note([answer])
        return answer.results[0] ?? null
      },
    }
    real.set(outer, inner)
    return outer
  }
  const db = {
    prepare: (sql: string) => wrap(database.prepare(sql)),
    batch: async (statements: object[]) => {
      const answers = await database.batch(statements.map((each) => real.get(each) as D1PreparedStatement))
      note(answers)
      return answers
    },
  }
  return { db: db as unknown as World['db'], rows: () => read, calls: () => calls }
}

let world: World
/** Several hundred rows of two periods, so that whoever reads them is seen to. */
beforeAll(async () => {
  world = await openWorld({ burst: 100_000, perSecond: 100_000 })
  const rows = Array.from({ length: 300 }, (_, index) => ({ subject: '7.1.c', part: `p${index}`, cumulative: 10_000 }))
  await send(world, 'clerk', rows)
  world.now = new Date('2021-05-01T02:00:00Z')
  const earlier = await world.ask('clerk', 'POST', '/v1/periods/2021-04/reporters/jiaotong/sync', {
    body: syncRequest(rows),
    headers: { 'Idempotency-Key': crypto.randomUUID() },
  })
  expect(earlier.status).toBe(200)
  world.now = NOW
})

/** A sound address of a route, and what its request needs to be looked at. */
const PATHS: Readonly<Record<string, string>> = {
  period: PERIOD,
  reporter: 'jiaotong',
  indicator: '7.1.a',
  account: 'clerk',
  device: '0123456789abcdef',
  register: 'smx-2021',
  version: '1',
  layout: 'a'.repeat(16),
  ticket: 'x'.repeat(43),
}
const pathOf = (path: string, more: Readonly<Record<string, string>> = {}): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => more[name] ?? PATHS[name] ?? name)

async function ask(who: string | null, key: RouteKey, more: Readonly<Record<string, string>> = {}) {
  const [method = '', path = ''] = key.split(' ')
  const { db, rows, calls } = counted()
  const body = method === 'GET' ? {} : { body: key.endsWith('/sync') ? syncRequest([]) : {} }
  const headers = { 'Idempotency-Key': crypto.randomUUID(), 'If-Match': '1' }
  const answer = await world.ask(who, method, pathOf(path, more), { ...body, headers, db })
  return { status: answer.status, rows: rows(), calls: calls() }
}

const GUARDED = keysOf(CONTRACT).filter((key) => POLICY[key] !== 'anyone')
const MADE_UP = 'm'.repeat(43)

describe('nothing is read before it is known who asks', () => {
  it.each(GUARDED)('%s: a made-up token costs one row, none at all no row', async (key) => {
    expect(await ask(MADE_UP, key)).toMatchObject({ status: 401, calls: 1 })
    expect((await ask(MADE_UP, key)).rows).toBeLessThanOrEqual(1)
    expect(await ask(null, key)).toMatchObject({ status: 401, rows: 0, calls: 0 })
  })

  it.each(GUARDED)('%s: who may not costs the look for who it is, the first time and later', async (key) => {
    const [unit, role] = [/\{reporter\}/.test(key), POLICY[key]]
    const who = PEOPLE_IDS.find((id) => role !== 'anyone' && role[id] === undefined) ?? (unit ? 'other' : undefined)
    if (who === undefined) return
    for (let time = 0; time < 2; time += 1) {
      const { status, rows, calls } = await ask(who, key)
      expect([403, 404], key).toContain(status)
      expect([rows <= 4, calls], `${rows} rows`).toEqual([true, 1])
    }
  })

  it.each(keysOf(CONTRACT).filter((key) => key.includes('{ticket}')))('%s: a made-up ticket costs a handful', async (key) => {
    expect((await ask(null, key)).rows).toBeLessThanOrEqual(4)
  })

  it.each([
    ['GET /v1/periods/{period}/consolidation', 'coordinator'],
    [`POST /v1/periods/{period}/reporters/{reporter}/sync`, 'clerk'],
  ] as const)('%s: a session that has ended is refused for a row, but for the first time after its end', async (key, who) => {
    const { token, again } = await secondDevice(who)
    world.tokens.ended = token
    expect((await ask('ended', key)).status).toBeLessThan(401)
    await again()
    await ask('ended', key)
    const { status, rows } = await ask('ended', key)
    expect([status, rows <= 3]).toEqual([401, true])
  })

  it('too many requests are refused before the database is asked at all', async () => {
    const few = await openWorld({ burst: 12, perSecond: 0.000_001 })
    const { db, calls } = counted()
    const path = `/v1/periods/${PERIOD}/consolidation`
    let refused = 0
    for (let n = 0; n < 20; n += 1) refused += (await few.ask(MADE_UP, 'GET', path, { db })).status === 429 ? 1 : 0
    expect([refused, calls()]).toEqual([16, 4])
    const own = counted()
    let mine = 0
    for (let n = 0; n < 20; n += 1) mine += (await few.ask('coordinator', 'GET', path, { db: own.db })).status === 429 ? 1 : 0
    expect(mine).toBe(20)
    expect(own.calls()).toBe(0)
  })
})

describe('what still holds costs a handful', () => {
  it('a kept answer, and its 304', async () => {
    world = await openWorld({ burst: 100_000, perSecond: 100_000 })
    const rows = Array.from({ length: 300 }, (_, index) => ({ subject: '7.1.c', part: `p${index}`, cumulative: 10_000 }))
    await send(world, 'clerk', rows)
    const path = `/v1/periods/${PERIOD}/consolidation`
    const first = counted()
    const made = await world.ask('coordinator', 'GET', path, { db: first.db })
    expect(first.rows()).toBeGreaterThan(300)
    for (const headers of [{}, { 'If-None-Match': made.headers.get('etag') ?? '' }]) {
      const { db, rows: read, calls } = counted()
      const answer = await world.ask('coordinator', 'GET', path, { db, headers })
      expect([200, 304]).toContain(answer.status)
      await answer.text()
      expect([read() <= 24, calls()], `${read()} rows`).toEqual([true, 1])
    }
  })
})

const PEOPLE_IDS = ['clerk', 'reviewer', 'coordinator', 'administrator', 'auditor', 'reader'] as const

/** One more device of an account, and how its session ends. */
async function secondDevice(who: string): Promise<{ token: string; again: () => Promise<unknown> }> {
  const invited = await world.ask('administrator', 'POST', `/v1/accounts/${who}/invitations`, { body: {} })
  const { code } = (await invited.json()) as { code: string }
  const entered = await world.ask(null, 'POST', '/v1/sessions', { body: { code, device: '' } })
  const { token } = (await entered.json()) as { token: string }
  world.tokens.leaving = token
  return { token, again: () => world.ask('leaving', 'DELETE', '/v1/sessions/current') }
}
