import { beforeEach, describe, expect, it } from 'vitest'
import type { SessionAnswer } from '../../../shared/wire/session.ts'
import { FAILURES_PER_INVITATION } from '../../../worker/store/people/sessions.ts'
import { failing } from '../faultyDatabase.ts'
import { database, openWorld, type World } from '../world.ts'

const KEY = '5b2f7a10-9d1e-4c63-8f0a-2f4b6c8d0e11'
const OTHER = '5b2f7a10-9d1e-4c63-8f0a-2f4b6c8d0e12'

describe('a sign-in with a key of its own', () => {
  let world: World
  let code: string
  beforeEach(async () => {
    world = await openWorld()
    code = await invite()
  })

  const invite = async () =>
    ((await (await world.ask('administrator', 'POST', '/v1/accounts/reader/invitations', { body: {} })).json()) as { code: string }).code
  const enter = (key = KEY, more: { code?: string; db?: World['db'] } = {}) =>
    world.ask(null, 'POST', '/v1/sessions', {
      body: { code: more.code ?? code, device: '一' },
      headers: { 'Idempotency-Key': key },
      ...(more.db ? { db: more.db } : {}),
    })
  const devices = async () =>
    (await database.prepare("SELECT count(*) AS n FROM tokens WHERE account = 'reader' AND device = '一'").first<{ n: number }>())?.n
  const failures = async () => (await database.prepare('SELECT count(*) AS n FROM failed_codes').first<{ n: number }>())?.n

  it('is answered the same session again, however often it is delivered', async () => {
    const first = await enter()
    const second = await enter(KEY.toUpperCase(), { code: ` ${code.toLowerCase()} ` })
    expect([first.status, second.status]).toEqual([200, 200])
    const session = (await first.json()) as SessionAnswer
    expect(await second.json()).toEqual(session)
    expect((await world.ask(session.token, 'GET', '/v1/me')).status).toBe(200)
    expect([await devices(), await failures()]).toEqual([1, 0])
  })

  it('makes one session of many deliveries at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => enter()))
    const tokens = await Promise.all(answers.map(async (answer) => ((await answer.json()) as SessionAnswer).token))
    expect(new Set(tokens).size).toBe(1)
    expect(await devices()).toBe(1)
  })

  it.each(['before', 'after', 'twice'] as const)('loses no code where the database fails %s each call in turn', async (when) => {
    for (let at = 0, calls = 1; at < calls; at += 1) {
      world = await openWorld()
      code = await invite()
      const faulty = failing(world.db, at, when)
      const first = await enter(KEY, { db: faulty.db })
      calls = Math.max(calls, faulty.calls())
      expect([200, 503], `call ${at}`).toContain(first.status)
      expect((await enter()).status, `call ${at}`).toBe(200)
      expect(await devices(), `call ${at}`).toBe(1)
    }
  })

  it('gives a used code to nobody without its key, and counts the attempt', async () => {
    await enter()
    expect((await enter(OTHER)).status).toBe(401)
    expect((await world.ask(null, 'POST', '/v1/sessions', { body: { code, device: '二' } })).status).toBe(401)
    expect([await devices(), await failures()]).toEqual([1, 2])
  })

  it.each([' ', '-', '\u3000', ' - - '])('refuses a code without a letter, %j, and counts the attempt', async (empty) => {
    const answer = await enter(KEY, { code: empty })
    expect([answer.status, (await answer.json()) as object]).toMatchObject([401, { code: 'invitationInvalid' }])
    expect([await devices(), await failures()]).toEqual([0, 1])
  })

  it('gives a key to nobody without its code', async () => {
    await enter()
    const next = await invite()
    const session = (await (await enter(KEY, { code: next })).json()) as SessionAnswer
    expect((await enter()).status).toBe(200)
    expect(((await (await enter()).json()) as SessionAnswer).token).not.toBe(session.token)
  })

  it.each([
    ['a quarter of an hour has gone', () => (world.now = new Date(world.now.getTime() + 900_000))],
    ['the device was signed out', () => database.prepare("UPDATE tokens SET revoked_at = 'now' WHERE account = 'reader'").run()],
    ['the account was closed', () => database.prepare("UPDATE accounts SET active = 0 WHERE id = 'reader'").run()],
  ])('is answered no more once %s', async (_, happen) => {
    await enter()
    await happen()
    expect((await enter()).status).toBe(401)
  })

  it('does not help who guesses', async () => {
    const wrong = `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`
    for (let n = 0; n < FAILURES_PER_INVITATION; n += 1) expect((await enter(KEY, { code: wrong })).status).toBe(401)
    expect((await enter()).status).toBe(401)
    expect(await enter('x').then((answer) => answer.status)).toBe(400)
  })
})
