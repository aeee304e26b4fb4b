import { describe, expect, test } from 'vitest'
import { openPeriodContext } from '../../../../addin/flow/session/openPeriodContext.ts'
import { checkSheet, type SheetCheck } from '../../../../addin/flow/submit/checkSheet.ts'
import { correctReading } from '../../../../addin/flow/submit/correctReading.ts'
import { rememberCorrections, unrememberCorrections } from '../../../../addin/flow/submit/rememberCorrections.ts'
import type { Result } from '../../../../shared/base/result.ts'
import type { Grid } from '../../../../shared/grid/grid.ts'
import type { Correction } from '../../../../shared/record/reading.ts'
import { clerk, gridOf, may } from '../../fakeAnswers.ts'
import { storedLayout } from '../../fakeLayouts.ts'
import { fakePorts } from '../../fakes.ts'

const sheet = (month: number, more: number): Grid =>
  gridOf(`${month}月`, [
    ['县（市、区）', '新建农村公路年度目标（公里）', `${month}月末数`, `1-${month}月累计完成`],
    ['湖滨区', 20, 12 + more, 10 + more],
    ['陕州区', 60, 30 + more, 28 + more],
    ['灵宝市', 100, 42 + more, 41 + more],
  ])
const counts: Correction = { kind: 'column', anchor: '5月末数', occurrence: 1, field: 'cumulative', subject: '7.1.a' }
const left: Correction = { kind: 'column', anchor: '1-5月累计完成', occurrence: 1, field: null }

async function world(grid = sheet(5, 0)) {
  const fakes = fakePorts(grid)
  const context = await openPeriodContext(fakes.ports, clerk, [may], may)
  if (!context.ok) throw new Error(context.fault.tag)
  return { ...fakes, context: context.value, layouts: fakes.server.layouts }
}
const read = (result: Result<SheetCheck, { readonly tag: string }>): SheetCheck => {
  if (!result.ok) throw new Error(result.fault.tag)
  return result.value
}
const figures = ({ reading }: SheetCheck) => reading.records.map(({ values }) => (values.cumulative ?? Number.NaN) / 10_000)
async function correct({ ports, context }: Awaited<ReturnType<typeof world>>, ...corrections: readonly Correction[]): Promise<SheetCheck> {
  let check = read(await checkSheet(ports, context))
  for (const correction of corrections) check = read((await correctReading(ports, context, check.grid.sheetName, [correction])).check)
  return check
}

describe('what is corrected', () => {
  test('is remembered for the unit, and next month’s sheet is read by it', async () => {
    const may5 = await world()
    await rememberCorrections(may5.ports, may5.context, await correct(may5, left, counts))
    expect(may5.layouts.stored).toMatchObject([
      { reporter: 'jiaotong', register: 'smx-2021', columns: [{ heading: '至某月累计完成', field: null }, { heading: '至某月数' }] },
    ])
    const next = await world(sheet(6, 5))
    next.layouts.stored.push(...may5.layouts.stored)
    const june = { ...next.context, period: { ...next.context.period, id: '2021-06' } }
    const check = read(await checkSheet(next.ports, june))
    expect(figures(check)).toEqual([17, 35, 47])
    expect(check.reading.tables[0]?.memory.recalled).toMatchObject({ scope: 'unit', columns: [3, 4] })
    await next.ports.memory.setLayoutUse('6月', 'ignored')
    expect(figures(read(await checkSheet(next.ports, june)))).toEqual([15, 33, 46])
  })

  test('later adds to what the sheet was read by', async () => {
    const first = await world()
    await rememberCorrections(first.ports, first.context, await correct(first, left))
    await first.ports.memory.setCorrections('5月', [])
    await rememberCorrections(first.ports, first.context, await correct(first, counts))
    expect(first.layouts.stored[0]?.columns).toHaveLength(2)
    expect(first.layouts.stored[0]?.version).toBe(2)
  })

  test('of a row is remembered nowhere', async () => {
    const one = await world()
    const check = await correct(one, { kind: 'skipRow', anchor: '陕州区', occurrence: 1 })
    expect(await rememberCorrections(one.ports, one.context, check)).toEqual([])
    expect(one.layouts.calls).not.toContain('remember')
  })

  test('is put over a colleague’s word that came meanwhile', async () => {
    const one = await world()
    const check = await correct(one, counts)
    const { layout } = check.reading.tables[0]?.memory ?? { layout: '' }
    one.layouts.stored.push(storedLayout({ layout, version: 4 }))
    const after = await rememberCorrections(one.ports, one.context, check)
    expect(after).toMatchObject([{ layout, version: 5, columns: [{ heading: '至某月数' }] }])
  })

  test.each([{ tag: 'offline' }, { tag: 'timeout' }, { tag: 'foreignAnswer', status: 502 }] as const)(
    'holds nothing up where the server does not answer: $tag',
    async (fault) => {
      const one = await world()
      const check = await correct(one, counts)
      one.layouts.faults.push(fault, fault)
      expect(await rememberCorrections(one.ports, one.context, check)).toEqual([])
      one.layouts.faults.push(fault)
      expect(figures(read(await checkSheet(one.ports, one.context)))).toEqual([12, 30, 42])
    },
  )

  test('is read as a moment ago while the server is out of reach', async () => {
    const one = await world()
    const check = await correct(one, left, counts)
    await rememberCorrections(one.ports, one.context, check)
    await one.ports.memory.setCorrections('5月', [])
    expect(figures(read(await checkSheet(one.ports, one.context)))).toEqual([12, 30, 42])
    one.layouts.faults.push({ tag: 'offline' })
    expect(figures(read(await checkSheet(one.ports, one.context)))).toEqual([12, 30, 42])
  })
})

describe('what is taken back', () => {
  test('is forgotten for the unit, and nothing that others said', async () => {
    const one = await world()
    await rememberCorrections(one.ports, one.context, await correct(one, left))
    await one.ports.memory.setCorrections('5月', [])
    const check = await correct(one, counts)
    await rememberCorrections(one.ports, one.context, check)
    const now = read(await checkSheet(one.ports, one.context))
    expect(await unrememberCorrections(one.ports, one.context, now)).toMatchObject([{ columns: [{ heading: '至某月累计完成' }] }])
  })

  test('goes altogether where nothing else was said', async () => {
    const one = await world()
    await rememberCorrections(one.ports, one.context, await correct(one, left, counts))
    expect(await unrememberCorrections(one.ports, one.context, read(await checkSheet(one.ports, one.context)))).toEqual([])
    expect(one.layouts.stored).toEqual([])
  })
})

test('a person may insist on what the figures speak against, for one sheet', async () => {
  const rated = (...done: readonly number[]): Grid =>
    gridOf('5月', [
      ['县（市、区）', '农村公路年度目标', '完成数', '上报口径数', '完成率'],
      ...['湖滨区', '陕州区', '灵宝市'].map((area, i) => [area, 200, done[i] ?? 0, (done[i] ?? 0) + 3, `${(done[i] ?? 0) / 2}%`]),
    ])
  const one = await world(rated(50, 60, 70))
  const swapped: readonly Correction[] = [
    { kind: 'column', anchor: '完成数', occurrence: 1, field: null },
    { kind: 'column', anchor: '上报口径数', occurrence: 1, field: 'cumulative', subject: '7.1.a' },
  ]
  await rememberCorrections(one.ports, one.context, await correct(one, ...swapped))
  await one.ports.memory.setCorrections('5月', [])
  const check = read(await checkSheet(one.ports, one.context))
  expect([figures(check), check.reading.tables[0]?.memory.recalled?.against?.header]).toEqual([[50, 60, 70], '完成率'])
  await one.ports.memory.setLayoutUse('5月', 'insisted')
  expect(figures(read(await checkSheet(one.ports, one.context)))).toEqual([53, 63, 73])
})
