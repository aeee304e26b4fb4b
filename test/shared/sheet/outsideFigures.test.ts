import { describe, expect, it } from 'vitest'
import type { CellValue, Grid } from '../../../shared/grid/grid.ts'
import { readSheet } from '../../../shared/pipeline/readSheet.ts'
import { register2021 } from '../../../shared/register/year2021/register2021.ts'
import { gridOf } from '../grid/gridOf.ts'

const TABLE: readonly (readonly CellValue[])[] = [
  ['2021年农村公路建设进展情况表'],
  ['县（市、区）', '年度目标（公里）', '累计完成'],
  ['湖滨区', 20, 12],
  ['陕州区', 60, 30],
]

/** What is told of figures outside the tables: severity, first cell, how many. */
const outside = (cells: Grid['cells'], more: Partial<Grid> = {}): readonly string[] => {
  const reading = readSheet(gridOf(cells, more), register2021, { reporter: 'jiaotong', period: '2021-05', year: 2021 })
  if (!reading.ok) throw new Error(reading.fault.tag)
  return reading.value.findings.flatMap(({ code, severity, cell, params }) =>
    code === 'FIGURES_OUTSIDE' ? [`${severity} ${cell} ${params.count}`] : [],
  )
}

const beside = (...rows: readonly (readonly CellValue[])[]) =>
  TABLE.map((row, i) => (i === 0 ? row : [...row, null, ...(rows[i - 1] ?? [])]))

describe('figures outside the tables', () => {
  it('are none in a sheet of one table', () => {
    expect(outside(TABLE)).toEqual([])
  })

  it('in a list beside a table are a note', () => {
    expect(outside(beside(['指标解释', '数值'], ['序时进度（%）', 58.3], ['上月累计', 601]))).toEqual(['info F3 2'])
  })

  it('that name an area or an indicator are a warning', () => {
    expect(outside(beside(['片区', '数'], ['灵宝市', 65], ['义马市', 10]))).toEqual(['warning F3 2'])
  })

  it.each<[string, readonly CellValue[]]>([
    ['a day beside its label', ['截至', 44_342]],
    ['parts of a date', ['数据截至', 2021, '年', 5, '月']],
    ['a telephone number', ['联系电话', 2_815_000]],
  ])('%s above the table is none', (_, line) => {
    expect(outside([TABLE[0] ?? [], line, ...TABLE.slice(1)])).toEqual([])
  })

  it('a number above the table that no word explains is told', () => {
    expect(outside([[41, null, 12], ...TABLE])).toEqual(['info A1 2'])
  })

  it('running numbers are none', () => {
    expect(outside(beside(['编', '经办'], [1, '张三'], [2, '李四']))).toEqual([])
  })
})
