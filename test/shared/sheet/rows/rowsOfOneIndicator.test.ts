import { describe, expect, it } from 'vitest'
import type { CellValue, Grid } from '../../../../shared/grid/grid.ts'
import { readSheet } from '../../../../shared/pipeline/readSheet.ts'
import { numberFromScaled, type Scaled } from '../../../../shared/quantity/scaled.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'
import { gridOf } from '../../grid/gridOf.ts'

const read = (cells: readonly (readonly CellValue[])[], more: Partial<Grid> = {}, reporter?: string) => {
  const reading = readSheet(gridOf(cells, more), register2021, { period: '2021-05', year: 2021, ...(reporter ? { reporter } : {}) })
  if (!reading.ok) throw new Error(reading.fault.tag)
  return reading.value
}
const number = (value: Scaled | null | undefined) => (typeof value === 'number' ? numberFromScaled(value) : null)
const figures = ({ records }: ReturnType<typeof read>) =>
  records.map(({ subject, area, values: { target, cumulative } }) => [subject, area, number(target), number(cumulative)])
const said = ({ findings }: ReturnType<typeof read>) =>
  findings.filter(({ severity }) => severity !== 'info').map(({ code, cell }) => `${code} ${cell}`)

describe('one task turned on its side', () => {
  const turned = (names: readonly string[], more: readonly (readonly CellValue[])[] = []) =>
    read([
      ['城区窨井设施整治工作旬报（5月下旬）'],
      ['指标', '湖滨区', '陕州区', '渑池县', '全市'],
      ...names.map((name, i) => [
        name,
        ...([
          [2250, 1130, 930, 4310],
          [278, 137, 103, 518],
          [688, 342, 271, 1301],
          [30.6, 30.3, 29.1, 30.2],
        ][i] ?? []),
      ]),
      ...more,
    ])
  const DONE = [
    ['5.a', '411202', 2250, 688],
    ['5.a', '411203', 1130, 342],
    ['5.a', '411221', 930, 271],
  ]

  it.each([
    [['全年应整治（个）', '5月当月整治（个）', '年初以来累计整治（个）', '累计整治率（%）']],
    [['年度任务（个）', '本月新整治（个）', '累计整治（个）', '完成率（%）']],
    [['今年计划整治', '当月整治数', '截至5月底累计', '占年度任务比例']],
  ])('%s are the target, the month, the figure and its rate', (names) => {
    const reading = turned(names)
    expect(figures(reading)).toEqual(DONE)
    expect(reading.records[0]?.values.periodValue).toBe(278 * 10_000)
    expect(said(reading)).toEqual([])
  })

  it('a row that asks whether holds no figures, and a wrong figure is still found', () => {
    const names = ['全年应整治（个）', '5月当月整治（个）', '年初以来累计整治（个）', '累计整治率（%）']
    expect(said(turned(names, [['是否落实“一井一档”', '是', '部分', '是', null]]))).toEqual([])
    const wrong = turned(names.slice(0, 3), [['累计整治率（%）', 36, 30.3, 29.1, 30.2]])
    expect(said(wrong)).toEqual(['PCT_MISMATCH B6'])
  })

  it('rows of several indicators stay what they are', () => {
    const matrix = read([
      ['各县（市、区）累计完成数汇总'],
      ['事项', '湖滨区', '陕州区', '渑池县'],
      ['新建农村公路', 13.6, 29.3, 25.8],
      ['窨井设施整治', 688, 342, 271],
    ])
    expect(figures(matrix).map(([subject]) => subject)).toEqual(['7.1.a', '7.1.a', '7.1.a', '5.a', '5.a', '5.a'])
  })
})

describe('groups of one task, of which one names its indicator only by its measure', () => {
  it.each([
    ['台区改造升级（个）', '线路新建改造（千米）', '全年', '累计投运'],
    ['配电台区改造（个）', '线路改造（千米）', '年度计划', '累计完成'],
  ])('%s | %s', (first, second, plan, done) => {
    const reading = read(
      [
        ['农网改造升级属地完成情况'],
        ['属地公司', first, null, second, null],
        [null, plan, done, plan, done],
        ['湖滨供电公司', 18, 9, 16, 7.8],
        ['陕州供电公司', 42, 20, 43, 21.5],
      ],
      { merges: ['A2:A3', 'B2:C2', 'D2:E2'] },
    )
    expect(figures(reading)).toEqual([
      ['10.a', '411202', 18, 9],
      ['10.b', '411202', 16, 7.8],
      ['10.a', '411203', 42, 20],
      ['10.b', '411203', 43, 21.5],
    ])
  })
})

describe('subtotals in the lines of sections', () => {
  const roads = (first: string, second: string, done: number) =>
    read(
      [
        ['渑池县2021年农村公路建设项目台账'],
        ['序号', '项目名称', '建设里程（公里）', '已完成里程（公里）', '完成投资（万元）'],
        [first, null, 29.5, 17.8, 1798],
        [1, '果园至张村公路', 12.4, 8.2, 806],
        [2, '县道008线改建', 9.6, 6.1, 640],
        [3, '仁村至坡头公路', 7.5, 3.5, 352],
        [second, null, 16.5, done, 409],
        [4, '天池镇笃忠联络线', 5.8, 2.6, 180],
        [5, '段村乡四龙庙线', 6.2, 1.9, 128],
        [6, '洪阳镇柳庄线', 4.5, 1.1, 101],
        ['总计', null, 46, 17.8 + done, 2207],
      ],
      { merges: ['A3:B3', 'A7:B7'] },
      'mianchi',
    )

  it.each([
    ['一、县乡公路', '二、村组公路'],
    ['（一）县乡公路', '（二）村组公路'],
  ])('%s: they are compared and not sent', (first, second) => {
    const reading = roads(first, second, 5.6)
    expect(figures(reading).map(([, , , done]) => done)).toEqual([8.2, 6.1, 3.5, 2.6, 1.9, 1.1])
    expect(said(reading)).toEqual([])
  })

  it('a wrong one is found', () => {
    const reading = roads('一、县乡公路', '二、村组公路', 4.5)
    expect(figures(reading)).toHaveLength(6)
    expect(said(reading)).toContain('SUM_MISMATCH D7')
  })

  it('the last row of a numbered list is a row like others', () => {
    const list = read([
      ['事项', '年度目标', '累计完成'],
      ['一、新建农村公路', 300, 146],
      ['二、整治窨井设施', 7000, 2100],
      ['三、开通5G基站', 986, 136],
    ])
    expect(figures(list).map(([subject]) => subject)).toEqual(['7.1.a', '5.a', '6.2.a'])
  })
})

describe('texts whose row names nothing that is counted', () => {
  it.each([
    [
      '农村电网建设',
      '完成20个配电台区改造升级，新建改造10千伏及以下线路21.5千米，完成投资1136万元。',
      [
        ['10.a', 20],
        ['10.b', 21.5],
      ],
    ],
    ['电网', '改造配电台区20个。', [['10.a', 20]]],
    ['社区建设', '本周召开推进会3次，走访社区12个。', []],
  ])('%s: %s', (name, text, wanted) => {
    const reading = read(
      [
        ['序号', '工作任务', '推进情况'],
        [1, '窨井设施整治', '目前整治到位342座。'],
        [2, name, text],
      ],
      {},
      'shanzhou',
    )
    expect(
      figures(reading)
        .filter(([, , , done]) => done !== null)
        .slice(1)
        .map(([subject, , , done]) => [subject, done]),
    ).toEqual(wanted)
  })
})

describe('a figure with an aside in brackets', () => {
  it.each([
    ['28场（含线上3场）', 28],
    ['28场（其中线上3场）', 28],
  ])('%s is the figure of its column', (cell, done) => {
    const reading = read([
      ['实事名称', '年内任务量', '已办结量', '折算进度', '惠及群众（万人次）'],
      ['红色文艺轻骑兵入百村活动', '100场', cell, '28%', 1.6],
    ])
    expect(figures(reading)).toEqual([['2.1.a', '411200', 100, done]])
    expect(said(reading).filter((one) => !one.startsWith('NOT_READ E'))).toEqual([])
  })
})

describe('a target at another scale', () => {
  it('waits alone: the figure beside it goes', () => {
    const reading = read([
      ['儿童青少年近视防控（免费检查并建立视力档案）进展'],
      ['县（市、区）', '年度任务（名）', '5月底累计', '完成进度'],
      ['陕州区', 5200, 1310, '25.2%'],
      ['灵宝市', 0.92, 2215, '24.1%'],
      ['湖滨区', 10500, 2860, '27.2%'],
    ])
    expect(said(reading)).toEqual(['UNIT_INCONSISTENT B4'])
    expect(reading.records.map(({ disposition }) => disposition)).toEqual(['accept', 'accept', 'accept'])
    expect(figures(reading)[1]).toEqual(['8.3.a', '411282', 9200, 2215])
  })

  it('is said at the heading where most of the column is at that scale', () => {
    const reading = read([
      ['儿童青少年近视防控（免费检查并建立视力档案）进展'],
      ['县（市、区）', '年度任务（名）', '5月底累计', '完成进度'],
      ['陕州区', 0.52, 1310, '25.2%'],
      ['灵宝市', 0.92, 2215, '24.1%'],
      ['湖滨区', 10500, 2860, '27.2%'],
    ])
    expect(said(reading)).toEqual(['UNIT_INCONSISTENT B2'])
  })
})

describe('targets that only a text states', () => {
  const targets = (text: string) =>
    read(
      [
        ['序号', '工作任务', '推进情况'],
        [1, '农村公路和自然村通硬化路', text],
        [2, '窨井设施整治', '目前整治到位342座。'],
      ],
      {},
      'shanzhou',
    )
      .records.filter(({ subject }) => subject.startsWith('7.1.'))
      .map(({ subject, values: { target, cumulative } }) => [subject, number(target), number(cumulative)])
      .sort()

  it.each([
    [
      '全区计划新建农村公路58公里，已建成29.3公里；计划通硬化路自然村56个，已通25个。',
      [
        ['7.1.a', 58, 29.3],
        ['7.1.b', 56, 25],
      ],
    ],
    [
      '年度任务58公里，已建成29.3公里；通硬化路自然村25个。',
      [
        ['7.1.a', 58, 29.3],
        ['7.1.b', null, 25],
      ],
    ],
    [
      '已建成农村公路29.3公里，6月计划新建农村公路8公里；通硬化路自然村25个。',
      [
        ['7.1.a', null, 29.3],
        ['7.1.b', null, 25],
      ],
    ],
    [
      '已建成农村公路29.3公里，下月计划新建8公里；通硬化路自然村25个。',
      [
        ['7.1.a', null, 29.3],
        ['7.1.b', null, 25],
      ],
    ],
    [
      '计划新建县道18公里，计划新建乡道40公里，共建成农村公路29.3公里；通硬化路自然村25个。',
      [
        ['7.1.a', null, 29.3],
        ['7.1.b', null, 25],
      ],
    ],
  ])('%s', (text, wanted) => {
    expect(targets(text)).toEqual(wanted)
  })
})

describe('the city beside its counties', () => {
  it('has its target before its figure: both are compared, and no report', () => {
    const reading = read([
      ['事项', '单位', '年度目标', '全市完成', '湖滨', '陕州', '渑池'],
      ['新建农村公路', '公里', 300, 68.7, 13.6, 29.3, 25.8],
      ['窨井设施整治', '个', 7000, 1301, 688, 342, 271],
    ])
    expect(figures(reading).map(([, area]) => area)).not.toContain('411200')
    expect(reading.totals.map(({ values }) => [number(values.target), number(values.cumulative)])).toEqual([
      [300, 68.7],
      [7000, 1301],
    ])
    expect(said(reading)).toEqual([])
  })

  it('has a report of its own where no county has one', () => {
    const reading = read([
      ['事项', '单位', '年度目标', '全市完成'],
      ['新建农村公路', '公里', 300, 68.7],
      ['窨井设施整治', '个', 7000, 1301],
    ])
    expect(figures(reading)).toEqual([
      ['7.1.a', '411200', 300, 68.7],
      ['5.a', '411200', 7000, 1301],
    ])
  })
})

describe('projects under a heading of categories, beside their nodes', () => {
  it.each(['实事', '民生工程'])('%s: they are tasks where the register knows them', (heading) => {
    const reading = read([
      [heading, '节点', '计划完成时间', '实际完成时间'],
      ['市中医院PCR实验室建设', '项目造价招标', '2021.4.20', '2021年4月18日'],
      [null, '施工图设计', '2021年6月15日', null],
      ['近视干预学校', '授牌', '9月1日', null],
    ])
    expect(reading.records.map(({ subject, part, values: { planned, done } }) => [subject, part, planned, done])).toEqual([
      ['8.4.a', '项目造价招标', '2021-04-20', true],
      ['8.4.a', '施工图设计', '2021-06-15', false],
      ['8.3.c', '授牌', '2021-09-01', false],
    ])
  })
})
