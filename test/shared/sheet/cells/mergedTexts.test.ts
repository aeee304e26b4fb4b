import { describe, expect, it } from 'vitest'
import type { CellValue } from '../../../../shared/grid/grid.ts'
import { alarmsOf, figuresOf, readRows } from './readRows.ts'

type Named = readonly [name: string, target: number, measure: string]

const SHOWS: readonly Named[] = [
  ['红色文艺轻骑兵入百村活动', 100, '场'],
  ['“消夏音乐季”广场文艺演出', 100, '场'],
  ['政府采购百场戏', 300, '场'],
]

/** Rows whose last column is one merged cell, and a row of its own below them. */
function read(names: readonly Named[], value: CellValue, heading = '工作进展') {
  const own = heading === '完成数' ? 96 : '已建成阅报栏96个。'
  const rows = names.map(([name, target, measure], i): readonly CellValue[] => [i + 1, name, target, measure, i === 0 ? value : null])
  return readRows(['序号', '指标', '年度目标', '单位', heading], [...rows, [9, '新时代文明实践阅报栏', 200, '个', own]], {
    merges: [`E3:E${2 + names.length}`],
  })
}

const figures = (reading: ReturnType<typeof read>, rows: number) => Array.from({ length: rows }, (_, i) => figuresOf(reading, 3 + i)).flat()

describe('a text merged over several rows is shared out among them', () => {
  it.each<readonly [names: readonly Named[], text: string, figures: readonly string[]]>([
    [
      SHOWS,
      '截至目前，轻骑兵入百村活动已开展63场，“消夏音乐季”广场演出58场，“政府采购百场戏”演出214场，惠及群众19万余人次。',
      ['2.1.a 63', '2.2.a 58', '2.3.a 214'],
    ],
    [
      [
        ['新建农村公路', 300, '公里'],
        ['自然村通硬化路', 280, '个'],
      ],
      '已完成新建农村公路146公里，123个自然村通硬化路，完成投资2.1亿元。',
      ['7.1.a 146', '7.1.b 123'],
    ],
    [
      [
        ['宫颈癌筛查', 44_000, '人'],
        ['乳腺癌筛查', 44_000, '人'],
      ],
      '截至9月底，宫颈癌、乳腺癌筛查分别完成11745人、12073人。',
      ['8.1.a 11745', '8.1.b 12073'],
    ],
    [
      [
        ['市区新建供热管网', 6, '公里'],
        ['市区新建换热站', 10, '座'],
        ['市区新建燃气管道', 10, '公里'],
      ],
      '换热站建成6座，供热管网铺设4.1公里，燃气管道完成7.7公里。',
      ['6.1.a 4.1', '6.1.b 6', '6.1.c 7.7'],
    ],
    [
      [
        ['招聘农村特岗教师', 60, '名'],
        ['新建教师周转宿舍', 107, '套'],
      ],
      '计划招聘特岗教师60名，已到岗52名；周转宿舍107套，已竣工65套，其余42套正在装修。',
      ['3.a 52', '3.b 65'],
    ],
    [
      [
        ['整治窨井设施', 7000, '个'],
        ['开通5G基站', 986, '个'],
      ],
      '窨井设施整治5210个，占74.4%；5G基站建成811个，其中开通702个，占年度任务的71.2%。',
      ['5.a 5210', '6.2.a 702'],
    ],
  ])('%j', (names, text, wanted) => {
    const reading = read(names, text)
    expect(figures(reading, names.length)).toEqual(wanted)
    expect(alarmsOf(reading)).toEqual([])
  })

  it('says at the text which row it leaves without a figure', () => {
    const reading = read(SHOWS, '轻骑兵入百村活动已开展63场，“政府采购百场戏”演出214场。')
    expect(figures(reading, 3).filter((figure) => /\d$/u.test(figure))).toEqual(['2.1.a 63', '2.3.a 214'])
    expect(reading.findings.filter(({ code }) => code === 'TEXT_NO_FIGURE')).toMatchObject([{ cell: 'E3', record: '2.2.a|411200|' }])
  })

  it.each([
    ['one figure of all of them', SHOWS, '已开展各类演出335场，惠及群众19万余人次。'],
    ['nothing but the month’s own', SHOWS.slice(0, 2), '本月轻骑兵入百村活动开展12场，本月“消夏音乐季”广场演出8场。'],
  ] as const)('takes %s for none of the rows, and says so', (_, names, text) => {
    const reading = read(names, text)
    expect(figures(reading, names.length).some((figure) => /\d$/u.test(figure))).toBe(false)
    expect(alarmsOf(reading).filter((alarm) => alarm.startsWith('E3')).length).toBeGreaterThan(0)
  })

  it('gives each county the figure that is named after it', () => {
    const rows = [
      ['湖滨区', 24, '湖滨区完成15.5公里，陕州区完成38.2公里，渑池县完成31.6公里。'],
      ['陕州区', 58, null],
      ['渑池县', 52, null],
      ['卢氏县', 84, '完成46.4公里。'],
    ]
    const reading = readRows(['县（市、区）', '年度目标（公里）', '进展情况'], rows, { title: '新建农村公路进展情况表', merges: ['C3:C5'] })
    expect([3, 4, 5, 6].flatMap((row) => figuresOf(reading, row))).toEqual(['7.1.a 15.5', '7.1.a 38.2', '7.1.a 31.6', '7.1.a 46.4'])
  })
})

describe('a cell of figures merged over several rows', () => {
  it.each<readonly [value: CellValue, figures: readonly string[]]>([
    ['63场、58场、214场', ['2.1.a 63', '2.2.a 58', '2.3.a 214']],
    ['63/58/214', ['2.1.a 63', '2.2.a 58', '2.3.a 214']],
    ['百场戏214场；轻骑兵63场；音乐季58场', ['2.1.a 63', '2.2.a 58', '2.3.a 214']],
    ['未开工', ['2.1.a not_started', '2.2.a not_started', '2.3.a not_started']],
    [335, ['2.1.a missing', '2.2.a missing', '2.3.a missing']],
    ['335场', ['2.1.a missing', '2.2.a missing', '2.3.a missing']],
  ])('%s', (value, wanted) => {
    const reading = read(SHOWS, value, '完成数')
    expect(figures(reading, 3)).toEqual(wanted)
    const isAsked = wanted.some((figure) => figure.endsWith('missing'))
    expect(alarmsOf(reading)).toEqual(isAsked ? ['E3 SUBJECT_AMBIGUOUS', 'E4 SUBJECT_AMBIGUOUS', 'E5 SUBJECT_AMBIGUOUS'] : [])
  })

  it('over rows of one thing is the first row’s, as before', () => {
    const rows = [
      [1, '新建农村公路', 300, 146],
      [2, '新建农村公路', null, null],
    ]
    expect(figuresOf(readRows(['序号', '指标', '年度目标', '完成数'], rows, { merges: ['D3:D4'] }), 3)).toEqual(['7.1.a 146'])
  })
})
