import { beforeEach, describe, expect, it } from 'vitest'
import type { Comment } from '../../../shared/wire/comment.ts'
import type { Consolidation } from '../../../shared/wire/consolidation.ts'
import { database, openWorld, PERIOD, send, statuses, syncPath, syncRequest, type World } from '../world.ts'

const UNIT = `/v1/periods/${PERIOD}/reporters/jiaotong`
const SPELLINGS = ['一期', '一期 ', '一期\u200b', '\ufeff一期', '一\u3000期', '一期\u2060\u00ad']
const row = (part: string, more: object) => ({ subject: '7.1.a', area: '411202', part, ...more })

let world: World
beforeEach(async () => {
  world = await openWorld()
})
const stored = async () =>
  (await database.prepare('SELECT part, version, cumulative, deleted FROM records ORDER BY part').all<Record<string, unknown>>()).results
const cityFigure = async () => {
  const answer = await world.ask('coordinator', 'GET', `/v1/periods/${PERIOD}/consolidation`)
  const { indicators } = (await answer.json()) as Consolidation
  return indicators.find(({ indicator }) => indicator === '7.1.a')?.cumulative
}

describe('a part of works', () => {
  it('is one row however it is spelt, and the city counts it once', async () => {
    for (const [index, part] of SPELLINGS.entries()) {
      const answer = await send(world, 'clerk', [row(part, { base: index, cumulative: 10_000 + index })])
      expect(statuses(answer)).toEqual(['applied'])
    }
    expect(await stored()).toEqual([{ part: '一期', version: SPELLINGS.length, cumulative: 10_005, deleted: 0 }])
    expect(await cityFigure()).toBe(10_005)
  })

  it('that is twice in one request is refused as the one row that it is', async () => {
    const body = syncRequest([row('一期', { cumulative: 10_000 }), row('一期\u200b', { cumulative: 20_000 })])
    const answer = await world.ask('clerk', 'POST', syncPath(), { body, headers: { 'Idempotency-Key': crypto.randomUUID() } })
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([400, 'duplicateRow'])
    expect(await stored()).toEqual([])
  })

  it('of what can be seen stays apart', async () => {
    await send(world, 'clerk', [
      row('一期（南）', { cumulative: 10_000 }),
      row('一期(南)', { cumulative: 20_000 }),
      row('二期', { cumulative: 5_000 }),
    ])
    expect((await stored()).map(({ part }) => part)).toEqual(['一期(南)', '一期（南）', '二期'])
  })

  it('that was stored under other letters before is withdrawn by them, and its figure goes', async () => {
    await send(world, 'clerk', [row('一期', { cumulative: 10_000 })])
    for (const table of ['records', 'history'])
      await database
        .prepare(
          `INSERT INTO ${table} (period, reporter, subject, area, part, version, seq, account, at, deleted, cumulative, written, reasons)
          SELECT period, reporter, subject, area, '一期 ', 1, seq, account, at, 0, cumulative, written, reasons FROM records WHERE part = '一期'`,
        )
        .run()
    expect(await cityFigure()).toBe(20_000)
    expect(statuses(await send(world, 'clerk', [row('一期 ', { base: 1, deleted: true })]))).toEqual(['applied'])
    expect(await stored()).toMatchObject([
      { part: '一期', version: 1, deleted: 0 },
      { part: '一期 ', version: 2, deleted: 1 },
    ])
    expect(await cityFigure()).toBe(10_000)
  })

  it('is meant by a comment, however it is spelt', async () => {
    await send(world, 'clerk', [row('一期', { cumulative: 10_000 })])
    const body = { subject: '7.1.a', area: '411202', part: '一期\u200b', text: '请核对' }
    const comment = (await (await world.ask('coordinator', 'POST', `${UNIT}/comments`, { body })).json()) as Comment
    expect(comment).toMatchObject({ part: '一期', version: 1 })
  })
})

describe('a name', () => {
  it('is kept without what nobody sees, and is not empty then', async () => {
    const account = (name: string) => ({ body: { id: 'new', name, role: 'reader', reporter: null } })
    const empty = await world.ask('administrator', 'POST', '/v1/accounts', account('\u200b \ufeff'))
    expect([empty.status, ((await empty.json()) as { code: string }).code]).toEqual([400, 'invalidBody'])
    const made = await world.ask('administrator', 'POST', '/v1/accounts', account(' 李\u3000 某\u202e '))
    expect(await made.json()).toMatchObject({ name: '李 某' })
  })
})

describe('a clock that goes back', () => {
  it('puts no version before the one that it replaces', async () => {
    world.now = new Date('2021-05-28T02:00:00Z')
    await send(world, 'clerk', [row('', { cumulative: 10_000 })])
    world.now = new Date('2021-05-28T01:00:00Z')
    await send(world, 'clerk', [row('', { base: 1, cumulative: 20_000 })])
    world.now = new Date('2021-05-28T03:00:00Z')
    await send(world, 'clerk', [row('', { base: 2, cumulative: 30_000 })])
    const { results } = await database.prepare('SELECT version, at FROM history ORDER BY version').all()
    expect(results).toEqual([
      { version: 1, at: '2021-05-28T02:00:00.000Z' },
      { version: 2, at: '2021-05-28T02:00:00.000Z' },
      { version: 3, at: '2021-05-28T03:00:00.000Z' },
    ])
  })

  it('puts no comment before the one that it answers', async () => {
    const say = (text: string) => world.ask('coordinator', 'POST', `${UNIT}/comments`, { body: { subject: '7.1.a', area: '411202', text } })
    await say('先')
    world.now = new Date(world.now.getTime() - 3_600_000)
    await say('后')
    const { comments } = (await (await world.ask('clerk', 'GET', `${UNIT}/comments`)).json()) as { comments: Comment[] }
    expect(comments.map(({ text }) => text)).toEqual(['先', '后'])
  })
})
