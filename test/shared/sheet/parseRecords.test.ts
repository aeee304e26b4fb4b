import { expect, it } from 'vitest'
import type { CellValue, Grid } from '../../../shared/grid/grid.ts'
import { readSheet } from '../../../shared/pipeline/readSheet.ts'
import { register2021 } from '../../../shared/register/year2021/register2021.ts'
import { gridOf } from '../grid/gridOf.ts'

const sheet = (...rows: readonly (readonly CellValue[])[]): Grid =>
  gridOf([['新建农村公路进展情况'], ['县（市、区）', '年度目标（公里）', '累计完成', '备注'], ...rows])

it('counts the figures of an area that the register does not know as reported, plain numbers too', () => {
  const counted = (area: string) => {
    const reading = readSheet(sheet(['湖滨区', 20, 12, null], [area, 30, 12.5, null]), register2021, { year: 2021 })
    return reading.ok ? { records: reading.value.records.length, ...reading.value.cellCount } : reading.fault
  }
  expect(counted('陕州区')).toEqual({ records: 2, read: 6, reported: 0, skipped: 4 })
  expect(counted('经开区')).toEqual({ records: 1, read: 4, reported: 2, skipped: 4 })
})

it('reports figures that belong to nothing beside those of a column that names its indicator', () => {
  const grid = gridOf([
    ['2021年交通类重点民生实事进展情况表'],
    ['序号', '任务', '年度目标', '累计完成', '农村公路完成（公里）'],
    [1, '甲工程', 300, 146, 150],
    [2, '乙工程', 7000, 2030, null],
  ])
  const reading = readSheet(grid, register2021, { year: 2021 })
  const notRead = reading.ok ? reading.value.findings.filter(({ code }) => code === 'NOT_READ') : []
  expect(notRead.map(({ cells }) => cells)).toEqual([['C3', 'D3', 'C4', 'D4']])
})

it('reports words of progress with figures in them where nothing says of which task they are', () => {
  const told = (text: CellValue) => {
    const grid = gridOf([
      ['2021年民生实事进展情况表'],
      ['县（市、区）', '农村公路完成（公里）', '窨井设施整治完成（个）', '进展情况'],
      ['湖滨区', 12, 210, text],
      ['陕州区', 30, 260, null],
    ])
    const reading = readSheet(grid, register2021, { year: 2021 })
    return reading.ok
      ? reading.value.findings.flatMap(({ code, cell, params }) => (code === 'NOT_READ' ? [`${cell} ${params.reason}`] : []))
      : []
  }
  expect(told('已完成路基12公里')).toEqual(['D3 text_subject_unknown'])
  expect(told('正在施工')).toEqual([])
})
