import { beforeEach, describe, expect, it } from 'vitest'
import { gridOfRegister } from '../../../shared/register/sheet/gridOfRegister.ts'
import { register2021 } from '../../../shared/register/year2021/register2021.ts'
import type { RegisterDifference } from '../../../shared/wire/administration.ts'
import { openWorld, type World } from '../world.ts'

describe('a register sent as a sheet', () => {
  let world: World
  beforeEach(async () => {
    world = await openWorld()
  })
  const grid = gridOfRegister(register2021)
  const head = { id: 'smx-2021', year: 2021, version: 2, title: register2021.title }
  const post = (body: unknown, query = '') => world.ask('administrator', 'POST', `/v1/registers${query}`, { body })

  it('changes nothing but the version where the sheet says what is loaded', async () => {
    const answer = await post({ ...head, grid }, '?dryRun=true')
    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual({ id: 'smx-2021', version: 2, previousVersion: 1, dryRun: true, changes: [], remarks: [] })
    expect((await world.ask('administrator', 'GET', '/v1/registers/smx-2021/2')).status).toBe(404)
  })

  it('is the same however the keys of its JSON are ordered', async () => {
    const turned = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turned)
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, part]) => [key, turned(part)]),
      )
    }
    const answer = await post({ ...(turned(register2021) as object), version: 2 }, '?dryRun=true')
    expect(((await answer.json()) as RegisterDifference).changes).toEqual([])
  })

  it('shows the difference of a changed target, and then loads it', async () => {
    const [headings = [], ...rows] = grid.cells
    const at = headings.indexOf('目标')
    const changed = rows.map((row) => (row[headings.indexOf('指标编号')] === '7.1.a' ? row.with(at, '301') : row))
    const body = { ...head, grid: { ...grid, cells: [headings, ...changed] } }
    const dry = (await (await post(body, '?dryRun=true')).json()) as RegisterDifference
    expect(dry.changes.map(({ list, key, change }) => [list, key, change])).toEqual([['indicators', '7.1.a', 'changed']])
    expect((await post(body)).status).toBe(200)
    expect((await world.ask('administrator', 'GET', '/v1/registers/smx-2021/2')).status).toBe(200)
  })

  it("takes another year's areas and units where it is like another register", async () => {
    const body = { id: 'smx-2022', year: 2022, version: 1, like: 'smx-2021', grid }
    expect((await post(body)).status).toBe(400)
    const [headings = [], ...rows] = grid.cells
    const undated = rows.map((row) => headings.map((heading, index) => (heading === '完成时限' ? null : (row[index] ?? null))))
    const answer = await post({ ...body, grid: { ...grid, cells: [headings, ...undated] } }, '?dryRun=true')
    expect(answer.status).toBe(200)
    expect(((await answer.json()) as RegisterDifference).previousVersion).toBeNull()
  })

  it('may be of county targets alone: they are read onto the newest version, and what does not add up is told at its cell', async () => {
    const targets = (...rows: readonly (readonly (string | number | null)[])[]) => ({
      ...grid,
      sheetName: '分解表',
      cells: [['指标编号', '指标', '目标', '湖滨区', '陕州区', '渑池县', '卢氏县', '义马市', '灵宝市'], ...rows],
    })
    const { title: _title, ...own } = head
    const right = targets(['7.1.a', '新建农村公路', 300, 24, 56, 60, 90, 20, 50])
    const answer = await post({ ...own, grid: right })
    expect(answer.status, await answer.clone().text()).toBe(200)
    const loaded = (await answer.json()) as RegisterDifference
    expect([loaded.changes.map(({ list, key }) => [list, key]), loaded.remarks]).toEqual([[['indicators', '7.1.a']], []])
    const version = await (await world.ask('administrator', 'GET', '/v1/registers/smx-2021/2')).json()
    expect(version).toMatchObject({ title: register2021.title, tasks: { length: register2021.tasks.length } })
    const wrong = targets(['7.1.a', '新建农村公路', 300, 24, 56, 60, 90, 20, 51])
    const dry = (await (await post({ ...own, version: 3, grid: wrong }, '?dryRun=true')).json()) as RegisterDifference
    expect(dry.remarks).toMatchObject([{ code: 'countyTargetsSum', value: '301 / 300' }])
    expect(dry.remarks[0]?.cell).toMatch(/^[A-I]2$/)
    const unknown = await post({ ...own, version: 3, grid: targets(['7.1.zz', '没有的指标', 1, 1, 1, 1, 1, 1, 1]) }, '?dryRun=true')
    expect(unknown.status).toBe(400)
    expect(await unknown.json()).toMatchObject({ findings: [{ code: 'NOT_READ', cell: 'A2', params: { reason: 'unknownIndicator' } }] })
  })

  it('names the cell that does not fit, and loads nothing', async () => {
    const cells = grid.cells.map((row, index) => (index === 1 ? row.with(3, '市不存在局') : row))
    const answer = await post({ ...head, grid: { ...grid, cells } })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({
      code: 'invalidBody',
      findings: [{ code: 'NOT_READ', cell: 'D2', params: { text: '市不存在局', reason: 'unknownUnit' } }],
    })
    expect((await world.ask('administrator', 'GET', '/v1/registers/smx-2021/2')).status).toBe(404)
  })

  it.each<[string, object]>([
    ['no grid', { grid: 7 }],
    ['cells that are no rows', { grid: { cells: 'x' } }],
    ['units of another shape', { grid, units: 'x' }],
    ['a register that is not there', { grid, like: 'nowhere' }],
    ['an unknown key', { grid, tasks: [] }],
  ])('refuses %s', async (_, more) => {
    const answer = await post({ ...head, ...more })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ code: 'invalidBody' })
  })
})
