import { beforeAll, describe, expect, it } from 'vitest'
import type { SyncAnswer } from '../../../shared/wire/sync.ts'
import { database, openWorld, send, statuses, syncPath, syncRequest, type World } from '../world.ts'

const A = { subject: '7.1.a', cumulative: 1_460_000, progressText: '已完成146公里' }
const B = { subject: '7.1.b', cumulative: 1_230_000 }

describe('sync', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })

  it('stores rows at version 1, and the same rows again change nothing', async () => {
    const first = await send(world, 'clerk', [A, B])
    expect(first.outcomes).toEqual([
      { row: 0, status: 'applied', version: 1 },
      { row: 1, status: 'applied', version: 1 },
    ])
    const again = await send(world, 'clerk', [
      { ...A, base: 1 },
      { ...B, base: 1 },
    ])
    expect(statuses(again)).toEqual(['unchanged', 'unchanged'])
    expect(again.seq).toBeNull()
  })

  it('answers a repeated id with the same bytes from its receipt, and with other bytes 422', async () => {
    const id = crypto.randomUUID()
    const body = syncRequest([{ ...B, base: 1, cumulative: 1_240_000 }])
    const headers = { 'Idempotency-Key': id }
    const first = (await (await world.ask('clerk', 'POST', syncPath(), { body, headers })).json()) as SyncAnswer
    const second = await world.ask('clerk', 'POST', syncPath(), { body, headers })
    expect(second.headers.get('Idempotency-Replayed')).toBe('true')
    expect(await second.json()).toEqual({ ...first, replayed: true })
    const other = await world.ask('clerk', 'POST', syncPath(), { body: { ...body, atomic: true }, headers })
    expect(other.status).toBe(422)
    expect(await other.json()).toMatchObject({ code: 'idempotencyKeyReused', status: 422 })
  })

  it('merges other fields onto a newer version, and answers a conflict for the same field', async () => {
    await send(world, 'clerk', [{ subject: '7.2', progressText: '一', remark: '甲' }])
    await send(world, 'second', [{ subject: '7.2', base: 1, progressText: '二' }])
    const merged = await send(world, 'clerk', [{ subject: '7.2', base: 1, progressText: '一', remark: '乙' }])
    expect(merged.outcomes).toEqual([{ row: 0, status: 'applied', version: 3 }])
    const stale = await send(world, 'clerk', [{ subject: '7.2', base: 1, progressText: '三' }])
    expect(stale.outcomes).toMatchObject([
      {
        row: 0,
        status: 'conflict',
        version: 3,
        fields: ['progressText'],
        server: { by: '交通填报人', values: { progressText: '二', remark: '乙' } },
      },
    ])
  })
  it('keeps every version whole, and the history replays to the current state', async () => {
    const { results } = await database.prepare('SELECT * FROM records').all()
    for (const row of results) {
      const versions = await database
        .prepare('SELECT * FROM history WHERE period = ? AND reporter = ? AND subject = ? AND area = ? AND part = ? ORDER BY version')
        .bind(row.period, row.reporter, row.subject, row.area, row.part)
        .all()
      expect(versions.results.map(({ version }) => version)).toEqual(versions.results.map((_, index) => index + 1))
      expect(versions.results.at(-1)).toEqual(row)
    }
  })
})
