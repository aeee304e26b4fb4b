import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../worker/store/database/database.ts'
import { between, failing } from '../faultyDatabase.ts'
import { database, openWorld, PERIOD, syncPath, syncRequest, type World } from '../world.ts'

interface Act {
  readonly title: string
  readonly path: string
  readonly who: string
  readonly body: object
  readonly headers: Record<string, string>
}
const unit = `/v1/periods/${PERIOD}/reporters/jiaotong`
const KEY = { 'Idempotency-Key': '00000000-0000-4000-8000-000000000001' }
const ACTS: readonly Act[] = [
  {
    title: 'a first sync',
    who: 'clerk',
    path: syncPath(),
    headers: KEY,
    body: syncRequest([
      { subject: '8.1.a', cumulative: 10_000 },
      { subject: '1', remark: '新' },
    ]),
  },
  {
    title: 'a merging sync',
    who: 'clerk',
    path: syncPath(),
    headers: KEY,
    body: syncRequest([
      { subject: '7.1.c', base: 1, remark: '并' },
      { subject: '2.1', base: 1, problems: '撞' },
    ]),
  },
  { title: 'a withdrawal', who: 'clerk', path: syncPath(), headers: KEY, body: syncRequest([{ subject: '2.4', base: 1, deleted: true }]) },
  {
    title: 'a sync that changes nothing',
    who: 'clerk',
    path: syncPath(),
    headers: KEY,
    body: syncRequest([{ subject: '2.4', base: 1, remark: '留' }]),
  },
  {
    title: 'an atomic sync in conflict',
    who: 'clerk',
    path: syncPath(),
    headers: KEY,
    body: syncRequest(
      [
        { subject: '2.4', base: 1, remark: '改' },
        { subject: '2.1', base: 1, problems: '撞' },
      ],
      { atomic: true },
    ),
  },
  { title: 'the word that it is complete', who: 'clerk', path: `${unit}/submission/complete`, headers: {}, body: {} },
  {
    title: 'a returned row',
    who: 'coordinator',
    path: `${unit}/comments`,
    headers: {},
    body: { subject: '7.1.c', area: '411200', kind: 'return', text: '核对' },
  },
  {
    title: 'a returned row with a key',
    who: 'coordinator',
    path: `${unit}/comments`,
    headers: KEY,
    body: { subject: '7.1.c', area: '411200', kind: 'return', text: '核对' },
  },
  {
    title: 'a lock',
    who: 'coordinator',
    path: `/v1/periods/${PERIOD}/lock`,
    headers: { 'If-Match': '1' },
    body: { reason: '通报', confirmed: true },
  },
  {
    title: 'a new account',
    who: 'administrator',
    path: '/v1/accounts',
    headers: {},
    body: { id: 'fresh', name: '新', role: 'reader', reporter: null },
  },
]
const TABLES = [
  'records',
  'history',
  'receipts',
  'submissions',
  'comments',
  'comment_receipts',
  'audit',
  'periods',
  'accounts',
  'city',
] as const

/** What matters of the content: everything but times, ids made by chance, the era, and how often the city changed (a test changes it, too). */
async function content(): Promise<string> {
  const answers = await database.batch(TABLES.map((table) => database.prepare(`SELECT * FROM ${table}`)))
  return JSON.stringify(
    answers.map(({ results }, index) =>
      results.map((row) =>
        Object.fromEntries(
          Object.entries(row as Record<string, unknown>).filter(
            ([name]) =>
              !(
                name === 'era' ||
                name === 'request_id' ||
                (TABLES[index] === 'city' && name === 'change') ||
                (TABLES[index] === 'comments' && name === 'id') ||
                (TABLES[index] === 'comment_receipts' && name === 'comment')
              ),
          ),
        ),
      ),
    ),
  )
}

describe('when the database fails', () => {
  let world: World
  async function prepare(): Promise<void> {
    world = await openWorld()
    const send = (rows: Parameters<typeof syncRequest>[0], id: string) =>
      world.ask('second', 'POST', syncPath(), { body: syncRequest(rows), headers: { 'Idempotency-Key': id } })
    await send(
      [
        { subject: '7.1.c', cumulative: 10_000 },
        { subject: '2.1', problems: '一' },
        { subject: '2.4', remark: '留' },
      ],
      '00000000-0000-4000-8000-0000000000a1',
    )
    await send(
      [
        { subject: '7.1.c', base: 1, cumulative: 20_000 },
        { subject: '2.1', base: 1, problems: '二' },
      ],
      '00000000-0000-4000-8000-0000000000a2',
    )
  }
  const ask = ({ who, path, body, headers }: Act, db?: Database) => world.ask(who, 'POST', path, { body, headers, ...(db ? { db } : {}) })

  describe.each(ACTS)('during $title', (act) => {
    let whole: string
    let calls = 0
    beforeAll(async () => {
      await prepare()
      const counting = failing(world.db, -1, 'before')
      expect((await ask(act, counting.db)).status).toBe(200)
      calls = counting.calls()
      whole = await content()
    })

    it('loses nothing and doubles nothing, at whichever call, before or after it took effect', async () => {
      expect(calls).toBeGreaterThan(1)
      for (let at = 0; at < calls; at += 1) {
        for (const when of ['before', 'after', 'twice'] as const) {
          await prepare()
          const before = await content()
          const answer = await ask(act, failing(world.db, at, when).db)
          const where = `call ${at}, ${when}`
          if (answer.status !== 200) {
            expect([409, 503], where).toContain(answer.status)
            expect(answer.headers.get('content-type'), where).toContain('application/problem+json')
            expect(await answer.clone().text(), where).not.toMatch(/injected|D1_|SQL/)
            if (answer.status === 503) expect(answer.headers.get('retry-after'), where).not.toBeNull()
            if (act.title !== 'a returned row') expect([before, whole].includes(await content()), where).toBe(true)
          }
          const again = await ask(act)
          const hasKey = 'Idempotency-Key' in act.headers
          expect(hasKey ? [200] : [200, 409, 412], where).toContain(again.status)
          if (act.title !== 'a returned row') expect((await content()) === whole, where).toBe(true)
        }
      }
    })

    it('stays whole where any statement of the batch fails', async () => {
      for (const table of ['guards', ...TABLES]) {
        for (const event of ['INSERT', 'UPDATE']) {
          await prepare()
          const before = await content()
          await database.prepare(`CREATE TRIGGER injected BEFORE ${event} ON ${table} BEGIN SELECT RAISE(ABORT, 'injected'); END`).run()
          const answer = await ask(act)
          const failed = await content()
          await database.prepare('DROP TRIGGER injected').run()
          const where = `${event} ${table}`
          if (answer.status === 200) expect(failed === whole, where).toBe(true)
          else {
            expect(answer.status, where).toBe(503)
            expect(failed === before, where).toBe(true)
            expect((await ask(act)).status, where).toBe(200)
            expect((await content()) === whole, where).toBe(true)
          }
        }
      }
    })
  })

  it('answers a request cut off in the middle of its body without storing anything', async () => {
    await prepare()
    const before = await content()
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"schema":1,"registerVersion":1,'))
        controller.error(new Error('connection lost'))
      },
    })
    const answer = await world.ask('clerk', 'POST', syncPath(), { raw: body, headers: KEY })
    expect(answer.status).toBe(400)
    expect(await content()).toBe(before)
  })

  it('locks in the middle of a sync: the batch sees the lock, whatever was read before it', async () => {
    await prepare()
    const before = await content()
    const lock = () => database.prepare("UPDATE periods SET state = 'locked', epoch = epoch + 1 WHERE id = ?").bind(PERIOD).run()
    const db = between(world.db, lock)
    const answer = await world.ask('clerk', 'POST', syncPath(), { body: ACTS[0]?.body ?? {}, headers: KEY, db })
    expect(await answer.json()).toMatchObject({ code: 'periodNotOpen' })
    await database.prepare("UPDATE periods SET state = 'open', epoch = 1 WHERE id = ?").bind(PERIOD).run()
    expect(await content()).toBe(before)
  })

  it('answers what was committed where the same id commits just before a lock', async () => {
    await prepare()
    const act = ACTS[0] as Act
    const db = between(world.db, async () => {
      expect((await ask(act)).status).toBe(200)
      await database.prepare("UPDATE periods SET state = 'locked', epoch = epoch + 1 WHERE id = ?").bind(PERIOD).run()
    })
    const late = await ask(act, db)
    expect([late.status, late.headers.get('idempotency-replayed')]).toEqual([200, 'true'])
  })

  it.each([
    ['the account is closed', "UPDATE accounts SET active = 0 WHERE id = 'clerk'", 'notFound'],
    ['the account gets another role', "UPDATE accounts SET role = 'reviewer' WHERE id = 'clerk'", 'notFound'],
    ['the account moves to another unit', "UPDATE accounts SET reporter = 'gongan' WHERE id = 'clerk'", 'notFound'],
    ['the token is revoked', "UPDATE tokens SET revoked_at = 'now'", 'notSignedIn'],
    ['the token is not there any more', 'DELETE FROM tokens', 'notSignedIn'],
    ['the database is restored', "UPDATE city SET era = 'another'", 'eraChanged'],
  ])('sees in the batch that meanwhile %s', async (_, sql, code) => {
    await prepare()
    const era = (await database.prepare('SELECT era FROM city').first<{ era: string }>())?.era
    const db = between(world.db, () => database.prepare(sql).run())
    const answer = await world.ask('clerk', 'POST', syncPath(), { body: { ...ACTS[0]?.body, era }, headers: KEY, db })
    expect(await answer.json()).toMatchObject({ code })
    expect(await database.prepare('SELECT count(*) AS n FROM receipts WHERE id = ?').bind(KEY['Idempotency-Key']).first()).toEqual({ n: 0 })
  })
})
