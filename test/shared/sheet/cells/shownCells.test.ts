import { describe, expect, it } from 'vitest'
import type { CellValue, Grid } from '../../../../shared/grid/grid.ts'
import { gridFromJson } from '../../../../shared/grid/gridFromJson.ts'
import { readSheet } from '../../../../shared/pipeline/readSheet.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'

const COUNTIES = ['湖滨区', '陕州区', '渑池县', '卢氏县']

/** A sheet of counties whose completed figures (and percentages) are these cells; formats by address. */
function read(
  done: readonly CellValue[],
  { title = '新建农村公路进展（单位：公里）', formats = {}, rates = [] as readonly CellValue[] } = {},
) {
  const cells = [
    [title, null, null, null],
    ['县（市、区）', '年度目标', '累计完成', '完成率'],
    ...done.map((value, i) => [COUNTIES[i] ?? '', 60_000, value, rates[i] ?? null]),
  ]
  const grid: Grid = { sheetName: 'S', cells, texts: {}, formats, merges: [], formulas: {}, hiddenRows: [], date1904: false }
  const reading = readSheet(grid, register2021, { period: '2021-05', year: 2021 })
  if (!reading.ok) throw new Error(reading.fault.tag)
  return reading.value
}

const figures = (reading: ReturnType<typeof read>) =>
  reading.records.map(({ values }) => (typeof values.cumulative === 'number' ? values.cumulative / 10_000 : null))
const codes = (reading: ReturnType<typeof read>) => reading.findings.map(({ code, cell }) => `${cell} ${code}`)

describe('a cell’s whole text is its figure, or no part of it is', () => {
  it.each<readonly [CellValue, number | null]>([
    ['1 000', 1000],
    ['1\u3000000', 1000],
    ['1\u00a0000', 1000],
    ['1\u2009000', 1000],
    ["1'000", 1000],
    ['1_000', 1000],
    ['1,000', 1000],
    ['.5', 0.5],
    ['1.25E+01', 12.5],
    ['1E+3', 1000],
    ['- 12.5', -12.5],
    ['12公里', 12],
    ['12. 5', null],
    ['1 00', null],
    ['--12.5', null],
    ['12公里500米', null],
    ['1万2', null],
    ['K12+500', null],
    ['注1', null],
    ['Err:502', null],
    ['12½', null],
    ['1200m', null],
    ['500米', null],
  ])('%j', (text, figure) => {
    const reading = read([text, 20])
    expect(figures(reading)).toEqual([figure, 20])
    if (figure === null) expect(reading.findings.filter(({ cell, severity }) => cell === 'C3' && severity !== 'info')).not.toEqual([])
  })
})

describe('what a number format shows', () => {
  it('words behind the number count', () => {
    const reading = read([2.13, 0.5], { formats: { C3: '0.00"万公里"', C4: '0.0"万"' } })
    expect(figures(reading)).toEqual([21_300, 5000])
    expect(codes(reading)).not.toContain('C3 NUMBER_IN_TEXT')
  })

  it.each(['0.00"%"', '0.00\\%'])('a percent sign that is only written (%s) makes no fraction of the number', (format) => {
    const reading = read([37_500, 30_000], { rates: [62.5, 50], formats: { D3: format, D4: format } })
    expect(reading.records.map(({ values }) => values.statedPercent)).toEqual([625_000, 500_000])
    expect(codes(reading).filter((code) => code.includes('PCT'))).toEqual([])
  })

  it.each(['m"月"d"日"', 'yyyy/m/d'])('a day (%s) is no figure', (format) => {
    const reading = read([44_342, 20], { formats: { C3: format } })
    expect(figures(reading)).toEqual([null, 20])
    expect(codes(reading)).toContain('C3 DATE_IN_FIGURE')
  })
})

describe('a figure and its rate in one cell', () => {
  it('gives both, whichever comes first', () => {
    const reading = read(['37500（62.5%）', '50%，3万公里', '600公里/1%', '1200公里\n2%'])
    expect(figures(reading)).toEqual([37_500, 30_000, 600, 1200])
    expect(reading.records.map(({ values }) => Number(values.statedPercent) / 10_000)).toEqual([62.5, 50, 1, 2])
    expect(codes(reading).filter((code) => code.includes('PCT'))).toEqual([])
  })

  it('whose rate is wrong is told', () => {
    expect(codes(read(['37500（52.5%）', '30000（50%）'])).some((code) => code.startsWith('C3 PCT'))).toBe(true)
  })
})

describe('several figures in one cell', () => {
  it('the one beside the register’s own act counts', () => {
    const reading = read(['建成214个，其中163个已开通', '建成118个（已开通90个）', 77], { title: '5G基站建设进展（单位：个）' })
    expect(figures(reading)).toEqual([163, 90, 77])
  })
})

describe('signs that a file writes for characters', () => {
  it('_x000D_ is a carriage return, and no part of a name', () => {
    const read = gridFromJson({ cells: [['湖滨区_x000D_', '_x005F_x000D_']] })
    expect(read.ok && read.value.grid.cells[0]).toEqual(['湖滨区\r', '_x000D_'])
  })
})
