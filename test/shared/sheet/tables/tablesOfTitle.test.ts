import { describe, expect, it } from 'vitest'
import type { CellValue, Grid } from '../../../../shared/grid/grid.ts'
import { readSheet } from '../../../../shared/pipeline/readSheet.ts'
import { numberFromScaled } from '../../../../shared/quantity/scaled.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'
import { gridOf } from '../../grid/gridOf.ts'

const CITY = { period: '2021-05', year: 2021 }
const read = (cells: readonly (readonly CellValue[])[], more: Partial<Grid> = {}, context: Parameters<typeof readSheet>[2] = CITY) => {
  const reading = readSheet(gridOf(cells, more), register2021, context)
  if (!reading.ok) throw new Error(reading.fault.tag)
  return reading.value
}
const figures = ({ records }: ReturnType<typeof read>) =>
  records.map(({ subject, area, part, values: { target, cumulative } }) => [
    subject,
    area,
    part,
    typeof target === 'number' ? numberFromScaled(target) : null,
    typeof cumulative === 'number' ? numberFromScaled(cumulative) : null,
  ])
const said = ({ findings, questions }: ReturnType<typeof read>) => [
  ...findings.filter(({ severity }) => severity !== 'info').map(({ code, cell }) => `${code} ${cell}`),
  ...questions.map(({ kind, cell }) => `${kind} ${cell}`),
]

describe('streets and quarters of one county under headings that name the indicators', () => {
  const COUNTS = [
    [140, 52, 1100, 260],
    [120, 41, 900, 210],
    [100, 38, 800, 150],
  ]
  const streets = (heading: string, total: string, names: readonly string[]) =>
    read(
      [
        ['义马市窨井治理和老旧小区改造进度'],
        [heading, '窨井设施治理（个）', null, '老旧小区改造（户）', null],
        [null, '分解任务', '已治理', '分解任务', '已改造'],
        [total, 360, 131, 2800, 620],
        ...names.map((name, i) => [name, ...(COUNTS[i] ?? [])]),
      ],
      { merges: ['A1:E1', 'A2:A3', 'B2:C2', 'D2:E2'] },
      { ...CITY, reporter: 'yima' },
    )

  it.each([
    ['街　道', '全　市', ['千秋路街道', '朝阳路街道', '新义街街道']],
    ['乡镇', '全市合计', ['东区', '新区', '常村']],
    ['片区', '全市', ['北片区', '南片区', '东片区']],
  ])('%s, %s: each is a part, and the total is none', (heading, total, names) => {
    const reading = streets(heading, total, names)
    expect(figures(reading).map(([subject, , part]) => `${subject} ${part}`)).toEqual(
      names.flatMap((name) => [`5.a ${name}`, `4.a ${name}`]),
    )
    expect(reading.tables[0]?.skipRows).toEqual([{ row: 4, reason: 'total' }])
  })
})

describe('rows that only the title says of what they are', () => {
  const rows = (title: string, headings: readonly string[], body: readonly (readonly CellValue[])[]) =>
    read([[title], ['市文化广电旅游局艺术科', ...headings.slice(2).map(() => null), '截至5月31日'], headings, ...body], {
      merges: [`A1:${String.fromCharCode(64 + headings.length)}1`, `A2:${String.fromCharCode(63 + headings.length)}2`],
    })

  it('are parts where a total adds them up, whatever they are called', () => {
    const troupes = rows(
      '2021年“政府采购百场戏”演出进度表',
      ['承演单位', '任务场次', '已演场次', '剩余场次'],
      [
        ['三门峡市豫剧团', 90, 41, 49],
        ['三门峡市蒲剧团', 70, 33, 37],
        ['灵宝市蒲剧团', 60, 27, 33],
        ['渑池县曲剧团', 50, 21, 29],
        ['合计', 270, 122, 148],
      ],
    )
    expect(figures(troupes).map((row) => row.slice(0, 3).concat(row.slice(4)))).toEqual([
      ['2.3.a', '411200', '三门峡市豫剧团', 41],
      ['2.3.a', '411200', '三门峡市蒲剧团', 33],
      ['2.3.a', '411200', '灵宝市蒲剧团', 27],
      ['2.3.a', '411200', '渑池县曲剧团', 21],
    ])
    expect(said(troupes)).toEqual([])
    const operators = rows(
      '各通信企业5G基站开通任务完成情况',
      ['建设主体', '年度任务（个）', '当前环节', '已开通（个）', '完成（%）'],
      [
        ['三门峡移动公司', 386, '批量开通', 53, 13.7],
        ['三门峡电信公司', 260, '设备安装', 35, 13.5],
        ['三门峡联通公司', 230, '设备安装', 29, 12.6],
        ['合计', 876, null, 117, 13.4],
      ],
    )
    expect(figures(operators)).toEqual([
      ['6.2.a', '411200', '三门峡移动公司', 386, 53],
      ['6.2.a', '411200', '三门峡电信公司', 260, 35],
      ['6.2.a', '411200', '三门峡联通公司', 230, 29],
    ])
    expect(said(operators)).toEqual([])
  })

  it('are asked about where no total proves that they add up', () => {
    const lines = rows(
      '2021年“政府采购百场戏”演出进度表',
      ['承演单位', '任务场次', '已演场次'],
      [
        ['三门峡市豫剧团', 90, 41],
        ['三门峡市蒲剧团', 70, 33],
        ['灵宝市蒲剧团', 60, 27],
        ['渑池县曲剧团', 50, 21],
      ],
    )
    expect(lines.ledgers.map(({ isAnswered, items }) => [isAnswered, items])).toEqual([[false, '承演单位']])
  })

  it('are none where they are months, or where the title names nothing that is counted', () => {
    const months = [
      ['1月', 12, 3],
      ['2月', 9, 2],
      ['3月', 31, 11],
      ['合计', 52, 16],
    ]
    const ofTitle = (title: string) =>
      readSheet(gridOf([[title], ['月份', '推送信息（篇）', '培训（期）', '说明'], ...months]), register2021, CITY)
    expect(ofTitle('“崤函三农”信息服务平台运行情况').ok).toBe(false)
    const counted = read([['“政府采购百场戏”演出进度表'], ['月份', '任务场次', '已演场次'], ...months])
    expect(counted.records.map(({ part }) => part).filter((part) => part !== '')).toEqual([])
  })

  it('with ticks beside a figure: the figure says it', () => {
    const bridges = rows(
      '市区人行过街天桥亮化工程推进表',
      ['天桥位置', '方案编制', '概算评审', '招标采购', '任务（座）', '完成（座）'],
      [
        ['和平路与六峰路交叉口', '√', '√', '√', 1, 1],
        ['外国语中学', '√', '进行中', null, 1, 0],
        ['市中心医院', '√', null, null, 1, 0],
        ['共计', null, null, null, 3, 1],
      ],
    )
    expect(figures(bridges)).toEqual([
      ['7.3.a', '411200', '和平路与六峰路交叉口', 1, 1],
      ['7.3.a', '411200', '外国语中学', 1, 0],
      ['7.3.a', '411200', '市中心医院', 1, 0],
    ])
  })
})

describe('rows below the headings that say them again', () => {
  const boards = (again: readonly (readonly string[])[]) =>
    read([
      ['新时代文明实践阅报栏（首批200个）建设进度'],
      ['县（市、区）', '分配名额', '选址确定', '制作完成', '安装到位'],
      ...again,
      ['总数', 66, 60, 26, 17],
      ['湖滨区', 30, 30, 12, 8],
      ['陕州区', 36, 30, 14, 9],
    ])
  const ENGLISH = ['County', 'Quota', 'Sited', 'Made', 'Installed']
  const MEASURES = ['—', '个', '个', '个', '个']

  it.each([
    ['in English', [ENGLISH]],
    ['as measures alone', [MEASURES]],
    ['both', [ENGLISH, MEASURES]],
  ])('%s are headings, and the stage that is last is the figure', (_, again) => {
    const reading = boards(again)
    expect(figures(reading)).toEqual([
      ['2.4.a', '411202', '', 30, 8],
      ['2.4.a', '411203', '', 36, 9],
    ])
    expect(reading.tables[0]?.headerRows).toHaveLength(1 + again.length)
    expect(said(reading)).toEqual([])
  })
})

describe('stages that begin with 正在', () => {
  it('are headings over numbers, and progress over words', () => {
    const reading = read(
      [
        ['新增规范化社区办公用房（300平方米以上）建设情况'],
        ['区', '任务数', '已投入使用', '正在装修', '主体施工', '正在选址'],
        ['湖滨区', 6, 2, 1, 2, 1],
        ['陕州区', 2, 1, 1, 0, 0],
        ['两区合计', 8, 3, 2, 2, 1],
      ],
      { merges: ['A1:F1'] },
    )
    expect(figures(reading)).toEqual([
      ['1.b', '411202', '', 6, 2],
      ['1.c', '411203', '', 2, 1],
    ])
    const words = read([
      ['任务', '年度目标', '累计完成', '进展情况'],
      ['新建农村公路', 300, 146, '正在推进'],
      ['整治窨井设施', 7000, 2100, '正在整治'],
    ])
    expect(words.tables[0]?.headerRows).toEqual([1])
    expect(figures(words).slice(0, 1)).toEqual([['7.1.a', '411200', '', 300, 146]])
  })
})

describe('titles with brackets in their midst', () => {
  it.each(['儿童青少年近视防控（免费检查并建立视力档案）进展', '儿童青少年近视防控（免费检查、建立视力档案）工作进展情况统计表'])(
    '%s',
    (title) => {
      const reading = read([
        [title],
        ['县（市、区）', '年度任务（名）', '5月底累计', '完成进度'],
        ['陕州区', 5200, 1310, '25.2%'],
        ['渑池县', 5800, 1495, '25.8%'],
      ])
      expect(figures(reading)).toEqual([
        ['8.3.a', '411203', '', 5200, 1310],
        ['8.3.a', '411221', '', 5800, 1495],
      ])
    },
  )
})

describe('the whole of a county above or below its parts', () => {
  it.each(['全区', '全县', '全市'])('%s is their total', (total) => {
    const reading = read(
      [
        ['老旧小区改造任务完成情况'],
        ['片区', '2020年结转户数', '2021年下达任务', '已完工', '完工率'],
        ['温塘片区', 600, 1800, 400, '22.2%'],
        ['大营片区', 350, 1500, 311, '20.7%'],
        ['原店片区', 0, 900, 150, '16.7%'],
        [total, 950, 4200, 861, '20.5%'],
      ],
      {},
      { ...CITY, reporter: 'shanzhou' },
    )
    expect(figures(reading).map((row) => row.slice(2))).toEqual([
      ['温塘片区', 1800, 400],
      ['大营片区', 1500, 311],
      ['原店片区', 900, 150],
    ])
    expect(reading.totals.map(({ origin }) => origin.row)).toEqual([6])
  })
})
