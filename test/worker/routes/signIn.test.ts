import { beforeEach, describe, expect, it } from 'vitest'
import type { SessionAnswer } from '../../../shared/wire/session.ts'
import { selectorOf } from '../../../worker/secrets/invitationCode.ts'
import { FAILURES_AT_ALL, FAILURES_PER_ADDRESS, FAILURES_PER_INVITATION, redeemInvitation } from '../../../worker/store/people/sessions.ts'
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
    expect((await enter()).status).toBe(429)
    expect(await enter('x').then((answer) => answer.status)).toBe(400)
  })
})

describe('wrong codes make wait', () => {
  let world: World
  beforeEach(async () => {
    world = await openWorld({ burst: 100_000, perSecond: 100_000 })
  })

  const invite = async (account: string) =>
    ((await (await world.ask('administrator', 'POST', `/v1/accounts/${account}/invitations`, { body: {} })).json()) as { code: string })
      .code
  const wrongOf = (code: string) => `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`
  const redeem = (code: string, address: string) =>
    redeemInvitation(world.db, { code, device: '', at: world.now.toISOString(), address, requestId: crypto.randomUUID() })
  const later = (seconds: number) => {
    world.now = new Date(world.now.getTime() + seconds * 1000)
  }
  const failuresOf = async (code: string) =>
    (await database.prepare('SELECT failures FROM invitations WHERE selector = ?').bind(selectorOf(code)).first<{ failures: number }>())
      ?.failures

  it('an office behind one address: a colleague’s right code is let in, whoever typed wrong ones', async () => {
    const code = await invite('reader')
    for (let n = 0; n < 40; n += 1) await redeem(`AAAA-BBBB-CCCC-${n}`, 'office')
    expect(await redeem('AAAA-BBBB-CCCC', 'office')).toMatchObject({ ok: false, fault: { tag: 'waits' } })
    expect(await redeem(code, 'office')).toMatchObject({ ok: true })
  })

  it('an address longer each time, and not longer by trying meanwhile', async () => {
    for (let n = 0; n < FAILURES_PER_ADDRESS; n += 1)
      expect(await redeem(`AAAA-BBBB-${n}`, 'a')).toEqual({ ok: false, fault: { tag: 'invalid' } })
    const waits: number[] = []
    for (let n = 0; n < 5; n += 1) {
      const faults = [await redeem('AAAA', 'a'), await redeem('AAAA', 'a'), await redeem('AAAA', 'a')].map((tried) =>
        !tried.ok && tried.fault.tag === 'waits' ? tried.fault.seconds : 0,
      )
      expect(new Set(faults).size).toBe(1)
      waits.push(faults[0] ?? 0)
      later((faults[0] ?? 0) + 1)
      expect(await redeem('AAAA', 'a')).toEqual({ ok: false, fault: { tag: 'invalid' } })
    }
    expect(waits).toEqual([15, 30, 60, 120, 240])
    expect(await redeem('AAAA', 'another')).toEqual({ ok: false, fault: { tag: 'invalid' } })
  })

  it('a code, from wherever it is tried, longer each time, and at last it is dead', async () => {
    const code = await invite('reader')
    for (let n = 0; n < FAILURES_PER_INVITATION; n += 1) await redeem(wrongOf(code), `address ${n}`)
    expect(await redeem(code, 'its own')).toEqual({ ok: false, fault: { tag: 'waits', seconds: 15 } })
    later(16)
    await redeem(wrongOf(code), 'once more')
    expect(await redeem(code, 'its own')).toEqual({ ok: false, fault: { tag: 'waits', seconds: 30 } })
    later(31)
    expect(await redeem(code, 'its own')).toMatchObject({ ok: true })

    const other = await invite('reader')
    for (let n = 0; n < FAILURES_AT_ALL; n += 1) {
      await redeem(wrongOf(other), `far ${n}`)
      later(901)
    }
    expect(await redeem(other, 'its own')).toMatchObject({ ok: false })
  })

  it('a thousand guesses at once: no more are judged than one after the other, and another code is let in among them', async () => {
    const [code, colleague] = [await invite('reader'), await invite('auditor')]
    const tries = Array.from({ length: 1_000 }, (_, n) => redeem(wrongOf(code), `address ${n % 7}`))
    const letIn = await redeem(colleague, 'address 3')
    const judged = (await Promise.all(tries)).filter((tried) => !tried.ok && tried.fault.tag === 'invalid')
    expect([judged.length, await failuresOf(code)]).toEqual([FAILURES_PER_INVITATION, FAILURES_PER_INVITATION])
    expect(letIn).toMatchObject({ ok: true })
  })
})
