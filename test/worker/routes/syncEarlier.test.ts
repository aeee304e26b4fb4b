import { beforeEach, describe, expect, it } from 'vitest'
import type { SyncAnswer } from '../../../shared/wire/sync.ts'
import { database, openWorld, type Row, syncPath, syncRequest, type World } from '../world.ts'

describe('a sync after other periods', () => {
  let world: World
  beforeEach(async () => {
    world = await openWorld()
    const open = database.prepare(
      "INSERT INTO periods (id, register_id, register_version, epoch, state, soft_deadline, hard_deadline) VALUES (?, 'smx-2021', 1, 1, 'open', '2099-12-30', '2099-12-31')",
    )
    await database.batch(['2021-06', '2021-07', '2021-08', '2021-09'].map((id) => open.bind(id)))
  })

  /** Sends a row for a period, and answers what became of it. */
  const stored = async (period: string, cumulative: number | null, more: Partial<Row> = {}) => {
    const body = syncRequest([{ subject: '7.1.a', area: '411200', cumulative, ...more }])
    const answer = await world.ask('clerk', 'POST', syncPath('jiaotong', period), {
      body,
      headers: { 'Idempotency-Key': crypto.randomUUID() },
    })
    return ((await answer.json()) as SyncAnswer).outcomes[0]
  }

  it('refuses a figure below the newest one, which a period without a report does not hide', async () => {
    await stored('2021-06', 1_000_000)
    await stored('2021-07', 1_200_000)
    const refused = await stored('2021-09', 1_100_000)
    expect(refused).toMatchObject({
      status: 'rejected',
      findings: [{ code: 'DECREASED_CUMULATIVE', params: { previous: '120', cumulative: '110', period: '2021-07' } }],
    })
    expect(await stored('2021-09', 1_300_000)).toMatchObject({ status: 'applied' })
  })

  it('compares with the three periods before, and with no later one', async () => {
    await stored('2021-05', 9_000_000)
    expect(await stored('2021-09', 1_000_000)).toMatchObject({ status: 'applied' })
    expect(await stored('2021-08', 500_000)).toMatchObject({ status: 'rejected' })
    expect(await stored('2021-08', 500_000, { remark: '核减重复统计数' })).toMatchObject({ status: 'applied' })
  })
})
