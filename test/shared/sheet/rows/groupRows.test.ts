import { describe, expect, it } from 'vitest'
import type { CellValue } from '../../../../shared/grid/grid.ts'
import { readSheet } from '../../../../shared/pipeline/readSheet.ts'
import type { SheetReading } from '../../../../shared/pipeline/sheetReading.ts'
import { decimalFromScaled, type Scaled } from '../../../../shared/quantity/scaled.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'
import { gridOf } from '../../grid/gridOf.ts'
import { alarmsOf } from '../cells/readRows.ts'

type Rows = readonly (readonly CellValue[])[]

function read(rows: Rows, title = '2021年9月重点民生实事完成情况'): SheetReading {
  const reading = readSheet(gridOf([[title], ...rows]), register2021, { period: '2021-09', year: 2021 })
  if (!reading.ok) throw new Error(reading.fault.tag)
  return reading.value
}

const shown = (value: Scaled | null | undefined) => (value == null ? '' : decimalFromScaled(value))

/** "4 5.a 411202 180/500" of each record: its row, subject, area, figure and target. */
const figures = ({ records }: SheetReading) =>
  records.map(({ origin, subject, area, values }) => `${origin.row} ${subject} ${area} ${shown(values.cumulative)}/${shown(values.target)}`)

const skipped = ({ tables }: SheetReading) => tables.flatMap(({ skipRows }) => skipRows.map(({ row, reason }) => `${row} ${reason}`))

const COUNTIES = ['湖滨区', '陕州区', '渑池县']
const manholes = (name: string, counties: readonly string[] = COUNTIES): Rows => [
  ['一', name, 1000, 300, 60, 360, '36%'],
  ['1.1', counties[0] ?? '', 500, 150, 30, 180, '36%'],
  ['1.2', counties[1] ?? '', 300, 90, 20, 110, '36.7%'],
  ['1.3', counties[2] ?? '', 200, 60, 10, 70, '35%'],
]
const cases = (name: string, counties: readonly string[] = COUNTIES): Rows => [
  ['二', name, 600, 200, 40, 240, '40%'],
  ['2.1', counties[0] ?? '', 400, 150, 30, 180, '45%'],
  ['2.2', counties[1] ?? '', 200, 50, 10, 60, '30%'],
]
const under = (name: string) => ['序号', name, '年度计划数', '上月累计', '本月完成', '累计完成', '完成率']
const BOTH = ['4 5.a 411202 180/500', '5 5.a 411203 110/300', '6 5.a 411221 70/200', '8 9.3.b 411202 180/400', '9 9.3.b 411203 60/200']

describe('a total of an indicator above its counties, in the column that names them', () => {
  it.each(['项目/县（市、区）', '项目名称', '工作任务', '指标', '县（市、区）', '名称', '单位'])(
    'says what they are about, under %s',
    (heading) => {
      const reading = read([under(heading), ...manholes('整治窨井设施（个）'), ...cases('法律援助案件（件）')])
      expect(figures(reading)).toEqual(BOTH)
      expect(skipped(reading)).toEqual(['3 total', '7 total'])
      expect(reading.totals.map(({ subject, origin }) => [subject, origin.row])).toEqual([
        ['5.a', 3],
        ['9.3.b', 7],
      ])
      expect(alarmsOf(reading)).toEqual([])
    },
  )

  it.each([
    ['without numbers', [under('项目').slice(1), ...[...manholes('整治窨井设施'), ...cases('法律援助案件')].map((row) => row.slice(1))]],
    [
      'whose first county is written 其中',
      [
        under('项目'),
        ...manholes('整治窨井设施', ['其中：湖滨区', '　　　陕州区', '　　　渑池县']),
        ...cases('法律援助案件', ['#湖滨区', ' 陕州区']),
      ],
    ],
    [
      'with no figures of its own',
      [under('项目'), ['一', '整治窨井设施'], ...manholes('').slice(1), ['二', '法律援助案件'], ...cases('').slice(1)],
    ],
  ] as const)('%s', (_, rows) => {
    const reading = read(rows)
    expect(figures(reading)).toEqual(BOTH)
    expect(alarmsOf(reading)).toEqual([])
  })

  it('gives the rows below it its measure', () => {
    const rows = [
      ['宫颈癌筛查（万人）', 4.4, 3.3],
      ['湖滨区', 2.4, 1.8],
      ['陕州区', 2, 1.5],
      ['乳腺癌筛查（人）', 44_000, 33_000],
      ['湖滨区', 24_000, 18_000],
      ['陕州区', 20_000, 15_000],
    ]
    const reading = read([['项目/县区', '目标', '完成'], ...rows])
    expect(figures(reading)).toEqual([
      '4 8.1.a 411202 18000/24000',
      '5 8.1.a 411203 15000/20000',
      '7 8.1.b 411202 18000/24000',
      '8 8.1.b 411203 15000/20000',
    ])
    expect(reading.totals.map(({ values }) => shown(values.cumulative))).toEqual(['33000', '33000'])
    expect(alarmsOf(reading)).toEqual([])
  })

  it('is compared with them', () => {
    const wrong = manholes('整治窨井设施').map((row, i) => (i === 0 ? row.with(5, 390) : row))
    expect(alarmsOf(read([under('项目'), ...wrong]))).toContain('F3 SUM_MISMATCH')
  })

  it('of no known work leaves them unread, and says so', () => {
    const rows = [
      ['项目/县区', '目标', '完成'],
      ['安装路灯（盏）', 700, 300],
      ['湖滨区', 400, 200],
      ['陕州区', 300, 100],
    ]
    const reading = read(rows)
    expect(figures(reading)).toEqual([])
    expect(alarmsOf(reading)).toEqual(expect.arrayContaining(['C4 NOT_READ', 'C5 NOT_READ']))
  })
})

describe('a total that names its task in a column of its own', () => {
  const rows = (area: string | null): Rows => [
    ['任务', '县区', '目标', '完成'],
    ['整治窨井设施', area, 7000, 3000],
    [null, '湖滨区', 4000, 2000],
    [null, '陕州区', 3000, 1000],
    ['法律援助案件', area, 2500, 1000],
    [null, '湖滨区', 1500, 600],
    [null, '渑池县', 1000, 400],
  ]
  const wanted = ['4 5.a 411202 2000/4000', '5 5.a 411203 1000/3000', '7 9.3.b 411202 600/1500', '8 9.3.b 411221 400/1000']

  it.each(['全市', '合计', null])('is none of its areas where their column says %s', (area) => {
    const reading = read(rows(area))
    expect(figures(reading)).toEqual(wanted)
    expect(skipped(reading)).toEqual(['3 total', '6 total'])
    expect(alarmsOf(reading)).toEqual([])
  })

  it('is the city’s own figure where the areas do not add up to it, and never the last area’s', () => {
    const reading = read(rows(null).map((row, i) => (i === 4 ? row.with(2, 2600).with(3, 1100) : row)))
    expect(figures(reading)).toEqual([...wanted.slice(0, 2), '6 9.3.b 411200 1100/2600', ...wanted.slice(2)])
  })
})

describe('counties written 其中', () => {
  const readCounties = (...names: readonly string[]) => {
    const rows = names.map((name, i) => [name, [7000, 4000, 2000, 1000][i] ?? 0, [3000, 2000, 600, 400][i] ?? 0])
    return read([['县区', '目标', '完成'], ...rows], '整治窨井设施情况')
  }

  it('are counties like the others below a total', () => {
    const wanted = ['4 5.a 411202 2000/4000', '5 5.a 411203 600/2000', '6 5.a 411221 400/1000']
    expect(figures(readCounties('全市', '其中：湖滨区', '陕州区', '渑池县'))).toEqual(wanted)
    expect(figures(readCounties('全市', '其中：湖滨区', '其中：陕州区', '其中：渑池县'))).toEqual(wanted)
    expect(alarmsOf(readCounties('全市', '其中：湖滨区', '陕州区', '渑池县'))).toEqual([])
  })

  it('are a part where the county itself has a row, or no other has one', () => {
    expect(skipped(readCounties('湖滨区', '其中：湖滨区', '陕州区', '渑池县'))).toEqual(['4 of_which'])
    expect(skipped(readCounties('湖滨区', '其中：高新区', '陕州区', '渑池县'))).toEqual(['4 of_which'])
    expect(skipped(readCounties('全市', '其中：湖滨区'))).toEqual(['3 total', '4 of_which'])
  })
})

describe('names above rows that are their target, figure and rate', () => {
  const HEADINGS = ['指标', '湖滨区', '陕州区', '渑池县', '全市']
  const TARGET: Rows[number] = ['　年度目标', 20, 60, 40, 120]
  const DONE: Rows[number] = ['　累计完成', 18, 30, 30, 78]
  const RATE: Rows[number] = ['　完成率（%）', 90, 50, 75, 65]
  const [road, village] = ['新建农村公路（公里）', '自然村通硬化路（个）']
  const at = (row: number, subject: string) => [
    `${row} ${subject} 411202 18/20`,
    `${row} ${subject} 411203 30/60`,
    `${row} ${subject} 411221 30/40`,
  ]

  it.each([
    ['as they are', [HEADINGS, [road], TARGET, DONE, RATE, [village], TARGET, DONE, RATE], [5, 9]],
    ['with the rate on top', [HEADINGS, [road], RATE, DONE, TARGET, [village], RATE, DONE, TARGET], [5, 9]],
    ['numbered', [HEADINGS, [`一、${road}`], TARGET, DONE, [`二、${village}`], TARGET, DONE], [5, 8]],
    [
      'numbered in a column of its own',
      [
        ['序号', ...HEADINGS],
        [1, road],
        ['', ...TARGET],
        ['', ...DONE],
        [2, village],
        ['', ...TARGET],
        ['', ...DONE],
      ],
      [5, 8],
    ],
    [
      'in a column of its own',
      [['指标', '项目', ...HEADINGS.slice(1)], [road], ['', ...TARGET], ['', ...DONE], [village], ['', ...TARGET], ['', ...DONE]],
      [5, 8],
    ],
    [
      'with the month between',
      [HEADINGS, [road], TARGET, ['本月完成', 1, 3, 3, 7], DONE, [village], TARGET, ['本月完成', 1, 3, 3, 7], DONE],
      [6, 10],
    ],
    ['before a note', [HEADINGS, [road], TARGET, DONE, [village], TARGET, DONE, ['注：数据由市直部门提供'], ['填报人：张三']], [5, 8]],
  ] as const)('are what these rows are about, %s', (_, rows, [first, second]) => {
    const reading = read(rows)
    expect(figures(reading)).toEqual([...at(first, '7.1.a'), ...at(second, '7.1.b')])
    expect(reading.totals.map(({ subject, values }) => [subject, shown(values.target), shown(values.cumulative)])).toEqual([
      ['7.1.a', '120', '78'],
      ['7.1.b', '120', '78'],
    ])
    expect(alarmsOf(reading)).toEqual([])
  })

  it.each([
    [HEADINGS, ['宫颈癌筛查（万人）'], TARGET, DONE],
    [
      ['指标', '单位', ...HEADINGS.slice(1)],
      ['宫颈癌筛查', '万人'],
      ['年度目标', '', 20, 60, 40, 120],
      ['累计完成', '', 18, 30, 30, 78],
    ],
  ])('name their measure: %j', (...rows) => {
    expect(figures(read(rows))[0]).toBe('5 8.1.a 411202 180000/200000')
  })

  it('leave the rows below a work that nobody knows unread, and say so', () => {
    const reading = read([HEADINGS, ['安装路灯（盏）'], TARGET, DONE, [village], TARGET, DONE])
    expect(figures(reading)).toEqual(at(8, '7.1.b'))
    expect(alarmsOf(reading)).toEqual(expect.arrayContaining(['B4 NOT_READ', 'B5 NOT_READ']))
  })
})

describe('a total of an indicator below its counties', () => {
  const closed = (manholes: string, cases: string, total = 360): Rows => [
    ['县（市、区）', '年度目标', '累计完成', '完成率'],
    ['湖滨区', 500, 180, '36%'],
    ['陕州区', 300, 110, '36.7%'],
    ['渑池县', 200, 70, '35%'],
    [manholes, 1000, total, '36%'],
    ['湖滨区', 400, 180, '45%'],
    ['陕州区', 200, 60, '30%'],
    [cases, 600, 240, '40%'],
  ]
  const OWN = ['3 5.a 411202 180/500', '4 5.a 411203 110/300', '5 5.a 411221 70/200', '7 9.3.b 411202 180/400', '8 9.3.b 411203 60/200']

  it.each([
    ['整治窨井设施（个）', '法律援助案件（件）'],
    ['整治窨井设施', '完成法律援助案件'],
    ['整治窨井设施合计', '法律援助案件合计'],
    ['整治窨井设施（小计）', '法律援助案件（小计）'],
  ])('says what the rows above it are about: %s, %s', (manholes, cases) => {
    const reading = read(closed(manholes, cases))
    expect(figures(reading)).toEqual(OWN)
    expect(reading.totals.map(({ subject, origin }) => [subject, origin.row])).toEqual([
      ['5.a', 6],
      ['9.3.b', 9],
    ])
    expect(alarmsOf(reading)).toEqual([])
  })

  it('is found where it is wrong, and still says it', () => {
    const reading = read(closed('整治窨井设施（个）', '法律援助案件（件）', 367))
    expect(figures(reading)).toEqual(OWN)
    expect(alarmsOf(reading)).toEqual(['C6 SUM_MISMATCH'])
  })

  it('with the whole city behind the last group, and numbers before the names', () => {
    const rows = closed('整治窨井设施（个）', '法律援助案件（件）').map((row, i) => [i === 0 ? '序号' : i, ...row])
    expect(figures(read([...rows, ['合计', null, null, null, null]]))).toEqual(OWN)
  })
})
