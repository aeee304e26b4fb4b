import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { consolidate } from '../../../shared/consolidation/consolidate.ts'
import type { FoldRow } from '../../../shared/consolidation/foldRow.ts'
import { register2021 as register } from '../../../shared/register/year2021/register2021.ts'
import { COUNTIES, row } from './row.ts'

const of = { period: '2021-05', asOfSeq: 7, era: 'e1' }
const indicatorOf = (records: readonly FoldRow[], id: string) => {
  const found = consolidate(register, records, of).indicators.find((one) => one.indicator === id)
  if (!found) throw new Error(id)
  return found
}
const roads = [12.5, 31, 24.5, 41, 6, 31].map((km, i) => row('jiaotong', '7.1.a', COUNTIES[i] ?? '', { cumulative: km, target: 50 }))

describe('counts', () => {
  it('sum the county rows of record against the target of the register', () => {
    expect(indicatorOf(roads, '7.1.a')).toMatchObject({ cumulative: 1_460_000, target: 3_000_000, percent: 486_700, state: 'complete' })
  })

  it('compare a row for the whole city and never add it', () => {
    const city = row('jiaotong', '7.1.a', '411200', { cumulative: 150 })
    expect(indicatorOf([...roads, city], '7.1.a')).toMatchObject({ cumulative: 1_460_000, stated: 1_500_000 })
    expect(indicatorOf([city], '7.1.a')).toMatchObject({ cumulative: null, percent: null, stated: 1_500_000, state: 'missing' })
  })

  it('are never made of the nodes of a milestone, whatever figure stands at them', () => {
    const nodes = ['控制价评审', '招标'].map((part) => row('gongan', '4.c', '411200', { cumulative: 1, actual: '2021-05-20' }, { part }))
    expect(indicatorOf(nodes, '4.c')).toMatchObject({ cumulative: null, state: 'complete' })
  })

  it('take a city row of record and leave the county governments’ rows beside it', () => {
    const counties = COUNTIES.map((area, i) =>
      row(['hubin', 'shanzhou', 'mianchi', 'lushi', 'yima', 'lingbao'][i] ?? '', '5.a', area, { cumulative: 9 }),
    )
    expect(indicatorOf([row('zhujian', '5.a', '411200', { cumulative: 2030 }), ...counties], '5.a')).toMatchObject({
      cumulative: 20_300_000,
      percent: 290_000,
      areas: [{ area: '411200', sources: [{ reporter: 'zhujian', value: 20_300_000 }] }],
    })
    expect(indicatorOf(counties, '5.a')).toMatchObject({ cumulative: null, state: 'missing' })
  })

  it('are partial while a required county is missing, and missing is no 0', () => {
    const some = indicatorOf(roads.slice(0, 2), '7.1.a')
    expect(some).toMatchObject({ cumulative: 435_000, state: 'partial' })
    expect(some.areas[2]).toMatchObject({ area: '411221', cumulative: null, percent: null, sources: [] })
    expect(indicatorOf([], '7.1.a')).toMatchObject({ cumulative: null, percent: null, state: 'missing' })
    expect(indicatorOf([row('jiaotong', '7.1.a', '411202', { cumulative: 0 })], '7.1.a')).toMatchObject({ cumulative: 0, state: 'partial' })
  })

  it('leave out what is reported at a stage that does not count', () => {
    const dormitories = [
      row('jiaoyu', '3.b', '411221', { cumulative: 15, stage: 'basically_completed' }),
      row('jiaoyu', '3.b', '411224', { cumulative: 65, stage: 'completed' }),
      row('jiaoyu', '3.b', '411282', { cumulative: 27, stage: 'started' }),
    ]
    expect(indicatorOf(dormitories, '3.b')).toMatchObject({ cumulative: 650_000, percent: 607_500, state: 'complete' })
    const kinds = indicatorOf(dormitories, '3.b').areas.map(({ area, due, reported }) => [area, due, reported])
    expect(kinds.filter(([, due]) => due)).toEqual([
      ['411221', true, 'otherStage'],
      ['411224', true, 'reported'],
      ['411282', true, 'otherStage'],
    ])
    expect(indicatorOf([row('sifa', '9.3.b', '411200', { cumulative: 1105, stage: 'accepted' })], '9.3.b')).toMatchObject({
      cumulative: null,
      reported: 'otherStage',
      areas: [{ sources: [{ value: 11_050_000, stage: 'accepted', counted: false }] }],
    })
  })

  it('add batches up, unless a row without a part gives the whole', () => {
    const batches = [
      row('gongdian', '10.b', '411200', { cumulative: 52.9 }, { part: '配网一批' }),
      row('gongdian', '10.b', '411200', { cumulative: 60 }, { part: '配网二批' }),
    ]
    expect(indicatorOf(batches, '10.b').cumulative).toBe(1_129_000)
    expect(indicatorOf([...batches, row('gongdian', '10.b', '411200', { cumulative: 100 })], '10.b').cumulative).toBe(1_000_000)
  })

  it('count a finished batch beside the whole at a stage that is not counted', () => {
    const whole = row('baicheng', '4.a', '411202', { cumulative: 92, stage: 'started' })
    const batch = row('baicheng', '4.a', '411202', { cumulative: 50, stage: 'completed' }, { part: '一批' })
    const found = indicatorOf([whole, batch], '4.a')
    const counting = register.indicators.find(({ id }) => id === '4.a')?.countsStage
    expect(counting).toBe('completed')
    expect(found.areas.find(({ area }) => area === '411202')).toMatchObject({ cumulative: 500_000, reported: 'reported' })
    expect(found.areas.find(({ area }) => area === '411202')?.sources).toHaveLength(2)
  })

  it('leave withdrawn rows out and take the later version of a row', () => {
    const [first, ...others] = roads
    if (!first) throw new Error('no rows')
    expect(indicatorOf([{ ...first, deleted: true }, ...others], '7.1.a').cumulative).toBe(1_335_000)
    expect(indicatorOf([{ ...first, version: 2, deleted: true }, ...roads], '7.1.a').cumulative).toBe(1_335_000)
  })

  it('know no percentage of a target of 0', () => {
    expect(indicatorOf([row('minzheng', '1.a', '411200', { cumulative: 4 })], '1.a')).toMatchObject({ cumulative: 40_000, percent: null })
  })
})

describe('percentages', () => {
  const rate = (area: string, cumulative: number, denominator?: number, more: { [field: string]: number } = {}) =>
    row('weijian', '8.1.c', area, { cumulative, ...(denominator === undefined ? {} : { denominator }), ...more })

  it('are ratios of sums, not means of rates', () => {
    const byCounty = {
      ...register,
      assignments: [
        ...register.assignments.filter((one) => one.subject !== '8.1.c'),
        { subject: '8.1.c', reporter: 'weijian', areas: ['411202', '411203'], ofRecord: true, required: true },
      ],
    }
    const records = [rate('411202', 150, 200), rate('411203', 960, 1300)]
    const found = consolidate(byCounty, records, of).indicators.find((one) => one.indicator === '8.1.c')
    expect(found).toMatchObject({ percent: 740_000, cumulative: 11_100_000 })
    const without = consolidate(byCounty, [rate('411202', 150, 200), rate('411203', 960, undefined, { statedPercent: 73.85 })], of)
    expect(without.indicators.find((one) => one.indicator === '8.1.c')?.percent).toBeNull()
  })

  it('lose nothing by a county that says something else than a figure', () => {
    const assigned = { subject: '8.1.c', reporter: 'weijian', areas: ['411202', '411203'], ofRecord: true, required: true }
    const others = register.assignments.filter((one) => one.subject !== '8.1.c')
    const records = [rate('411202', 55, 100), row('weijian', '8.1.c', '411203', { remark: '下周报' })]
    const found = consolidate({ ...register, assignments: [...others, assigned] }, records, of)
    expect(found.indicators.find((one) => one.indicator === '8.1.c')).toMatchObject({ percent: 550_000, state: 'partial' })
  })

  it('may exceed 100, and stand as stated where the city’s one row has no denominator', () => {
    expect(indicatorOf([rate('411200', 6201, 6173)], '8.1.c').percent).toBe(1_004_500)
    expect(indicatorOf([rate('411200', 4405, undefined, { statedPercent: 71.36 })], '8.1.c').percent).toBe(713_600)
    expect(indicatorOf([rate('411200', 4405)], '8.1.c')).toMatchObject({ percent: null, cumulative: 44_050_000 })
  })

  it('read a figure of an indicator that is a percentage itself', () => {
    expect(indicatorOf([row('zhengshu', '9.1.b', '411200', { cumulative: 92.5 })], '9.1.b').percent).toBe(925_000)
  })
})

describe('texts and reporters', () => {
  it('carry the narrative of the reporter of record', () => {
    const records = [
      row('gongdian', '10', '411200', { progressText: '正在核准。', asOf: '2021-05-26' }),
      row('hubin', '10', '411202', { progressText: '另说。' }),
    ]
    expect(consolidate(register, records, of).narratives).toEqual([
      {
        task: '10',
        reporter: 'gongdian',
        text: '正在核准。',
        asOf: '2021-05-26',
        reported: 'reported',
        account: 'jia',
        by: '甲',
        onBehalf: false,
        at: '2021-05-26T08:00:00.000Z',
      },
    ])
    expect(consolidate(register, records, of).otherTexts).toEqual([{ task: '10', reporter: 'hubin' }])
  })

  it('count what each unit must report, a text standing for milestones', () => {
    const { reporters } = consolidate(register, [row('nongye', '9.5', '411200', { progressText: '已发布。' })], of)
    expect(reporters.find((one) => one.reporter === 'nongye')).toMatchObject({ required: 3, reported: 3, missing: [] })
    expect(reporters.find((one) => one.reporter === 'jiaotong')).toMatchObject({ required: 14, reported: 0, lastAt: null })
    expect(reporters.some((one) => one.reporter === 'ducha')).toBe(false)
  })

  it('name the cell a figure came from', () => {
    const origin = { sheet: '民生实事', row: 5, cells: { cumulative: 'I5' } }
    const found = indicatorOf([row('wenlv', '2.3.a', '411200', { cumulative: 130 }, { origin, version: 3, seq: 9 })], '2.3.a')
    expect(found.areas[0]?.sources).toEqual([
      {
        reporter: 'wenlv',
        area: '411200',
        part: '',
        version: 3,
        seq: 9,
        account: 'jia',
        by: '甲',
        onBehalf: false,
        at: '2021-05-26T08:00:00.000Z',
        isPercent: false,
        stage: null,
        counted: true,
        state: 'draft',
        changed: false,
        value: 1_300_000,
        cell: '民生实事!I5',
      },
    ])
  })
})

describe('as a fold', () => {
  const someRow = fc
    .record({
      reporter: fc.constantFrom('jiaotong', 'zhujian', 'lushi', 'weijian', 'jiaoyu'),
      subject: fc.constantFrom('7.1.a', '7.1.b', '5.a', '3.b', '8.1.c', '7.1'),
      area: fc.constantFrom('411200', ...COUNTIES),
      part: fc.constantFrom('', '一批', '二批'),
      cumulative: fc.integer({ min: -5, max: 500_000 }),
      denominator: fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }),
      deleted: fc.boolean(),
    })
    .map(({ reporter, subject, area, part, cumulative, denominator, deleted }) =>
      row(reporter, subject, area, { cumulative, ...(denominator === undefined ? {} : { denominator }) }, { part, deleted }),
    )
  const rows = fc.uniqueArray(someRow, { maxLength: 60, selector: (r) => [r.reporter, r.subject, r.area, r.part].join('|') })

  it('does not depend on the order of rows', () => {
    fc.assert(
      fc.property(rows, fc.infiniteStream(fc.nat()), (records, keys) => {
        const shuffled = records.map((record) => ({ record, key: keys.next().value ?? 0 })).sort((a, b) => a.key - b.key)
        expect(
          consolidate(
            register,
            shuffled.map((one) => one.record),
            of,
          ),
        ).toEqual(consolidate(register, records, of))
      }),
    )
  })

  it('sums its areas, and the parts of a split of the rows', () => {
    fc.assert(
      fc.property(rows, (records) => {
        const whole = indicatorOf(records, '7.1.a')
        const known = whole.areas.flatMap((area) => area.cumulative ?? [])
        expect(whole.cumulative).toBe(known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0))
        const parts = COUNTIES.map(
          (area) =>
            indicatorOf(
              records.filter((one) => one.area === area),
              '7.1.a',
            ).cumulative,
        )
        expect(whole.cumulative ?? 0).toBe(parts.reduce<number>((sum, one) => sum + (one ?? 0), 0))
      }),
    )
  })

  it('is moved by no row that is not of record, beside what is stated', () => {
    fc.assert(
      fc.property(rows, (records) => {
        const record = records.filter((one) => one.reporter === 'jiaotong' && one.area !== '411200')
        const figures = ({ cumulative, percent, areas }: ReturnType<typeof indicatorOf>) => ({
          cumulative,
          percent,
          areas: areas.map(({ reported: _, ...area }) => area),
        })
        expect(figures(indicatorOf(records, '7.1.a'))).toEqual(figures(indicatorOf(record, '7.1.a')))
      }),
    )
  })
})
