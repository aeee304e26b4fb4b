import { describe, expect, it } from 'vitest'
import { CONTRACT, type RouteKey } from '../../../shared/wire/contract.ts'
import { POLICY } from '../../../worker/http/policy.ts'
import { openWorld, otherUnit, PERIOD, type Row, syncPath, syncRequest, type World } from '../world.ts'

const UNIT = `/v1/periods/${PERIOD}/reporters/jiaotong`
/** The opaque cursor in all its places, and what is drawn by chance in every city. */
const OPAQUE = /"(seq|asOfSeq|signedSeq|next|era|id|requestId)":("[^"]*"|\d+|null)/g

/**
 * What a unit is answered does not change with other units' rows: the same acts of one unit, in a city where it is alone
 * and in one where another unit and the coordinator do all they can, are answered alike, the opaque cursor aside.
 */
describe('what a unit is answered', () => {
  const routes = (Object.keys(CONTRACT) as RouteKey[]).filter((key) => {
    const rule = POLICY[key]
    return key.startsWith('GET ') && rule !== 'anyone' && rule.clerk !== undefined
  })
  const addressOf = (key: RouteKey): string => {
    const values: Record<string, string> = { period: PERIOD, reporter: 'jiaotong', register: 'smx-2021', version: '1' }
    const path = key.replace('GET ', '').replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? 'none')
    return key.endsWith('/history') ? `${path}?subject=7.1.a&area=411202&part=` : path
  }

  async function live(crowded: boolean): Promise<string[]> {
    const world = await openWorld()
    const told: string[] = []
    const tell = async (answer: Response) => {
      told.push(`${answer.status} ${(await answer.text()).replace(OPAQUE, '"$1":0')}`)
    }
    const others = async (round: number) => {
      if (crowded) await disturb(world, round)
    }
    const sync = async (rows: readonly Row[], query = '', period = PERIOD) =>
      tell(
        await world.ask('clerk', 'POST', syncPath('jiaotong', period) + query, {
          body: syncRequest(rows),
          headers: { 'Idempotency-Key': crypto.randomUUID() },
        }),
      )
    world.now = new Date('2021-04-28T02:00:00Z')
    await others(0)
    await sync([{ subject: '7.1.a', area: '411202', cumulative: 20_000 }], '', '2021-04')
    world.now = new Date('2021-05-28T02:00:00Z')
    await others(1)
    const first = [
      { subject: '7.1.a', area: '411202', cumulative: 30_000, remark: '甲' },
      { subject: '7.1.a', area: '411203', cumulative: 10_000 },
      { subject: '7.1.b', area: '411202', cumulative: 900_000_000 },
    ]
    await sync(first, '?dryRun=true')
    await sync(first)
    await others(2)
    await sync([
      { subject: '7.1.a', area: '411202', base: 1, cumulative: 10_000 },
      { subject: '7.1.a', area: '411203', base: 1, deleted: true },
      { subject: '2.1', problems: '难' },
    ])
    const remark = { subject: '7.1.a', area: '411202', text: '已核' }
    await tell(await world.ask('clerk', 'POST', `${UNIT}/comments`, { body: remark }))
    await others(3)
    await tell(await world.ask('clerk', 'POST', `${UNIT}/submission/complete`, { body: {} }))
    await tell(await world.ask('reviewer', 'POST', `${UNIT}/submission/review`, { body: {} }))
    await others(4)
    for (const key of routes) await tell(await world.ask('clerk', 'GET', addressOf(key)))
    for (const limit of [1, 2]) await tell(await world.ask('reviewer', 'GET', `${UNIT}/records?limit=${limit}`))
    return told
  }

  it('does not change with what other units do, on any route that it may ask', async () => {
    expect(routes.length).toBeGreaterThan(7)
    const alone = await live(false)
    expect(alone.filter((answer) => answer.startsWith('200')).length).toBeGreaterThan(12)
    for (const [index, answer] of (await live(true)).entries())
      expect(answer === alone[index], `${alone[index]?.slice(0, 500)}\n${answer.slice(0, 500)}`).toBe(true)
  })
})

/** Another unit reports on the same subjects and areas, is commented on, returned, given an extension, and signs off. */
async function disturb(world: World, round: number): Promise<void> {
  const period = round === 0 ? '2021-04' : PERIOD
  const other = `/v1/periods/${period}/reporters/${otherUnit()}`
  const done = async (answer: Response) => {
    if (answer.status >= 300) throw new Error(`${round}: ${answer.status} ${await answer.text()}`)
  }
  const rows = ['7.1.a', '7.1.b', '2.1'].flatMap((subject) =>
    ['411202', '411203', '411200'].map((area) => ({
      subject,
      area,
      base: Math.max(0, round - 1),
      ...(round === 3 && subject === '2.1' ? { deleted: true } : { cumulative: 70_000 * (round + 1), remark: `别家${round}` }),
    })),
  )
  await done(
    await world.ask('other', 'POST', `${other}/sync`, { body: syncRequest(rows), headers: { 'Idempotency-Key': crypto.randomUUID() } }),
  )
  const comment = { subject: '7.1.a', area: '411202', text: `别家${round}`, ...(round === 2 ? { kind: 'return' } : {}) }
  await done(await world.ask('coordinator', 'POST', `${other}/comments`, { body: comment }))
  await done(await world.ask('coordinator', 'PUT', `${other}/extension`, { body: { until: `2021-06-0${round + 1}`, reason: '系统故障' } }))
  if (round === 3) await done(await world.ask('other', 'POST', `${other}/submission/complete`, { body: {} }))
  const layouts = `/v1/reporters/${otherUnit()}/layouts/${'a'.repeat(16)}`
  const columns = [{ heading: '完成', occurrence: round + 1, field: 'cumulative' }]
  await done(await world.ask('other', 'PUT', layouts, { body: { register: 'smx-2021', headings: ['完成'], columns, base: round } }))
  await done(await world.ask('other', 'POST', `${layouts}/propose`, { body: { version: round + 1 } }))
}
