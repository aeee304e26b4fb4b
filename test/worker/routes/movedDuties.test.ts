import { beforeAll, describe, expect, it } from 'vitest'
import { registerForm2021 } from '../../../shared/register/year2021/register2021.ts'
import type { Consolidation } from '../../../shared/wire/consolidation.ts'
import type { RecordsPage } from '../../../shared/wire/records.ts'
import type { SubmissionsAnswer } from '../../../shared/wire/submission.ts'
import type { SyncAnswer } from '../../../shared/wire/sync.ts'
import { openWorld, otherUnit, PERIOD, syncPath, syncRequest, type World } from '../world.ts'

const [BEFORE, JUNE] = [otherUnit(), '2021-06']
/** 7.1.a is the other unit's in version 2; in version 3 it is jiaotong's, who took it over in June. */
const version = (number: number, reporter: string, more: object = {}) => ({
  ...registerForm2021,
  version: number,
  ...more,
  indicators: registerForm2021.indicators.map((one) => (one.id === '7.1.a' ? { ...one, reporter } : one)),
})
const AREAS = registerForm2021.areas.filter(({ code }) => code !== registerForm2021.city).map(({ code }) => code)
const roads = (cumulative: number, base = 0) => AREAS.map((area) => ({ subject: '7.1.a', area, base, cumulative }))

describe('a duty that moves to another unit in June', () => {
  let world: World
  const json = async <T>(answer: Promise<Response>): Promise<T> => (await (await answer).json()) as T
  const good = async (asked: Promise<Response>): Promise<void> => expect(await asked.then((answer) => answer.status)).toBeLessThan(300)
  const put = (period: string, registerVersion: number, epoch?: number) => {
    const body = {
      registerId: registerForm2021.id,
      registerVersion,
      softDeadline: '2021-06-30',
      hardDeadline: '2021-07-03',
      reason: '机构改革',
    }
    return world.ask('coordinator', 'PUT', `/v1/periods/${period}`, {
      body,
      headers: epoch === undefined ? {} : { 'If-Match': String(epoch) },
    })
  }
  const sync = (who: string, reporter: string, period: string, rows: readonly object[], more: object) =>
    json<SyncAnswer>(
      world.ask(who, 'POST', syncPath(reporter, period), {
        body: { ...syncRequest(rows as never), ...more },
        headers: { 'Idempotency-Key': crypto.randomUUID() },
      }),
    )
  const city = () => json<Consolidation>(world.ask('coordinator', 'GET', `/v1/periods/${JUNE}/consolidation`))
  const gaps = async () =>
    (await city()).reporters.find(({ reporter }) => reporter === 'jiaotong')?.missing.filter(({ subject }) => subject === '7.1.a')

  beforeAll(async () => {
    world = await openWorld()
    await good(world.ask('administrator', 'POST', '/v1/registers', { body: version(2, BEFORE) }))
    await good(put(PERIOD, 2, 1))
    await good(put(JUNE, 2))
    const may = await sync('other', BEFORE, PERIOD, roads(200_000), { registerVersion: 2, periodEpoch: 2 })
    expect(may.outcomes.map(({ status }) => status)).toEqual(AREAS.map(() => 'applied'))
    await sync('other', BEFORE, JUNE, roads(220_000), { registerVersion: 2, periodEpoch: 1 })
    const succeeds = [{ subject: '7.1.a', reporter: 'jiaotong', predecessor: BEFORE, from: JUNE }]
    await good(world.ask('administrator', 'POST', '/v1/registers', { body: version(3, 'jiaotong', { succeeds }) }))
    await good(put(JUNE, 3, 1))
  })

  it('leaves nobody owing what the predecessor reported, and its figures in the city’s', async () => {
    expect(await gaps()).toEqual([])
    const found = (await city()).indicators.find(({ indicator }) => indicator === '7.1.a')
    expect(found?.cumulative).toBe(220_000 * AREAS.length)
    expect(found?.areas[0]?.sources).toMatchObject([{ reporter: BEFORE, by: '别的单位填报人' }])
    expect(found?.change.cumulative).toBe(20_000 * AREAS.length)
    const all = await json<SubmissionsAnswer>(world.ask('coordinator', 'GET', `/v1/periods/${JUNE}/submissions`))
    expect(all.submissions.find(({ reporter }) => reporter === 'jiaotong')?.reported).toBe(AREAS.length)
  })

  it('shows the successor’s people what they took over, and nobody else', async () => {
    const page = await json<RecordsPage>(world.ask('clerk', 'GET', `/v1/periods/${JUNE}/reporters/jiaotong/records?since=0`))
    expect(page.records).toEqual([])
    expect(page.inherited.map(({ reporter, area, values }) => [reporter, area, values.cumulative])).toEqual(
      [...AREAS].sort().map((area) => [BEFORE, area, 220_000]),
    )
    const may = await json<RecordsPage>(world.ask('clerk', 'GET', `/v1/periods/${PERIOD}/reporters/jiaotong/records?since=0`))
    expect(may.inherited.map(({ values }) => values.cumulative)).toEqual(AREAS.map(() => 200_000))
    const theirs = await json<RecordsPage>(world.ask('other', 'GET', `/v1/periods/${JUNE}/reporters/${BEFORE}/records?since=0`))
    expect([theirs.records.length, theirs.inherited]).toEqual([AREAS.length, []])
    expect((await world.ask('clerk', 'GET', `/v1/periods/${JUNE}/reporters/${BEFORE}/records?since=0`)).status).toBe(404)
  })

  it('checks the successor’s first figure against the predecessor’s last, and takes it from there', async () => {
    const [first, ...rest] = roads(230_000)
    const fewer = { ...first, cumulative: 150_000 }
    const answer = await sync('clerk', 'jiaotong', JUNE, [fewer, ...rest], { registerVersion: 3, periodEpoch: 2 })
    expect(answer.outcomes[0]).toMatchObject({ status: 'rejected', findings: [{ code: 'DECREASED_CUMULATIVE' }] })
    const found = (await city()).indicators.find(({ indicator }) => indicator === '7.1.a')
    // The county that was refused is still the predecessor's.
    expect(found?.cumulative).toBe(220_000 + 230_000 * rest.length)
    expect(await gaps()).toEqual([])
  })
})
