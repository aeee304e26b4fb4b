import { beforeEach, describe, expect, it } from 'vitest'
import type { SyncAnswer } from '../../../../shared/wire/sync.ts'
import type { Database } from '../../../../worker/store/database/database.ts'
import { between, failing } from '../../faultyDatabase.ts'
import { database, openWorld, otherUnit, type Row, send, statuses, syncPath, syncRequest, type World } from '../../world.ts'

const ID = '00000000-0000-4000-8000-00000000000a'
const NEXT = '2021-06'

describe('an id of a sync', () => {
  let world: World
  beforeEach(async () => {
    world = await openWorld()
    await database
      .prepare(
        "INSERT INTO periods (id, register_id, register_version, epoch, state, soft_deadline, hard_deadline) VALUES (?, 'smx-2021', 1, 1, 'open', '2021-06-30', '2021-07-02')",
      )
      .bind(NEXT)
      .run()
  })

  const rows: readonly Row[] = [{ subject: '7.1.c', cumulative: 10_000 }]
  const ask = (body: unknown, more: { who?: string; path?: string; id?: string; db?: Database } = {}) =>
    world.ask(more.who ?? 'clerk', 'POST', more.path ?? syncPath(), {
      body,
      headers: { 'Idempotency-Key': more.id ?? ID },
      ...(more.db ? { db: more.db } : {}),
    })
  const versions = async () => (await database.prepare('SELECT count(*) AS n FROM history').first<{ n: number }>())?.n

  it('says nothing to a dry run, which judges what would come of it now', async () => {
    expect((await ask(syncRequest(rows))).status).toBe(200)
    for (const body of [syncRequest(rows), syncRequest([{ subject: '7.1.c', base: 1, cumulative: 20_000 }])]) {
      const dry = await ask(body, { path: `${syncPath()}?dryRun=true` })
      expect([dry.status, dry.headers.get('idempotency-replayed')]).toEqual([200, null])
      const { dryRun, replayed, seq, outcomes } = (await dry.json()) as SyncAnswer
      const first = body.rows[0]?.[3] === 0
      expect({ dryRun, replayed, seq }).toEqual({ dryRun: true, replayed: false, seq: null })
      expect(outcomes).toEqual([{ row: 0, status: first ? 'unchanged' : 'applied', version: first ? 1 : 2 }])
    }
  })

  it('is answered from its receipt in one round trip: nothing is judged and nothing tried again', async () => {
    const first = failing(world.db, -1, 'before')
    expect((await ask(syncRequest(rows), { db: first.db })).status).toBe(200)
    const again = failing(world.db, -1, 'before')
    const answer = await ask(syncRequest(rows), { db: again.db })
    expect([answer.headers.get('idempotency-replayed'), again.calls()]).toEqual(['true', 1])
  })

  it.each([
    ['the period is locked', "UPDATE periods SET state = 'locked', epoch = epoch + 1"],
    ['the period is over', "UPDATE periods SET soft_deadline = '2021-05-01', hard_deadline = '2021-05-01'"],
    ['the unit is locked', "UPDATE submissions SET receipt = 'locked'"],
    ['what was accepted asks for a note', "UPDATE submissions SET receipt = 'accepted'"],
    ['the database was restored', "UPDATE city SET era = 'another'"],
  ])('is answered as before though meanwhile %s', async (_, sql) => {
    const era = (await database.prepare('SELECT era FROM city').first<{ era: string }>())?.era
    const body = { ...syncRequest(rows), era }
    const first = (await (await ask(body)).json()) as SyncAnswer
    await database.prepare(sql).run()
    const again = await ask(body)
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([200, 'true'])
    expect(await again.json()).toEqual({ ...first, replayed: true })
    expect(await versions()).toBe(1)
  })

  it('is used up for other bytes and for another period, before its batch and in it', async () => {
    const other = syncRequest([{ subject: '7.1.c', cumulative: 20_000 }])
    expect((await ask(syncRequest(rows))).status).toBe(200)
    expect((await ask(other)).status).toBe(422)
    expect((await ask(syncRequest(rows), { path: syncPath('jiaotong', NEXT) })).status).toBe(422)

    const id = crypto.randomUUID()
    const meanwhile = between(world.db, () => ask(syncRequest([{ subject: '2.4', remark: '一' }]), { id }))
    expect((await ask(other, { id, db: meanwhile })).status).toBe(422)
    const second = crypto.randomUUID()
    const elsewhere = between(world.db, () => ask(other, { id: second, path: syncPath('jiaotong', NEXT) }))
    expect((await ask(other, { id: second, db: elsewhere })).status).toBe(422)
    expect(await versions()).toBe(3)
  })

  it('belongs to its unit: two units may have chosen the same', async () => {
    const body = syncRequest([{ subject: '7.1.c', cumulative: 10_000 }])
    const answers = [await ask(body), await ask(body, { who: 'other', path: syncPath(otherUnit()) })]
    for (const answer of answers) {
      expect(answer.headers.get('idempotency-replayed')).toBeNull()
      expect(statuses(await answer.json())).toEqual(['applied'])
    }
  })

  it('tells the other side of a conflict as it was judged, however far the row has moved since', async () => {
    await send(world, 'second', [{ subject: '2.1', problems: '一' }])
    await send(world, 'second', [{ subject: '2.1', base: 1, problems: '二' }])
    const body = syncRequest([{ subject: '2.1', base: 1, problems: '三' }])
    const first = (await (await ask(body)).json()) as SyncAnswer
    expect(first.outcomes).toMatchObject([{ status: 'conflict', version: 2, server: { version: 2, values: { problems: '二' } } }])
    await send(world, 'second', [{ subject: '2.1', base: 2, problems: '四' }])
    expect(await (await ask(body)).json()).toEqual({ ...first, replayed: true })
  })

  it('keeps the rows that were refused, with their findings', async () => {
    const body = syncRequest([
      { subject: '7.1.c', cumulative: 10_000 },
      { subject: 'nothing', remark: '一' },
    ])
    const first = (await (await ask(body)).json()) as SyncAnswer
    expect(statuses(first)).toEqual(['applied', 'rejected'])
    expect(await (await ask(body)).json()).toEqual({ ...first, replayed: true })
  })
})
