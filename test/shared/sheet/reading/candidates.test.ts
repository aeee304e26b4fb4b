import { describe, expect, it } from 'vitest'
import type { CellValue, Grid } from '../../../../shared/grid/grid.ts'
import { readSheet } from '../../../../shared/pipeline/readSheet.ts'
import { decimalFromScaled } from '../../../../shared/quantity/scaled.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'

const COUNTIES = ['湖滨区', '陕州区', '渑池县', '卢氏县', '义马市', '灵宝市']
const TARGETS = [20, 60, 55, 92, 8, 65]
const DONE = [13.6, 33.2, 32.5, 49.5, 6.4, 36.3]

/** A sheet as it stands, read in September. */
function read(cells: readonly (readonly CellValue[])[], merges: readonly string[] = []) {
  const grid: Grid = { sheetName: 'S', cells, texts: {}, formats: {}, merges, formulas: {}, hiddenRows: [], date1904: false }
  const reading = readSheet(grid, register2021, { period: '2021-09', year: 2021 })
  if (!reading.ok) throw new Error(reading.fault.tag)
  const { records, findings, tables } = reading.value
  const shown = (value: (typeof records)[number]['values']['target']) => (value == null ? '-' : decimalFromScaled(value))
  return {
    fields: tables[0]?.columns.map(({ field, aside }) => (aside ? `(${field})` : (field ?? '?'))),
    figures: records
      .filter(({ origin }) => origin.cells.cumulative !== undefined || origin.cells.target !== undefined)
      .map(({ subject, values }) => `${subject} ${shown(values.target)} ${shown(values.cumulative)}`),
    alarms: findings.filter(({ severity }) => severity !== 'info').map(({ code }) => code),
  }
}
const counties = (of: (i: number) => readonly CellValue[]) => COUNTIES.map((name, i) => [name, ...of(i)])
const rate = (part: number, whole: number) => `${((part / whole) * 100).toFixed(1)}%`

describe('a short name and a field in one heading', () => {
  it.each([
    ['台区目标', '台区完成', '线路目标', '线路完成'],
    ['台区任务数', '台区完成数', '线路任务数', '线路完成数'],
    ['配电台区计划', '配电台区已完成', '10千伏线路计划', '10千伏线路已完成'],
  ])('%s | %s | %s | %s', (...heads) => {
    const rows = counties((i) => [12 + i, 9 + i, TARGETS[i] ?? 0, DONE[i] ?? 0])
    const { figures, alarms } = read([['2021年农村电网建设情况'], ['县区', ...heads], ...rows])
    expect(figures.slice(0, 2)).toEqual(['10.a 12 9', '10.b 20 13.6'])
    expect(alarms).not.toContain('NOT_READ')
  })

  it.each(['投资完成', '项目完成', '本月完成', '人员目标'])('%s names no indicator', (heading) => {
    const rows = counties((i) => [TARGETS[i] ?? 0, DONE[i] ?? 0, 3])
    const { figures } = read([['2021年农村公路建设情况'], ['县区', '年度目标（公里）', '累计完成（公里）', heading], ...rows])
    expect(figures[0]).toBe('7.1.a 20 13.6')
  })
})

describe('places in an order', () => {
  it.each(['上期名次', '上月排名', '名次变化', '上期位次', '本月得分'])('%s is no figure of the work', (heading) => {
    const rows = counties((i) => [TARGETS[i] ?? 0, DONE[i] ?? 0, 6 - i])
    const { figures, alarms } = read([['2021年农村公路建设情况'], ['县区', '年度目标（公里）', '累计完成（公里）', heading], ...rows])
    expect(figures[0]).toBe('7.1.a 20 13.6')
    expect(alarms).toEqual([])
  })
})

describe('the total of the times', () => {
  it.each([
    ['一季度', '二季度', '三季度'],
    ['上半年', '7月', '8月'],
  ])('%s, %s and %s make what is done in all', (...times) => {
    const rows = counties((i) => [TARGETS[i] ?? 0, 2 + i, 3, 4, 9 + i])
    const { figures, alarms } = read([['2021年农村公路建设情况'], ['县区', '年度计划（公里）', ...times, '合计'], ...rows])
    expect(figures[1]).toBe('7.1.a 60 10')
    expect(alarms.filter((code) => code === 'NOT_READ')).toEqual([])
  })

  it('a total of some months only is none', () => {
    const rows = counties((i) => [TARGETS[i] ?? 0, 2 + i, 3, 4, 9 + i])
    const { figures } = read([['2021年农村公路建设情况'], ['县区', '年度计划（公里）', '7月', '8月', '9月', '合计'], ...rows])
    expect(figures[1]).toBe('7.1.a 60 -')
  })

  it('a total that they do not make is not taken', () => {
    const rows = counties((i) => [TARGETS[i] ?? 0, 2 + i, 3, 4, 19 + 2 * i])
    const { figures } = read([['2021年农村公路建设情况'], ['县区', '年度计划（公里）', '一季度', '二季度', '三季度', '合计'], ...rows])
    expect(figures[1]).toBe('7.1.a 60 -')
  })
})

describe('a target merged over the rows of two indicators', () => {
  const rows = (percent: (part: number, whole: number) => CellValue) =>
    COUNTIES.flatMap((name, i) => {
      const whole = (TARGETS[i] ?? 0) * 100
      const part = Math.round((DONE[i] ?? 0) * 100)
      return [
        [name, '宫颈癌筛查', whole, part, percent(part, whole)],
        [null, '乳腺癌筛查', null, part - 50, percent(part - 50, whole)],
      ]
    })
  const merges = COUNTIES.flatMap((_, i) => [`A${3 + 2 * i}:A${4 + 2 * i}`, `C${3 + 2 * i}:C${4 + 2 * i}`])
  const heads = ['县区', '项目', '目标任务（人）', '完成数（人）', '完成率']

  it('is each of theirs where the percentages are made of it', () => {
    const { figures, alarms } = read([['2021年两癌筛查进展'], heads, ...rows(rate)], merges)
    expect(figures.slice(0, 2)).toEqual(['8.1.a 2000 1360', '8.1.b 2000 1310'])
    expect(alarms).toEqual([])
  })

  it('stays open where they are not', () => {
    const halves = rows((part, whole) => rate(part, whole / 2))
    expect(read([['2021年两癌筛查进展'], heads, ...halves], merges).alarms).toContain('SUBJECT_AMBIGUOUS')
    expect(read([['2021年两癌筛查进展'], heads, ...rows(() => null)], merges).alarms).toContain('SUBJECT_AMBIGUOUS')
  })
})

describe('what a percentage is made of', () => {
  it('户数 is the target where 完工率 = 完工户数 ÷ 户数', () => {
    const rows = counties((i) => {
      const [all, begun, ended] = [(TARGETS[i] ?? 0) * 100, (TARGETS[i] ?? 0) * 90 - i, (TARGETS[i] ?? 0) * 60 + 7 * i]
      return [TARGETS[i] ?? 0, 30 + 3 * i, all, begun, ended, rate(begun, all), rate(ended, all)]
    })
    const heads = ['县区', '小区数', '楼栋数', '户数', '开工户数', '完工户数', '开工率', '完工率']
    const { fields, alarms } = read([['2021年城镇老旧小区改造情况'], heads, ...rows])
    expect(fields).toEqual(['area', '?', '?', 'target', '(cumulative)', 'cumulative', 'start_rate', 'percent'])
    expect(alarms).toEqual([])
  })

  it('办结率 of what was taken on is no rate of a target that nobody states', () => {
    const rows = counties((i) => [100 + 7 * i, 60 + 5 * i, rate(60 + 5 * i, 100 + 7 * i)])
    expect(read([['2021年法律援助案件办理情况'], ['县区', '受理数', '办结数', '办结率'], ...rows]).fields).toEqual([
      'area',
      '(cumulative)',
      'cumulative',
      '(percent)',
    ])
  })
})

it('形象进度 over short sentences beside money is the report in words', () => {
  const { figures, alarms } = read([
    ['2021年重点民生实事项目进展情况'],
    ['序号', '项目名称', '年度建设内容', '年度计划投资（万元）', '累计完成投资（万元）', '投资完成率', '形象进度'],
    [1, '农村公路建设', '新建农村公路300公里', 28600, 24830, '86.8%', '已完成262.4公里，剩余路段正在铺筑'],
    [2, '通硬化路', '280个自然村通硬化路', 5000, 4000, '80%', '251个自然村已完工，其余正在施工'],
  ])
  expect(figures).toEqual(['7.1.a 300 262.4', '7.1.b 280 251'])
  expect(alarms).toEqual([])
})
