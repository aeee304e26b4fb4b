import { describe, expect, it } from 'vitest'
import type { CellValue, Grid } from '../../../../shared/grid/grid.ts'
import { readSheet } from '../../../../shared/pipeline/readSheet.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'

const COUNTIES = ['湖滨区', '陕州区', '渑池县', '卢氏县', '义马市', '灵宝市']

/** A sheet of counties under two rows of headings; `rows` are the figures of each. */
function read(
  title: string,
  headings: readonly (readonly CellValue[])[],
  rows: readonly (readonly CellValue[])[],
  month = 6,
  merges: readonly string[] = [],
) {
  const cells = [[title], ...headings, ...rows.map((row, i) => [COUNTIES[i] ?? '', ...row])]
  const grid: Grid = { sheetName: 'S', cells, texts: {}, formats: {}, merges, formulas: {}, hiddenRows: [], date1904: false }
  const reading = readSheet(grid, register2021, { period: `2021-0${month}`, year: 2021 })
  if (!reading.ok) throw new Error(reading.fault.tag)
  return reading.value
}

/** What each column was read as; set aside in brackets. */
const roles = (reading: ReturnType<typeof read>) =>
  reading.tables[0]?.columns.map(({ field, aside }) => (aside ? `(${field})` : (field ?? '')))

describe('the stage and time of the whole path', () => {
  const heads = [
    ['县（市、区）', '任务数（个）', '选址', null, '开通', null],
    [null, null, '一季度末', '6月末', '一季度末', '6月末'],
  ]
  const rows = [
    [260, 240, 258, 96, 163],
    [150, 131, 146, 51, 90],
    [140, 122, 133, 40, 77],
  ]

  it('the register’s own verb and the reported time decide, without a percentage', () => {
    expect(roles(read('5G基站建设调度表', heads, rows, 6, ['A2:A3', 'B2:B3', 'C2:D2', 'E2:F2']))).toEqual([
      'area',
      'target',
      '(cumulative)',
      '(period_value)',
      '(cumulative)',
      'cumulative',
    ])
  })
})

describe('percentages say what counts', () => {
  it('the year’s target before the quarter’s plan, and the percentage of each', () => {
    const reading = read(
      '乳腺癌免费筛查进度表（单位：人）',
      [['县（市、区）', '年度任务', '前三季度计划', '累计完成', '完成率（%）', '总完成率（%）', '环比增长（%）']],
      [
        [7200, 4800, 4430, 92.3, 61.5, 18.4],
        [9300, 6200, 5490, 88.5, 59, 13],
        [9600, 6300, 4990, 79.2, 52, 14.4],
      ],
      9,
    )
    expect(roles(reading)).toEqual(['area', 'target', '(target)', 'cumulative', '(percent)', 'percent', '(percent)'])
    expect(reading.findings.filter(({ code }) => code.startsWith('PCT'))).toEqual([])
  })
})

describe('steps', () => {
  it('合计 is the row’s own figure where last month’s and this month’s make it up', () => {
    const reading = read(
      '窨井设施整治月报（单位：个）',
      [['县（市、区）', '目标任务', '上期', '本期', '合计']],
      [
        [700, 293, 42, 335],
        [1240, 512, 94, 606],
        [2200, 842, 196, 1038],
      ],
    )
    expect(roles(reading)).toEqual(['area', 'target', 'previous_cumulative', 'period_value', 'cumulative'])
    expect(reading.records.map(({ area, values }) => [area, values.cumulative])).toEqual([
      ['411202', 3_350_000],
      ['411203', 6_060_000],
      ['411221', 10_380_000],
    ])
  })

  it('parts of a figure are no steps: no word over them says a time', () => {
    const reading = read(
      '新建农村公路进展（单位：公里）',
      [['县（市、区）', '目标', '累计完成', '其中：新建', '其中：改建']],
      [
        [30, 15, 10, 5],
        [40, 22, 12, 10],
        [50, 31, 20, 11],
      ],
    )
    expect(roles(reading)?.slice(0, 3)).toEqual(['area', 'target', 'cumulative'])
    expect(roles(reading)?.slice(3)).not.toContain('previous_cumulative')
    expect(roles(reading)?.slice(3)).not.toContain('period_value')
  })
})

describe('a clerk’s own errors are not read away', () => {
  const heads = [['县（市、区）', '目标（公里）', '累计完成（公里）', '完成率']]
  const right = [
    [60, 33, '55%'],
    [80, 52, '65%'],
    [50, 21, '42%'],
    [110, 77, '70%'],
  ] as const
  const errors = (rows: readonly (readonly CellValue[])[]) =>
    read('新建农村公路进展', heads, rows).findings.filter(({ code }) => code === 'PCT_MISMATCH' || code === 'PCT_UNVERIFIABLE')

  it('none in the right sheet', () => {
    expect(errors(right)).toEqual([])
  })

  it.each<readonly [string, (row: readonly CellValue[], i: number) => readonly CellValue[], number]>([
    ['one figure tenfold', (row, i) => (i === 1 ? [row[0] ?? null, Number(row[1]) * 10, row[2] ?? null] : row), 1],
    ['all figures tenfold', (row) => [row[0] ?? null, Number(row[1]) * 10, row[2] ?? null], 4],
    ['all targets tenfold', (row) => [Number(row[0]) * 10, row[1] ?? null, row[2] ?? null], 4],
  ])('%s', (_, change, least) => {
    const rows = right.map(change)
    expect(roles(read('新建农村公路进展', heads, rows))).toEqual(['area', 'target', 'cumulative', 'percent'])
    expect(errors(rows).length).toBeGreaterThanOrEqual(least)
  })

  it('target and figure exchanged in all rows are not exchanged back in silence', () => {
    const rows = right.map(([target, done, percent]) => [done, target, percent])
    const reading = read('新建农村公路进展', heads, rows)
    expect(roles(reading)).toEqual(['area', 'target', 'cumulative', 'percent'])
    expect(reading.questions.map(({ kind }) => kind)).toEqual(['exchanged'])
    // the answer decides whether the percentages are right
    expect(errors(rows)).toEqual([])
    expect(reading.records.map(({ disposition }) => disposition)).toEqual(Array(4).fill('confirm'))
  })
})
