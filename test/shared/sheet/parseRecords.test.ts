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
