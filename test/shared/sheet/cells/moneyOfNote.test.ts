import { describe, expect, it } from 'vitest'
import type { CellValue } from '../../../../shared/grid/grid.ts'
import { readSheet } from '../../../../shared/pipeline/readSheet.ts'
import { decimalFromScaled } from '../../../../shared/quantity/scaled.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'
import { gridOf } from '../../grid/gridOf.ts'

interface Case {
  /** The line over the table, or the title with it. */
  readonly note: string
  readonly heading?: string
  readonly cell?: CellValue
}

/** The money of a row of 农村公路, in 元, with the figure of roads beside it; and the findings on scales. */
function read({ note, heading = '完成投资', cell = 1250 }: Case) {
  const reading = readSheet(
    gridOf([
      ['2021年5月新建农村公路进展情况表'],
      [note],
      ['县（市、区）', '年度目标', '累计完成', heading],
      ['湖滨区', 20, 12, cell],
      ['陕州区', 60, 30, 400],
    ]),
    register2021,
    { year: 2021, period: '2021-05' },
  )
  if (!reading.ok) throw new Error(reading.fault.tag)
  const [first] = reading.value.records
  const values = first?.values
  return {
    roads: values?.cumulative == null ? null : decimalFromScaled(values.cumulative),
    money: values?.investDone == null ? null : decimalFromScaled(values.investDone),
    scales: reading.value.findings.filter(({ code }) => code === 'UNIT_INCONSISTENT'),
  }
}

describe('the money of a column whose heading names no unit', () => {
  it.each<[string, Case, string | null]>([
    ['is in what the line over the table names', { note: '单位：公里、个、万元' }, '12500000'],
    ['in the order in which it is named', { note: '单位：万元、公里' }, '12500000'],
    ['behind white space alone', { note: '单位：公里 万元' }, '12500000'],
    ['behind 和', { note: '单位：公里和万元' }, '12500000'],
    ['in 亿元', { note: '单位：公里、亿元', cell: 1.25 }, '125000000'],
    ['in 千元', { note: '单位：公里、千元' }, '1250000'],
    ['in a note about money alone', { note: '金额单位：万元' }, '12500000'],
    ['is in 元 where the line names 元', { note: '单位：公里、元' }, '1250'],
    ['is in 元 where the line names no money', { note: '单位：公里' }, '1250'],
    ['is never in the scale of another measure', { note: '单位：万公里' }, '1250'],
    ['goes by its own words first', { note: '单位：公里、万元', cell: '1250元' }, '1250'],
    ['and their scale', { note: '单位：公里、元', cell: '1250万元' }, '12500000'],
    ['goes by its heading first', { note: '单位：公里、亿元', heading: '完成投资（万元）' }, '12500000'],
    ['that says 元', { note: '单位：公里、万元', heading: '完成投资（元）' }, '1250'],
    ['that says 千元', { note: '单位：公里、万元', heading: '完成投资（千元）' }, '1250000'],
  ])('%s', (_, sheet, money) => {
    expect(read(sheet)).toMatchObject({ money, scales: [] })
  })

  it('does not touch the figures that are counted', () => {
    expect(read({ note: '单位：公里、万元' }).roads).toBe('12')
    expect(read({ note: '单位：万元' }).roads).toBe('12')
  })

  it('is asked about where the line names two scales', () => {
    const { money, scales } = read({ note: '单位：公里、万元、亿元' })
    expect(money).toBe('12500000')
    expect(scales.map(({ cell, params }) => [cell, params.choices, params.cells])).toEqual([['A2', ['万元', '亿元'], ['D4', 'D5']]])
    expect(read({ note: '单位：公里、万元、亿元', heading: '完成投资（亿元）', cell: 2 })).toMatchObject({ money: '200000000', scales: [] })
    expect(read({ note: '单位：公里、万元、亿元', cell: '1250万元' }).scales.map(({ params }) => params.cells)).toEqual([['D5']])
  })
})
