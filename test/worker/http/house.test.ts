import { beforeAll, describe, expect, it } from 'vitest'
import type { Consolidation } from '../../../shared/wire/consolidation.ts'
import { FAILURES_PER_ADDRESS } from '../../../worker/store/people/sessions.ts'
import { database, openWorld, PERIOD, send, type World } from '../world.ts'

describe('the house', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })

  it.each([
    ['GET', '/v1/nothing', 404, 'notFound'],
    ['GET', '/v1/periods/2021-05/secret', 404, 'notFound'],
    ['GET', '/somewhere', 404, 'notFound'],
    ['PATCH', '/v1/me', 405, 'methodNotAllowed'],
    ['DELETE', '/v1/periods', 405, 'methodNotAllowed'],
    ['GET', '/v1/periods/21-5/records', 404, 'notFound'],
    ['GET', '/v1/periods/2021-05/records?since=x', 400, 'invalidBody'],
    ['GET', '/v1/periods/2021-05/records?limit=0', 400, 'invalidBody'],
    ['GET', '/v1/periods/2021-05/records?other=1', 400, 'invalidBody'],
  ])('answers %s %s as problem %i', async (method, path, status, code) => {
    const answer = await world.ask('coordinator', method, path)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    expect(await answer.json()).toMatchObject({ code, status })
  })

  it('sends headers that work inside Office', async () => {
    const { headers } = await world.ask('clerk', 'GET', '/v1/me')
    expect(headers.get('content-security-policy')).toContain('frame-ancestors')
    expect(headers.get('x-frame-options')).toBeNull()
    expect(headers.get('cross-origin-opener-policy')).toBeNull()
    expect(headers.get('cache-control')).toBe('no-store')
  })

  it('tells its time with every answer, so that the pane counts deadlines by it', async () => {
    for (const who of ['clerk', null]) {
      const { headers } = await world.ask(who, 'GET', '/v1/me')
      expect(headers.get('date')).toBe(world.now.toUTCString())
    }
  })

  it('answers health and readiness without an account', async () => {
    expect((await world.ask(null, 'GET', '/healthz')).status).toBe(200)
    expect((await world.ask(null, 'GET', '/readyz')).status).toBe(200)
  })

  it('takes an invitation once, and ends a session at once', async () => {
    const token = world.tokens.auditor as string
    expect((await world.ask('auditor', 'GET', '/v1/me')).status).toBe(200)
    expect((await world.ask('auditor', 'DELETE', '/v1/sessions/current')).status).toBe(204)
    expect((await world.ask(token, 'GET', '/v1/me')).status).toBe(401)
    await database.prepare("UPDATE accounts SET active = 0 WHERE id = 'reader'").run()
    expect((await world.ask('reader', 'GET', '/v1/me')).status).toBe(401)
  })

  it('keeps no token and no code in the clear, and logs neither', async () => {
    const { results } = await database.prepare('SELECT * FROM tokens').all()
    const stored = JSON.stringify(results) + JSON.stringify(world.lines)
    for (const token of Object.values(world.tokens)) expect(stored).not.toContain(token)
    expect(JSON.stringify(world.lines)).not.toContain('交通')
  })

  it('serves the register with an ETag, and 304 to whoever has it', async () => {
    const first = await world.ask('clerk', 'GET', `/v1/periods/${PERIOD}/register`)
    expect(((await first.json()) as { indicators: unknown[] }).indicators).toHaveLength(53)
    const etag = first.headers.get('etag') as string
    expect((await world.ask('clerk', 'GET', `/v1/periods/${PERIOD}/register`, { headers: { 'If-None-Match': etag } })).status).toBe(304)
  })

  it('consolidates what was sent, and names the position', async () => {
    const ask = () => world.ask('coordinator', 'GET', `/v1/periods/${PERIOD}/consolidation`)
    const empty = (await (await ask()).json()) as Consolidation
    expect(empty.indicators.find(({ indicator }) => indicator === '7.1.a')?.cumulative).toBeNull()
    const counties: [string, number][] = [
      ['411202', 40],
      ['411203', 30],
      ['411221', 20],
      ['411224', 20],
      ['411281', 20],
      ['411282', 16],
    ]
    const { seq } = await send(
      world,
      'clerk',
      counties.map(([area, done]) => ({ subject: '7.1.a', area, cumulative: done * 10_000 })),
    )
    const answer = await ask()
    const full = (await answer.clone().json()) as Consolidation
    expect(full.asOfSeq).toBe(seq)
    expect(full.indicators.find(({ indicator }) => indicator === '7.1.a')).toMatchObject({ cumulative: 1_460_000, percent: 486_700 })
    expect(await (await ask()).text()).toBe(await answer.text())
    expect((await world.ask('clerk', 'GET', `/v1/periods/${PERIOD}/consolidation`)).status).toBe(403)
  })

  it('makes an address wait after too many wrong codes, and says for how long', async () => {
    const guess = () => world.ask(null, 'POST', '/v1/sessions', { body: { code: 'AAAA-BBBB-CCCC', device: '' } })
    for (let n = 0; n < FAILURES_PER_ADDRESS; n += 1) expect((await guess()).status).toBe(401)
    const waits = await guess()
    expect(waits.status).toBe(429)
    expect(Number(waits.headers.get('retry-after'))).toBeGreaterThan(0)
  })
})

describe('rate limit', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld({ burst: 20, perSecond: 1 })
  })

  it('answers 429 with Retry-After, and lets in again later', async () => {
    const answers = []
    for (let n = 0; n < 25; n += 1) answers.push(await world.ask('clerk', 'GET', '/v1/me'))
    expect(answers.map(({ status }) => status)).toContain(429)
    expect(answers.at(-1)?.headers.get('retry-after')).toBe('1')
    expect((await world.ask('second', 'GET', '/v1/me')).status).toBe(200)
    world.now = new Date(world.now.getTime() + 1_000)
    const next = [await world.ask('clerk', 'GET', '/v1/me'), await world.ask('clerk', 'GET', '/v1/me')]
    expect(next.map(({ status }) => status)).toEqual([200, 429])
    world.now = new Date(world.now.getTime() + 5_000)
    expect((await world.ask('clerk', 'GET', '/v1/me')).status).toBe(200)
  })
})
