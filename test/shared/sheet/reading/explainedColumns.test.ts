import { describe, expect, it } from 'vitest'
import type { CellValue, Grid } from '../../../../shared/grid/grid.ts'
import { readSheet } from '../../../../shared/pipeline/readSheet.ts'
import { decimalFromScaled } from '../../../../shared/quantity/scaled.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'

const COUNTIES = ['湖滨区', '陕州区', '渑池县', '卢氏县', '义马市', '灵宝市']

/** A sheet of counties in August: headings, then a row a county. */
function read(
  title: string,
  heads: readonly (readonly CellValue[])[],
  rows: readonly (readonly CellValue[])[],
  merges: readonly string[] = [],
) {
  const cells = [[title], ...heads, ...rows.map((row, i) => [COUNTIES[i] ?? '', ...row])]
  const grid: Grid = { sheetName: 'S', cells, texts: {}, formats: {}, merges, formulas: {}, hiddenRows: [], date1904: false }
  const reading = readSheet(grid, register2021, { period: '2021-08', year: 2021 })
  if (!reading.ok) throw new Error(reading.fault.tag)
  const { tables, records, findings } = reading.value
  return {
    why: tables[0]?.columns.map(({ why }) => why.reason),
    figures: records.map(({ values }) => (values.cumulative == null ? null : Number(decimalFromScaled(values.cumulative)))),
    alarms: findings.filter(({ severity }) => severity !== 'info').map(({ code }) => code),
    notes: findings.filter(({ severity }) => severity === 'info').map(({ code }) => code),
  }
}
const AID = '2021年法律援助案件办理情况'

describe('a column that others explain', () => {
  const cases = [
    [420, 331, 268, 61, 2],
    [400, 287, 241, 45, 1],
    [410, 302, 240, 60, 2],
    [430, 318, 263, 52, 3],
    [290, 196, 171, 25, 0],
    [550, 428, 341, 82, 5],
  ]

  it.each([
    ['甲类', '乙类', '丙类'],
    ['承办件数', '在办数', '超期未办数'],
    ['收件', '流转中', '退件'],
    ['立案数', '在审', '未结'],
  ])('%s is what is done and what is not: %s, %s', (whole, rest, last) => {
    const { figures, alarms } = read(AID, [['县（市、区）', '年度任务（件）', whole, '办结数', rest, last]], cases)
    expect(alarms).toEqual([])
    expect(figures).toHaveLength(6)
    expect(figures).toEqual(cases.map(([, , done]) => done))
  })

  it('a slip in one row changes nothing', () => {
    const slipped = cases.map((row, i) => (i === 2 ? row.map((value, j) => (j === 1 ? value + 7 : value)) : row))
    expect(read(AID, [['县（市、区）', '年度任务（件）', '甲类', '办结数', '乙类', '丙类']], slipped).why?.slice(2)).toEqual([
      'adds_up',
      'heading_and_content',
      'adds_up',
      'adds_up',
    ])
  })

  it('a column that adds up to nothing stays unknown and is said loudly', () => {
    const odd = cases.map((row, i) => [...row.slice(0, 3), 17 * (i + 1) + (i % 2)])
    const { alarms, why } = read(AID, [['县（市、区）', '年度任务（件）', '受理数', '办结数', '甲类']], odd)
    expect(why?.at(-1)).toBe('heading_unknown')
    expect(alarms).toEqual(['NOT_READ'])
  })

  it('what is left of the target', () => {
    const rows = cases.map(([target = 0, , done = 0]) => [target, done, target - done])
    expect(read(AID, [['县（市、区）', '年度任务（件）', '办结数', '差']], rows).why?.at(-1)).toBe('adds_up')
  })

  it.each(['结案率', '办结占比', '办理率（%）'])('%s made of what is done and what was taken on, beside the rate of the target', (rate) => {
    const rows = cases.map(([target = 0, taken = 0, done = 0]) => [
      target,
      taken,
      done,
      `${((done / taken) * 100).toFixed(2)}%`,
      `${((done / target) * 100).toFixed(2)}%`,
    ])
    const { why, alarms } = read(AID, [['县（市、区）', '年度任务（件）', '受理数', '办结数', rate, '完成年度任务比例']], rows)
    expect(why?.slice(3)).toEqual(['heading_and_content', 'other_base', 'heading_known'])
    expect(alarms).toEqual([])
  })

  it('a percentage of money', () => {
    const rows = cases.map(([target = 0, , done = 0], i) => [
      target,
      done,
      1000 + i,
      431 + 7 * i,
      Math.round(((431 + 7 * i) / (1000 + i)) * 1000) / 10,
    ])
    const heads = ['县（市、区）', '年度任务（件）', '办结数', '计划投资（万元）', '完成投资（万元）', '%']
    expect(read(AID, [heads], rows).why?.at(-1)).toBe('other_base')
  })
})

describe('a column that nobody knows beside proven figures', () => {
  const rows = [
    [110, 105, 95.45, 31],
    [130, 50, 38.46, 17],
    [110, 60, 54.55, 99],
    [80, 41, 51.25, 3],
  ]
  const heads = (heading: string, percent = '完成率') => [['县（市、区）', '年度任务（件）', '办结数', percent, heading]]

  it.each(['专职人员', '驻点律师', '甲栏'])('%s is said as a note', (heading) => {
    const { alarms, notes } = read(AID, heads(heading), rows)
    expect(alarms).toEqual([])
    expect(notes).toContain('NOT_READ')
  })

  it.each(['甲栏（公里）', '阵地建设（个）'])('%s may be something registered: a warning', (heading) => {
    expect(read(AID, heads(heading), rows).alarms).toContain('NOT_READ')
  })

  it('a warning where nothing proves the figures', () => {
    const plain = rows.map(([target = 0, done = 0, , other = 0]) => [target, done, other])
    expect(read(AID, [['县（市、区）', '年度任务（件）', '办结数', '甲栏']], plain).alarms).toEqual(['NOT_READ'])
  })
})

describe('groups that differ by their stage', () => {
  const merges = ['A2:A3', 'B2:B3', 'C2:E2', 'F2:H2']
  const figures = [
    [16, 1.8, 0.8, 1, 14.2, 6.2, 8],
    [43, 6.9, 3.4, 3.5, 36.1, 15.6, 20.5],
    [38, 5.6, 2.6, 3, 30.4, 12.4, 18],
  ]

  it.each([
    ['在建公路', '完成公路', '新建', '改造'],
    ['已开工里程', '已完工里程', '国道', '县道'],
    ['施工中', '竣工', '一标', '二标'],
  ])('%s gives way to %s, with all its columns', (begun, ended, one, other) => {
    const heads = [
      ['县（市、区）', '年度目标（公里）', begun, null, null, ended, null, null],
      [null, null, '合计', one, other, '合计', one, other],
    ]
    const reading = read('2021年农村公路建设进展情况', heads, figures, merges)
    expect(reading.figures).toEqual(figures.map((row) => row[4]))
    expect(reading.alarms).toEqual([])
  })
})

it('running numbers under the heading of the areas', () => {
  const cells = [
    ['2021年农村公路建设进展情况'],
    ['地区', null, '年度目标（公里）', '累计完成（公里）'],
    ...COUNTIES.map((name, i) => [i + 1, name, 20 + i, 5 + i * 3]),
  ]
  const grid: Grid = { sheetName: 'S', cells, texts: {}, formats: {}, merges: ['A2:B2'], formulas: {}, hiddenRows: [], date1904: false }
  const reading = readSheet(grid, register2021, { period: '2021-08', year: 2021 })
  expect(reading.ok && reading.value.tables[0]?.columns.map(({ field }) => field)).toEqual(['seq', 'area', 'target', 'cumulative'])
  expect(reading.ok && reading.value.findings.filter(({ code }) => code === 'NOT_READ')).toEqual([])
})
