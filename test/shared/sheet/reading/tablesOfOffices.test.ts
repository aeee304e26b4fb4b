import { describe, expect, it } from 'vitest'
import type { CellValue } from '../../../../shared/grid/grid.ts'
import { readSheet } from '../../../../shared/pipeline/readSheet.ts'
import type { SheetReading } from '../../../../shared/pipeline/sheetReading.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'
import { gridOf } from '../../grid/gridOf.ts'
import { lostNumbers } from '../accounts.ts'
import { alarmsOf } from '../cells/readRows.ts'

const read = (rows: readonly (readonly CellValue[])[]): SheetReading => {
  const reading = readSheet(gridOf(rows), register2021, { period: '2021-09', year: 2021 })
  if (!reading.ok) throw new Error(reading.fault.tag)
  return reading.value
}
const fieldsOf = ({ tables }: SheetReading) => tables[0]?.columns.map(({ field }) => field)

describe('a percent sign alone under the name of an indicator', () => {
  const counties = (sign: string, percent: number) => [
    ['县（市、区）', '残疾儿童康复救助（人）', null, null, '法律援助案件（件）', null, null],
    [null, '目标', '完成', sign, '目标', '完成', sign],
    ['湖滨区', 160, 158, 98.8, 640, 512, 80.0],
    ['陕州区', 110, 104, 94.5, 380, 289, 76.1],
    ['渑池县', 105, 101, 96.2, 390, 273, 70.0],
    ['卢氏县', 95, 83, 87.4, 330, 228, percent],
  ]

  it.each(['％', '%', ' ％ '])('is the percentage of the target: %s', (sign) => {
    const reading = read(counties(sign, 69.1))
    expect(fieldsOf(reading)).toEqual(['area', 'target', 'cumulative', 'percent', 'target', 'cumulative', 'percent'])
    expect(reading.records.every(({ values }) => values.statedPercent != null)).toBe(true)
    expect(alarmsOf(reading)).toEqual([])
  })

  it('so that a wrong one is found', () => {
    expect(alarmsOf(read(counties('％', 96.1)))).toEqual(['G6 PCT_MISMATCH'])
  })
})

describe('subtotals above their rows', () => {
  const groups = (done: number) => [
    ['县（市、区）', '法律援助案件目标（件）', '完成（件）', '完成率'],
    ['市辖区小计', 1020, 801, '78.5%'],
    ['湖滨区', 640, 512, '80.0%'],
    ['陕州区', 380, 289, '76.1%'],
    ['县小计', 720, done, '69.6%'],
    ['渑池县', 390, 273, '70.0%'],
    ['卢氏县', 330, 228, '69.1%'],
    ['总计', 1740, 1302, '74.8%'],
  ]

  it('are compared with the rows below them, in the middle of a table too', () => {
    expect(alarmsOf(read(groups(501)))).toEqual([])
    const reading = read(groups(511))
    expect(alarmsOf(reading)).toEqual(['C5 SUM_MISMATCH'])
    expect(reading.findings.find(({ code }) => code === 'SUM_MISMATCH')?.params).toMatchObject({ stated: '511', sum: '501' })
  })
})

describe('a table that goes on over the page', () => {
  const pages = (title: string) => [
    ['重点民生实事分月完成情况（2021年1-9月）'],
    ['序号', '指标名称', '全年目标', '1-9月累计', '完成率'],
    [1, '新建农村公路', 300, 157, '52.3%'],
    [2, '自然村通硬化路', 280, 139, '49.6%'],
    [title],
    ['序号', '指标名称', '全年目标', '1-9月累计', '完成率'],
    [3, '整治窨井设施', 7000, 2668, '38.1%'],
  ]

  it.each(['重点民生实事分月完成情况（续表）', '重点民生实事分月完成情况（续）', '续表'])('is one table: %s', (title) => {
    expect(read(pages(title)).tables.map(({ dataRows }) => dataRows)).toEqual([[3, 4, 7]])
  })

  it('and another title opens another one', () => {
    expect(read(pages('城区重点民生实事分月完成情况')).tables).toHaveLength(2)
  })
})

describe('whether it is on schedule', () => {
  it.each(['是否达序', '是否达进度', '是否达进度（未达进度注明原因）', '是否符合进度', '是否达到序时进度'])('is asked by %s', (heading) => {
    const reading = read([
      ['序号', '工作任务', '目标', '完成数', heading],
      [1, '新建农村公路', 300, 287, '是'],
      [2, '整治窨井设施', 7000, 6105, '否（部分站址阻工）'],
    ])
    expect(fieldsOf(reading)).toEqual(['seq', 'task', 'target', 'cumulative', 'on_schedule_flag'])
  })
})

describe('whether it is behind schedule', () => {
  it('is the other way round, and asked of nobody', () => {
    const reading = read([
      ['序号', '工作任务', '目标', '完成数', '是否滞后进度'],
      [1, '新建农村公路', 300, 287, '否'],
      [2, '整治窨井设施', 7000, 2105, '是'],
    ])
    expect(fieldsOf(reading)).not.toContain('on_schedule_flag')
    expect(reading.findings.some(({ code }) => code === 'STATUS_CONTRADICTION')).toBe(false)
  })
})

describe('a node with a day of completion that is said not to be done', () => {
  const nodes = (actual: CellValue, done: string) =>
    read([
      ['截至2021年9月28日'],
      ['实事项目', '推进节点', '计划完成时间', '实际完成时间', '是否完成'],
      ['市中医院PCR实验室建设', '施工图审查', '2021年6月30日', '2021年6月28日', '√'],
      ['市中医院PCR实验室建设', '主体改造完工', '2021年8月20日', actual, done],
    ])

  it('is a contradiction, and nobody calls it late', () => {
    expect(alarmsOf(nodes('2021年8月18日', '×'))).toEqual(['E4 STATUS_CONTRADICTION'])
    expect(alarmsOf(nodes(null, '×'))).toEqual(['C4 MILESTONE_OVERDUE'])
    expect(alarmsOf(nodes('2021年8月18日', '√'))).toEqual([])
  })
})

describe('several totals of one kind in a row', () => {
  it('that differ are all shown', () => {
    const rows = [
      ['小计', '工作任务', '年度目标', '季度目标', null, null, null, '截至5月底完成'],
      [null, null, null, '一季度', '二季度', '三季度', '四季度', null],
      [1, '整治窨井设施7000个', 7000, 500, 3000, 5500, 7000, 2030],
      [2, '新建农村公路300公里', 300, 30, 150, 240, 300, 146],
    ]
    const merges = ['A1:H1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:G2', 'H2:H3']
    expect(lostNumbers(gridOf(rows, { merges }), { period: '2021-05', year: 2021 })).toEqual([])
  })
})
