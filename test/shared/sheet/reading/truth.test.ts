import { describe, expect, it } from 'vitest'
import type { CellValue } from '../../../../shared/grid/grid.ts'
import { readSheet } from '../../../../shared/pipeline/readSheet.ts'
import { decimalFromScaled } from '../../../../shared/quantity/scaled.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'
import { gridOf } from '../../grid/gridOf.ts'

const TITLE = '2021年农村公路建设进展情况（截至2021年6月25日）'

/** Rows below a title, read in June. */
function read(rows: readonly (readonly CellValue[])[], title = TITLE) {
  const reading = readSheet(gridOf([[title], ...rows]), register2021, { period: '2021-06', year: 2021 })
  if (!reading.ok) throw new Error(reading.fault.tag)
  return reading.value
}
const fieldsOf = (reading: ReturnType<typeof read>) => reading.tables[0]?.columns.map(({ field, aside }) => (aside ? `(${field})` : field))
const figuresOf = (reading: ReturnType<typeof read>) =>
  reading.records.flatMap(({ subject, area, part, values: { cumulative } }) =>
    cumulative == null ? [] : [[subject, area, part, decimalFromScaled(cumulative)].filter((word) => word !== '').join(' ')],
  )
const alarmsOf = ({ findings }: ReturnType<typeof read>) => findings.filter(({ severity }) => severity !== 'info').map(({ code }) => code)

describe('rows of one county with equal figures', () => {
  const row = (area: string, name: string) => [area, name, 10, 5]

  it.each(['项目', '项目名称', '标段'])('%s tells them apart: both count', (heading) => {
    const rows = [row('湖滨区', '东线'), row('湖滨区', '西线'), ['陕州区', '南线', 8, 3]]
    const reading = read([['县（市、区）', heading, '年度目标（公里）', '累计完成（公里）'], ...rows])
    expect(figuresOf(reading).slice(0, 2)).toEqual(['7.1.a 411202 东线 5', '7.1.a 411202 西线 5'])
    expect(alarmsOf(reading)).toEqual([])
  })

  it('names of the register are no items: two tasks stay two', () => {
    const rows = [row('湖滨区', '新建农村公路'), row('湖滨区', '自然村通硬化路')]
    const reading = read([['县（市、区）', '任务', '年度目标', '累计完成'], ...rows], '2021年民生实事进展情况')
    expect(figuresOf(reading)).toEqual(['7.1.a 411202 5', '7.1.b 411202 5'])
  })
})

describe('what is not done', () => {
  it.each([
    ['未完成情况及存在问题', 'issues'],
    ['未完成情况', 'issues'],
    ['滞后情况及整改措施', 'issues_next_steps'],
    ['未达序时进度原因', 'issues'],
    ['任务未完成情况说明', 'issues'],
    ['进展情况及存在问题', 'progress_text'],
    ['完成情况', 'progress_text'],
  ])('%s is %s', (heading, field) => {
    const text = '剩余6.4公里未完成，主要是征地问题，已召开协调会2次'
    const reading = read([
      ['县（市、区）', '年度目标（公里）', '累计完成（公里）', heading],
      ['湖滨区', 20, 13.6, text],
      ['陕州区', 60, 33.2, text],
    ])
    expect(fieldsOf(reading)?.[3]).toBe(field)
    expect(figuresOf(reading)).toEqual(['7.1.a 411202 13.6', '7.1.a 411203 33.2'])
  })
})

describe('a heading that an indicator’s name has too', () => {
  it.each([
    ['线路', '东线', '南线'],
    ['线路（条）', 2, 3],
    ['线路', 'X101', 'Y202'],
  ])('%s over %s is none of its figures', (heading, one, other) => {
    const reading = read([
      ['县（市、区）', heading, '年度目标（公里）', '累计完成（公里）'],
      ['湖滨区', one, 20, 13.6],
      ['陕州区', other, 60, 33.2],
    ])
    expect(figuresOf(reading)).toEqual(['7.1.a 411202 13.6', '7.1.a 411203 33.2'])
    expect(alarmsOf(reading)).toEqual([])
  })

  it('beside its own measure or target it is', () => {
    const reading = read(
      [
        ['县（市、区）', '10千伏及以下线路目标', '完成', '配电台区目标', '完成'],
        ['湖滨区', 10, 5, 20, 12],
        ['陕州区', 8, 3, 30, 11],
      ],
      '2021年农村电网建设情况',
    )
    expect(figuresOf(reading)).toEqual(['10.b 411202 5', '10.a 411202 12', '10.b 411203 3', '10.a 411203 11'])
  })
})

describe('money of the year and of the whole project', () => {
  it.each([
    ['总投资（万元）', '年度计划投资（万元）'],
    ['项目总投资（万元）', '2021年计划投资（万元）'],
    ['概算总投资（万元）', '本年投资计划（万元）'],
    ['估算总投资（万元）', '年投资计划（万元）'],
  ])('of %s and %s the second is planned, in either order', (whole, year) => {
    for (const [first, second] of [
      [whole, year],
      [year, whole],
    ]) {
      const money = (heading: string | undefined) => (heading === whole ? 1000 : 500)
      const reading = read([
        ['县（市、区）', '年度目标（公里）', '累计完成（公里）', first ?? '', second ?? '', '完成投资（万元）'],
        ['湖滨区', 20, 13.6, money(first), money(second), 200],
        ['陕州区', 60, 33.2, money(first), money(second), 210],
      ])
      expect(reading.records.map(({ values }) => values.investPlan && decimalFromScaled(values.investPlan))).toEqual(['5000000', '5000000'])
      expect(reading.findings).toEqual([])
      expect(reading.setAside.map(({ count }) => count)).toEqual([2])
    }
  })

  it('alone the whole project’s is what is planned', () => {
    const reading = read([
      ['县（市、区）', '年度目标（公里）', '累计完成（公里）', '总投资（万元）'],
      ['湖滨区', 20, 13.6, 1000],
      ['陕州区', 60, 33.2, 1000],
    ])
    expect(fieldsOf(reading)?.[3]).toBe('invest_plan')
  })
})

describe('small tables of words', () => {
  it.each<readonly [string, readonly CellValue[][]]>([
    ['one row', [['新建农村公路300公里', '市交通运输局', '已完成171.5公里']]],
    [
      'two rows',
      [
        ['新建农村公路300公里', '市交通运输局', '已完成171.5公里'],
        ['280个自然村通硬化路', '市交通运输局', '已完成149个'],
      ],
    ],
  ])('%s of data is data', (_, rows) => {
    const reading = read([['任务', '责任单位', '进展情况'], ...rows], '2021年重点民生实事进展情况')
    expect(reading.tables[0]?.dataRows).toHaveLength(rows.length)
    expect(figuresOf(reading)[0]).toBe('7.1.a 411200 171.5')
  })
})

describe('beside an open question', () => {
  const rows = [
    ['湖滨区', 20, 13.6, 6.8, 68],
    ['陕州区', 60, 33.2, 16.6, 55.3],
    ['渑池县', 55, 32.5, 16.3, 59.1],
    ['卢氏县', 92, 49.5, 24.8, 53.8],
  ]
  const heads = ['县（市、区）', '年度目标（公里）', '在建（公里）', '完成（公里）', '完成率（%）']

  it('nobody is told that the percentages are wrong, and the figures wait', () => {
    const reading = read([heads, ...rows])
    expect(reading.questions).toHaveLength(1)
    expect(alarmsOf(reading)).toEqual([])
    expect(new Set(reading.records.map(({ disposition }) => disposition))).toEqual(new Set(['confirm']))
  })

  it('other tables are judged as ever', () => {
    const other = [
      ['县（市、区）', '年度目标（个）', '累计完成（个）', '完成率（%）'],
      ['义马市', 8, 6, 70],
    ]
    const reading = read([heads, ...rows, [], ['自然村通硬化路完成情况'], ...other])
    expect(reading.questions).toHaveLength(1)
    expect(alarmsOf(reading)).toEqual(['PCT_MISMATCH'])
  })
})

describe('another stage', () => {
  it.each([
    ['已开工171.5公里，正在铺筑路面', '已开工171.5公里'],
    ['截至目前，已开工171.5公里；其余正在招标', '已开工171.5公里'],
  ])('%s is quoted', (text, words) => {
    const reading = read([
      ['任务', '年度目标', '累计完成', '进展情况'],
      ['新建农村公路', '300公里', 171.5, text],
    ])
    expect(reading.findings.find(({ code, field }) => code === 'STAGE_MISMATCH' && field === 'cumulative')?.params).toMatchObject({ words })
  })
})
