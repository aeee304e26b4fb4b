import { describe, expect, it } from 'vitest'
import type { CellValue, Grid } from '../../../../shared/grid/grid.ts'
import { readSheet } from '../../../../shared/pipeline/readSheet.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'

const ROADS = [
  ['湖滨区', 20, 13.6],
  ['陕州区', 60, 33.2],
  ['渑池县', 55, 32.5],
  ['卢氏县', 92, 49.5],
  ['义马市', 8, 6.4],
  ['灵宝市', 65, 36.3],
] as const
const CHANGES = [5.2, 3.1, 4.4, 2.8, 6, 3.3]

/** Roads in June with more columns behind 累计完成. */
function read(heads: readonly (readonly CellValue[])[], more: readonly (readonly CellValue[])[], merges: readonly string[] = []) {
  const cells = [['2021年农村公路建设进展情况'], ...heads, ...ROADS.map((row, i) => [...row, ...more.map((column) => column[i] ?? null)])]
  const grid: Grid = { sheetName: 'S', cells, texts: {}, formats: {}, merges, formulas: {}, hiddenRows: [], date1904: false }
  const reading = readSheet(grid, register2021, { period: '2021-06', year: 2021 })
  if (!reading.ok) throw new Error(reading.fault.tag)
  const { tables, records, findings } = reading.value
  return {
    asides: tables[0]?.columns.flatMap(({ header, aside, why }) => (aside ? [`${header}: ${why.reason}`] : [])),
    percents: records.map(({ values }) => values.statedPercent ?? null),
    said: findings.filter(({ severity }) => severity !== 'info').map(({ code }) => code),
    figures: records.map(({ values }) => values.cumulative),
  }
}
const HEADS = ['县（市、区）', '年度目标（公里）', '累计完成（公里）']

describe('a percentage of something else than the target', () => {
  it.each([
    '环比增长（%）',
    '同比（%）',
    '偏差（%）',
    '较上月（%）',
    '比上月提高（个百分点）',
    '增幅（%）',
    '降幅（%）',
    '超欠进度（%）',
    '占全市比重（%）',
    '群众满意率（%）',
    '知晓率（%）',
    '完成率较上月增长（百分点）',
  ])('%s is known, accuses nobody, and the figures are read', (heading) => {
    const { asides, percents, said, figures } = read([[...HEADS, heading]], [CHANGES])
    expect(asides).toEqual([`${heading}: other_base`])
    expect(percents).toEqual(Array(6).fill(null))
    expect(said).toEqual([])
    expect(figures).toHaveLength(6)
  })

  it('is no rival of the percentage beside it', () => {
    const done = ROADS.map(([, target, completed]) => Math.round((completed / target) * 1000) / 10)
    const { asides, percents, said } = read([[...HEADS, '同比增长（%）', '完成率（%）']], [CHANGES, done])
    expect(asides).toEqual(['同比增长（%）: other_base'])
    expect(percents).toHaveLength(6)
    expect(percents).not.toContain(null)
    expect(said).toEqual([])
  })

  it('stands below a group of the figure', () => {
    const heads = [
      ['县（市、区）', '年度目标（公里）', '累计完成', null],
      [null, null, '数量（公里）', '同比±%'],
    ]
    expect(read(heads, [CHANGES], ['A2:A3', 'B2:B3', 'C2:D2']).asides).toEqual(['累计完成/同比±%: other_base'])
  })

  it('占比 is one where its figures add up to 100 %', () => {
    const shares = ROADS.map(([, , completed]) => Math.round((completed / 171.5) * 1000) / 10)
    const { asides, said } = read([[...HEADS, '占比（%）']], [shares])
    expect(asides).toEqual(['占比（%）: other_base'])
    expect(said).toEqual([])
  })

  it('占比 is the percentage where figure and target make it', () => {
    const done = ROADS.map(([, target, completed]) => Math.round((completed / target) * 1000) / 10)
    const { asides, percents } = read([[...HEADS, '占比（%）']], [done])
    expect(asides).toEqual([])
    expect(percents).not.toContain(null)
  })
})

describe('what is still said', () => {
  it('完成率 wrong in one row is wrong, in all rows not verifiable with what it should be', () => {
    const done = ROADS.map(([, target, completed]) => Math.round((completed / target) * 1000) / 10)
    expect(read([[...HEADS, '完成率（%）']], [done.map((value, i) => (i === 0 ? 86 : value))]).said).toEqual(['PCT_MISMATCH'])
    expect(new Set(read([[...HEADS, '完成率（%）']], [done.map((value) => value + 5)]).said)).toEqual(new Set(['PCT_UNVERIFIABLE']))
  })

  it('同比完成率 is the rate that is done', () => {
    const done = ROADS.map(([, target, completed]) => Math.round((completed / target) * 1000) / 10)
    expect(read([[...HEADS, '同期完成率（%）']], [done]).asides).toEqual([])
  })
})

describe('a column of another time', () => {
  it.each([
    ['7月底累计完成', 'later_time'],
    ['四季度完成率（%）', 'later_time'],
    ['一季度完成率（%）', 'other_month'],
    ['5月完成率（%）', 'other_month'],
  ])('%s in June is %s', (heading, reason) => {
    const done = ROADS.map(([, target, completed]) => Math.round((completed / target) * 1000) / 10)
    const { asides } = read(
      [['县（市、区）', '年度目标（公里）', '6月底累计完成', '6月完成率（%）', heading]],
      [done, [71, 72, 73, 74, 75, 76]],
    )
    expect(asides).toEqual([`${heading}: ${reason}`])
  })
})
