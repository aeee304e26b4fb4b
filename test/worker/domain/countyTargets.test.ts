import { expect, it } from 'vitest'
import { registerForm2021 } from '../../../shared/register/year2021/register2021.ts'
import type { Consolidation } from '../../../shared/wire/consolidation.ts'
import { database, openWorld, PERIOD, type Row, syncPath, syncRequest } from '../world.ts'

/** 湖滨区, 陕州区 and 渑池县, with three targets each; 渑池县 has nothing of two. */
const TARGETS = { '411202': '20', '411203': '60', '411221': '60' }
const version2 = {
  ...registerForm2021,
  version: 2,
  indicators: registerForm2021.indicators.map((one) =>
    ['7.1.a', '7.1.b', '4.a'].includes(one.id) ? { ...one, countyTargets: TARGETS } : one,
  ),
}

it('targets of counties come with a version of the register, and a period keeps those that it is reported against', async () => {
  const world = await openWorld()
  await database.prepare("UPDATE periods SET hard_deadline = '2021-12-31'").run()
  const rows: readonly Row[] = [
    ...['411202', '411203', '411221'].map((area): Row => ({ subject: '7.1.a', area, cumulative: 150_000 })),
    ...['411202', '411203', '411221'].map((area): Row => ({ subject: '7.1.b', area, cumulative: 150_000 })),
  ]
  const sent = await world.ask('clerk', 'POST', syncPath('jiaotong', PERIOD), {
    body: syncRequest(rows),
    headers: { 'Idempotency-Key': crypto.randomUUID() },
  })
  expect(sent.status, await sent.clone().text()).toBe(200)
  const read = async () => (await (await world.ask('coordinator', 'GET', `/v1/periods/${PERIOD}/consolidation`)).json()) as Consolidation
  const before = await read()
  expect(before.ranking.counties.every(({ rank }) => rank === null)).toBe(true)
  expect(before.indicators.every(({ counties }) => counties.length === 0)).toBe(true)

  const loaded = await world.ask('administrator', 'POST', '/v1/registers', { body: version2 })
  expect(loaded.status, await loaded.clone().text()).toBe(200)
  expect((await read()).ranking).toEqual(before.ranking)

  const period = await database.prepare('SELECT * FROM periods WHERE id = ?').bind(PERIOD).first<Record<string, string | number>>()
  const moved = await world.ask('coordinator', 'PUT', `/v1/periods/${PERIOD}`, {
    body: {
      registerId: period?.register_id,
      registerVersion: 2,
      softDeadline: period?.soft_deadline,
      hardDeadline: period?.hard_deadline,
      reason: '分解目标',
    },
    headers: { 'If-Match': String(period?.epoch) },
  })
  expect(moved.status, await moved.clone().text()).toBe(200)
  const { ranking, indicators } = await read()
  // (75 + 75 + 0) / 3, (25 + 25 + 0) / 3; 1.b and 1.c are promised for two of them alone, and nobody has 0 for 4.a, which is not theirs to report
  expect(ranking.counties.slice(0, 3)).toEqual([
    { area: '411202', rank: 1, score: 500_000, counted: ['1.b', '7.1.a', '7.1.b'], asZero: ['1.b'] },
    { area: '411203', rank: 2, score: 166_700, counted: ['1.c', '7.1.a', '7.1.b'], asZero: ['1.c'] },
    { area: '411221', rank: null, score: null, counted: ['7.1.a', '7.1.b'], asZero: [] },
  ])
  expect(ranking.excluded).toContainEqual({ indicator: '4.a', reason: 'notAllReported' })
  expect(
    indicators.find(({ indicator }) => indicator === '7.1.a')?.counties.map(({ area, reached, light }) => [area, reached, light?.light]),
  ).toEqual([
    ['411202', 750_000, 'green'],
    ['411203', 250_000, 'yellow'],
    ['411221', 250_000, 'yellow'],
  ])

  const refused = await world.ask('administrator', 'POST', '/v1/registers', {
    body: {
      ...version2,
      version: 3,
      indicators: version2.indicators.map((one) => (one.id === '6.1.a' ? { ...one, countyTargets: TARGETS } : one)),
    },
  })
  expect(refused.status).toBe(400)
})
