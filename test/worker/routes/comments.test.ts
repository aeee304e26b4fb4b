import { beforeEach, describe, expect, it } from 'vitest'
import type { Comment } from '../../../shared/wire/comment.ts'
import { failing } from '../faultyDatabase.ts'
import { database, openWorld, PERIOD, send, type World } from '../world.ts'

const PATH = `/v1/periods/${PERIOD}/reporters/jiaotong/comments`
const KEY = '5b2f7a10-9d1e-4c63-8f0a-2f4b6c8d0e11'
const REMARK = { subject: '7.1.a', area: '411202', text: '请核对里程' }
const RETURN = { ...REMARK, kind: 'return' }

describe('a remark with a key of its own', () => {
  let world: World
  beforeEach(async () => {
    world = await openWorld()
  })

  const say = (body: object, more: { who?: string; key?: string; path?: string; db?: World['db'] } = {}) =>
    world.ask(more.who ?? 'coordinator', 'POST', more.path ?? PATH, {
      body,
      headers: { 'Idempotency-Key': more.key ?? KEY },
      ...(more.db ? { db: more.db } : {}),
    })
  const standing = async () =>
    ((await (await world.ask('coordinator', 'GET', PATH)).json()) as { comments: Comment[] }).comments.map(({ text }) => text)
  const returns = async () =>
    (await database.prepare("SELECT count(*) AS n FROM audit WHERE act = 'record.return'").first<{ n: number }>())?.n

  it.each([
    ['a remark', REMARK, 0],
    ['a returned row', RETURN, 1],
  ])('stands once, however often it is delivered: %s', async (_, body, audited) => {
    const first = await say(body)
    const second = await say(body, { key: KEY.toUpperCase() })
    expect([first.status, second.status]).toEqual([200, 200])
    expect([first.headers.get('idempotency-replayed'), second.headers.get('idempotency-replayed')]).toEqual([null, 'true'])
    expect(await second.text()).toBe(await first.text())
    expect(await standing()).toEqual([REMARK.text])
    expect(await returns()).toBe(audited)
  })

  it.each([
    ['another text', { ...REMARK, text: '另一句' }, {}],
    ['another row', { ...REMARK, area: '411203' }, {}],
    ['another kind', RETURN, {}],
    ['another period', REMARK, { path: PATH.replace(PERIOD, '2021-04') }],
  ])('refuses the key with %s', async (_, body, more) => {
    await say(REMARK)
    const other = await say(body, more)
    expect([other.status, await other.json()]).toEqual([422, expect.objectContaining({ code: 'idempotencyKeyReused' })])
    expect(await standing()).toEqual([REMARK.text])
    expect(await returns()).toBe(0)
  })

  it('keeps the keys of two accounts apart', async () => {
    expect((await say(REMARK)).status).toBe(200)
    const other = await say({ ...REMARK, text: '已核对' }, { who: 'clerk' })
    expect([other.status, other.headers.get('idempotency-replayed')]).toEqual([200, null])
    expect(await standing()).toHaveLength(2)
  })

  it('answers the remark as it stood, though the row has moved on and the period was locked since', async () => {
    const first = await say(RETURN)
    await send(world, 'clerk', [{ subject: '7.1.a', area: '411202', cumulative: 10_000 }])
    await database.prepare("UPDATE submissions SET receipt = 'locked' WHERE reporter = 'jiaotong'").run()
    const second = await say(RETURN)
    const stored = (await first.json()) as Comment
    // What it says is as it was; that the row has moved on since is so of now.
    expect([second.status, await second.json()]).toEqual([200, { ...stored, changedSince: true }])
    expect((await say(RETURN, { key: KEY.replace('5b', '5c') })).status).toBe(409)
  })

  it('stands once of twenty deliveries at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => say(RETURN)))
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200))
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1)
    expect(answers.filter(({ headers }) => headers.get('idempotency-replayed') === null)).toHaveLength(1)
    expect(await standing()).toEqual([REMARK.text])
    expect(await returns()).toBe(1)
  })

  it('lets one content win where two come at the same time under one key', async () => {
    const answers = await Promise.all(['甲', '乙'].map((text) => say({ ...REMARK, text })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
    expect(await standing()).toHaveLength(1)
  })

  it.each(['before', 'after', 'twice'] as const)('stands once where the database fails %s each call in turn', async (when) => {
    for (let at = 0, calls = 1; at < calls; at += 1) {
      world = await openWorld()
      const faulty = failing(world.db, at, when)
      const first = await say(RETURN, { db: faulty.db })
      calls = Math.max(calls, faulty.calls())
      expect([200, 503], `call ${at}`).toContain(first.status)
      const second = await say(RETURN)
      expect(second.status, `call ${at}`).toBe(200)
      if (first.status === 200) expect(await second.text(), `call ${at}`).toBe(await first.text())
      expect(await standing(), `call ${at}`).toEqual([REMARK.text])
      expect(await returns(), `call ${at}`).toBe(1)
    }
  })

  it('answers 200 although the answer of its batch got lost', async () => {
    const calls = failing(world.db, -1, 'before')
    await say(REMARK, { db: calls.db })
    const batch = calls.calls() - 1
    const answer = await say({ ...REMARK, text: '二' }, { key: KEY.replace('5b', '5c'), db: failing(world.db, batch, 'after').db })
    expect([answer.status, answer.headers.get('idempotency-replayed')]).toEqual([200, 'true'])
  })

  it('refuses a key that is none, and goes on without one as before', async () => {
    expect(await (await say(REMARK, { key: 'x' })).json()).toMatchObject({ status: 400, code: 'invalidBody' })
    const plain = () => world.ask('coordinator', 'POST', PATH, { body: REMARK })
    expect([(await plain()).status, (await plain()).status]).toEqual([200, 200])
    expect(await standing()).toHaveLength(2)
  })
})

describe('an account', () => {
  it('is made once where two administrators make the same id at the same time', async () => {
    const world = await openWorld()
    const make = (name: string) =>
      world.ask('administrator', 'POST', '/v1/accounts', { body: { id: 'fresh', name, role: 'reader', reporter: null } })
    const answers = await Promise.all(['甲', '乙', '丙'].map(make))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    const made = answers.find(({ status }) => status === 200) as Response
    const { name } = (await made.json()) as { name: string }
    expect(await database.prepare("SELECT name FROM accounts WHERE id = 'fresh'").first()).toEqual({ name })
  })
})
