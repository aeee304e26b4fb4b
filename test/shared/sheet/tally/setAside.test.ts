import { expect, it } from 'vitest'
import type { CellValue } from '../../../../shared/grid/grid.ts'
import { readSheet } from '../../../../shared/pipeline/readSheet.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'
import { gridOf } from '../../grid/gridOf.ts'

const setAside = (...cells: readonly (readonly CellValue[])[]) => {
  const reading = readSheet(gridOf(cells), register2021, { reporter: 'jiaotong', period: '2021-05', year: 2021 })
  return reading.ok
    ? reading.value.setAside.map(({ reason, first, last, count }) => `${reason} ${first} ${last} ${count}`)
    : [reading.fault.tag]
}

const TITLE = ['2021年农村公路建设进展情况表']

it.each<[string, readonly (readonly CellValue[])[], readonly string[]]>([
  [
    'every figure is in a record or a total',
    [
      ['县（市、区）', '年度目标（公里）', '累计完成'],
      ['湖滨区', 20, 12],
      ['陕州区', 60, 30],
      ['合计', 80, 42],
    ],
    [],
  ],
  [
    'a column of another stage',
    [
      ['县（市、区）', '年度目标（公里）', '已开工', '已完工'],
      ['湖滨区', 20, 15, 12],
      ['陕州区', 60, 45, 30],
    ],
    ['column_aside C3 C4 2'],
  ],
  [
    'its total with it',
    [
      ['县（市、区）', '年度目标（公里）', '已开工', '已完工'],
      ['湖滨区', 20, 15, 12],
      ['陕州区', 60, 45, 30],
      ['合计', 80, 60, 42],
    ],
    ['column_aside C3 C4 2', 'total C5 C5 1'],
  ],
  [
    'a rate that records have no field for',
    [
      ['县（市、区）', '年度目标（公里）', '累计完成', '开工率'],
      ['湖滨区', 20, 12, 0.75],
    ],
    ['no_field D3 D3 1'],
  ],
  [
    'an area that the register does not know',
    [
      ['县（市、区）', '年度目标（公里）', '累计完成'],
      ['湖滨区', 20, 12],
      ['经开区', 30, 5],
    ],
    ['no_area B4 B4 1', 'no_area C4 C4 1'],
  ],
  [
    'a mean',
    [
      ['县（市、区）', '年度目标（公里）', '累计完成'],
      ['湖滨区', 20, 12],
      ['陕州区', 60, 30],
      ['全市平均', 40, 21],
    ],
    ['mean B5 C5 2'],
  ],
])('%s', (_, rows, expected) => {
  expect(setAside(TITLE, ...rows)).toEqual(expected)
})
