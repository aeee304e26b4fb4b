import { describe, expect, it } from 'vitest'
import type { CellValue } from '../../../../shared/grid/grid.ts'
import { readSheet } from '../../../../shared/pipeline/readSheet.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'
import { gridOf } from '../../grid/gridOf.ts'

/** Of six counties the year's target, the plan of a part of the year, and what is done. */
const COUNTIES: readonly (readonly [string, number, number, number])[] = [
  ['湖滨区', 20, 5, 12],
  ['陕州区', 60, 15, 30],
  ['渑池县', 55, 14, 24.5],
  ['卢氏县', 90, 22, 41],
  ['义马市', 10, 3, 6],
  ['灵宝市', 65, 16, 31],
]

const PLANS = [
  ...['二季度目标', '一季度计划', '季度任务数', '本季度目标任务', '二季度计划完成', '6月底目标', '6月底计划完成', '上半年目标', '半年目标'],
  ...['上半年应完成', '本月计划', '5月计划', '当月任务', '1-6月计划', '截至5月计划数', '阶段目标', '序时目标'],
]

function read(headings: readonly string[], rows: readonly (readonly CellValue[])[]) {
  const grid = gridOf([['2021年农村公路建设进展情况表'], headings, ...rows])
  const reading = readSheet(grid, register2021, { reporter: 'jiaotong', period: '2021-05', year: 2021 })
  if (!reading.ok) throw new Error(reading.fault.tag)
  return reading.value
}

/** The cells of the first county's target and completed figure. */
function cellsOf(headings: readonly string[], rows: readonly (readonly CellValue[])[]) {
  const { target, cumulative } = read(headings, rows).records[0]?.origin.cells ?? {}
  return [target, cumulative]
}

describe.each(PLANS)('%s is not the year’s target', (plan) => {
  it('behind it', () => {
    const rows = COUNTIES.map(([area, year, part, done]) => [area, year, part, done])
    expect(cellsOf(['县（市、区）', '年度目标（公里）', plan, '累计完成'], rows)).toEqual(['B3', 'D3'])
  })

  it('before it', () => {
    const rows = COUNTIES.map(([area, year, part, done]) => [area, part, year, done])
    expect(cellsOf(['县（市、区）', plan, '年度目标（公里）', '累计完成'], rows)).toEqual(['C3', 'D3'])
  })

  it('alone', () => {
    const rows = COUNTIES.map(([area, , part, done]) => [area, part, done])
    expect(cellsOf(['县（市、区）', plan, '累计完成'], rows)).toEqual([undefined, 'C3'])
  })
})

describe.each(['二季度完成', '二季度完成数', '上半年完成', '季度完成', '本季度建成', '一季度完成'])(
  '%s beside what is done in all',
  (part) => {
    it.each([
      ['behind it', ['县（市、区）', '年度目标（公里）', '累计完成', part], 'C3'],
      ['before it', ['县（市、区）', '年度目标（公里）', part, '累计完成'], 'D3'],
    ])('%s is known, and no alarm', (_, headings, counted) => {
      const rows = COUNTIES.map(([area, year, step, done]) => (counted === 'C3' ? [area, year, done, step] : [area, year, step, done]))
      const { records, findings, setAside } = read(headings, rows)
      expect(records[0]?.origin.cells.cumulative).toBe(counted)
      expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([])
      expect(setAside.length + (records[0]?.values.periodValue === undefined ? 0 : 1)).toBe(1)
    })
  },
)
