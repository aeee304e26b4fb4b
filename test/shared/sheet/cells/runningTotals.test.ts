import { describe, expect, it } from 'vitest'
import type { CellValue } from '../../../../shared/grid/grid.ts'
import { readSheet } from '../../../../shared/pipeline/readSheet.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'
import { gridOf } from '../../grid/gridOf.ts'

/** What is read of one row under a heading: its figures, and the codes at its cell. */
function read(heading: string, value: CellValue) {
  const cells = [
    ['2021年9月重点民生实事进展情况表', null, null, null, null],
    ['序号', '任务名称', '年度目标', heading, '责任单位'],
    [1, '新建农村公路', '300公里', value, '市交通运输局'],
    [2, '自然村通硬化路', '280个', null, '市交通运输局'],
  ]
  const reading = readSheet(gridOf(cells), register2021, { year: 2021, period: '2021-09' })
  if (!reading.ok) throw new Error(reading.fault.tag)
  const values = reading.value.records.find(({ subject }) => subject === '7.1.a')?.values
  const codes = reading.value.findings.filter(({ cell, severity }) => cell === 'D3' && severity !== 'info').map(({ code }) => code)
  return { period: values?.periodValue ?? null, cumulative: values?.cumulative ?? null, codes }
}

const KM = 10_000

describe('a figure of the year so far under a heading of the month', () => {
  it.each([
    '累计完成146公里',
    '累计完成146公里，占年度目标48.67%。',
    '截至9月底，累计建成146公里',
    '累计基本完成146公里',
    '本月完成12公里，累计完成146公里',
  ])('%s is never the month’s', (text) => {
    for (const heading of ['本月完成情况', '本月完成数', '9月完成情况', '上月完成情况']) {
      const { period, codes } = read(heading, text)
      expect([heading, period, codes]).toEqual([heading, null, ['NOT_READ']])
    }
  })

  it.each([
    ['9月计划完成情况', '累计完成146公里，占年度目标48.67%。', { period: null, cumulative: 146 * KM, codes: [] }],
    ['本月完成情况', 12, { period: 12 * KM, cumulative: null, codes: [] }],
    ['9月计划完成情况', 12, { period: 12 * KM, cumulative: null, codes: [] }],
    ['本月完成情况', '12公里', { period: 12 * KM, cumulative: null, codes: [] }],
    ['完成情况', '累计完成146公里', { period: null, cumulative: 146 * KM, codes: [] }],
  ])('under %s, %s is read as it is', (heading, value, expected) => {
    expect(read(heading, value)).toEqual(expected)
  })
})
