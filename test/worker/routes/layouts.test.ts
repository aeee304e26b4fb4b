import { beforeEach, describe, expect, it } from 'vitest'
import type { StoredLayout } from '../../../shared/wire/layouts.ts'
import { database, openWorld, otherUnit, type World } from '../world.ts'

const LAYOUT = '0123456789abcdef'
const OWN = '/v1/reporters/jiaotong/layouts'
const OTHERS = `/v1/reporters/${otherUnit()}/layouts`
const body = {
  register: 'smx-2021',
  headings: ['县(市、区)', '农村公路/至某月上报数'],
  columns: [{ heading: '农村公路/至某月上报数', occurrence: 1, field: 'cumulative', subject: '7.1.a', area: null }],
  base: 0,
}

describe('remembered layouts', () => {
  let world: World
  beforeEach(async () => {
    world = await openWorld()
  })
  const put = (who: string, path: string, change: object = {}) =>
    world.ask(who, 'PUT', `${path}/${LAYOUT}`, { body: { ...body, ...change } })
  const post = (who: string, path: string, of: object) => world.ask(who, 'POST', path, { body: of })
  const read = async (who: string, path: string): Promise<readonly StoredLayout[]> =>
    ((await (await world.ask(who, 'GET', path)).json()) as { layouts: StoredLayout[] }).layouts
  const scopes = (layouts: readonly StoredLayout[]) => layouts.map(({ scope, reporter, version }) => [scope, reporter, version])

  it('are the unit’s own people’s, whoever of them said so, and nobody else’s', async () => {
    expect((await put('clerk', OWN)).status).toBe(200)
    for (const who of ['clerk', 'second', 'reviewer'])
      expect(await read(who, OWN)).toMatchObject([
        { layout: LAYOUT, scope: 'unit', reporterName: '市交通运输局', by: '交通填报人', columns: body.columns },
      ])
    expect(await read('other', OTHERS)).toEqual([])
    expect((await world.ask('other', 'GET', OWN)).status).toBe(404)
    expect((await put('other', OWN)).status).toBe(404)
    expect(await read('coordinator', '/v1/layouts')).toEqual([])
  })

  it('are replaced by whoever has seen what is replaced, and the same again changes nothing', async () => {
    await put('clerk', OWN)
    const other = { columns: [{ heading: '农村公路/至某月上报数', occurrence: 1, field: null }] }
    expect((await put('second', OWN, other)).status).toBe(412)
    expect((await put('second', OWN, { ...other, base: 1 })).status).toBe(200)
    expect(scopes(await read('clerk', OWN))).toEqual([['unit', 'jiaotong', 2]])
    expect((await put('second', OWN, { ...other, base: 1 })).status).toBe(200)
    expect(scopes(await read('clerk', OWN))).toEqual([['unit', 'jiaotong', 2]])
    const trail = await database.prepare("SELECT act, before, after FROM audit WHERE act LIKE 'layout.%' ORDER BY id").all()
    expect(trail.results).toMatchObject([{ act: 'layout.remember' }, { act: 'layout.remember' }])
  })

  it('of two writers at once one is stored', async () => {
    const answers = await Promise.all(
      ['clerk', 'second'].map((who, i) => put(who, OWN, { columns: [{ heading: '完成', occurrence: i + 1, field: null }] })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412])
  })

  it('are for the whole city once a coordinator agrees to what was looked at, and not any more once it is withdrawn', async () => {
    await put('clerk', OWN)
    expect((await post('clerk', `${OWN}/${LAYOUT}/propose`, { version: 2 })).status).toBe(412)
    expect((await post('clerk', `${OWN}/${LAYOUT}/propose`, { version: 1 })).status).toBe(200)
    expect(await read('other', OTHERS)).toEqual([])
    expect(await read('auditor', '/v1/layouts')).toMatchObject([{ scope: 'unit', reporter: 'jiaotong', proposedAt: expect.any(String) }])

    await put('clerk', OWN, { base: 1, columns: [{ heading: '完成', occurrence: 1, field: 'cumulative' }] })
    const agree = (version: number) => post('coordinator', `/v1/layouts/${LAYOUT}/agree`, { reporter: 'jiaotong', version })
    expect((await agree(1)).status).toBe(412)
    expect((await agree(2)).status).toBe(200)
    expect((await agree(2)).status).toBe(409)
    expect(scopes(await read('other', OTHERS))).toEqual([['city', 'jiaotong', 1]])
    expect(scopes(await read('clerk', OWN))).toEqual([
      ['city', 'jiaotong', 1],
      ['unit', 'jiaotong', 2],
    ])

    // what the unit remembers later is its own
    await put('clerk', OWN, { base: 2, columns: [{ heading: '完成', occurrence: 2, field: 'cumulative' }] })
    expect((await read('other', OTHERS))[0]?.columns).toMatchObject([{ occurrence: 1 }])
    expect((await world.ask('clerk', 'DELETE', `${OWN}/${LAYOUT}`)).status).toBe(204)
    expect(scopes(await read('clerk', OWN))).toEqual([['city', 'jiaotong', 1]])

    expect((await post('coordinator', `/v1/layouts/${LAYOUT}/withdraw`, { reporter: null, reason: '' })).status).toBe(400)
    expect((await post('coordinator', `/v1/layouts/${LAYOUT}/withdraw`, { reporter: null, reason: '口径不同' })).status).toBe(204)
    expect(await read('other', OTHERS)).toEqual([])
    expect((await post('coordinator', `/v1/layouts/${LAYOUT}/withdraw`, { reporter: null, reason: '口径不同' })).status).toBe(404)
  })

  it('that are not agreed say why to the unit, until it proposes again', async () => {
    await put('clerk', OWN)
    await post('clerk', `${OWN}/${LAYOUT}/propose`, { version: 1 })
    const decline = () => post('coordinator', `/v1/layouts/${LAYOUT}/withdraw`, { reporter: 'jiaotong', reason: '仅本单位适用' })
    expect((await decline()).status).toBe(204)
    expect((await decline()).status).toBe(404)
    expect(await read('clerk', OWN)).toMatchObject([{ proposedAt: null, declined: '仅本单位适用' }])
    await post('clerk', `${OWN}/${LAYOUT}/propose`, { version: 1 })
    expect(await read('clerk', OWN)).toMatchObject([{ proposedAt: expect.any(String), declined: null }])
  })

  it.each([
    ['a figure', { headings: ['完成300公里'] }, 400],
    ['a Chinese figure', { headings: ['完成三百公里'] }, 400],
    ['a month', { columns: [{ heading: '5月完成', occurrence: 1 }] }, 400],
    ['a name', { headings: ['责任人：张建国'] }, 400],
    ['a name alone', { columns: [{ heading: '张建国', occurrence: 1, field: null }] }, 400],
    ['white space', { headings: ['完 成'] }, 400],
    ['a row', { columns: [{ kind: 'row', heading: '完成', occurrence: 1 }] }, 400],
    ['nothing said', { columns: [] }, 400],
    ['a field that there is not', { columns: [{ heading: '完成', occurrence: 1, field: 'salary' }] }, 400],
    ['a register that there is not', { register: 'nowhere-2021' }, 409],
  ])('are refused with %s', async (_, change, status) => {
    expect((await put('clerk', OWN, change)).status).toBe(status)
    expect(await read('clerk', OWN)).toEqual([])
  })

  it('of a unit are at most three hundred: the ones of longest ago are forgotten, but for those proposed', async () => {
    const rows = Array.from({ length: 300 }, (_, i) =>
      database
        .prepare(
          `INSERT INTO layouts (reporter, layout, version, register_id, headings, columns, account, at, proposed_at)
          VALUES ('jiaotong', ?, 1, 'smx-2021', '[]', '[]', 'clerk', ?, ?)`,
        )
        .bind(i.toString(16).padStart(16, '0'), `2021-04-01T00:00:00.${String(i).padStart(3, '0')}Z`, i === 0 ? '2021-04-01' : null),
    )
    await database.batch(rows)
    expect((await put('clerk', OWN)).status).toBe(200)
    const layouts = (await read('clerk', OWN)).map(({ layout }) => layout)
    expect(layouts).toHaveLength(300)
    expect(layouts).toContain(LAYOUT)
    expect(layouts).toContain('0'.repeat(16))
    expect(layouts).not.toContain('1'.padStart(16, '0'))
  })
})
