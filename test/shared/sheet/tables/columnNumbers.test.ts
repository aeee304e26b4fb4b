import { describe, expect, it } from 'vitest'
import type { CellValue } from '../../../../shared/grid/grid.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'
import { recognizeTables } from '../../../../shared/sheet/recognizeTables.ts'
import { viewSheet } from '../../../../shared/sheet/view/sheetView.ts'
import { gridOf } from '../../grid/gridOf.ts'

const HEADINGS = ['县（市、区）', '年度目标（公里）', '本月完成', '累计完成', '完成率（%）']
const ROWS: readonly (readonly CellValue[])[] = [
  ['湖滨区', 20, 5, 12, 60],
  ['陕州区', 60, 15, 30, 50],
  ['渑池县', 55, 14, 22, 40],
]

function tableOf(rows: readonly (readonly CellValue[])[], merges: readonly string[] = []) {
  const grid = gridOf([['2021年农村公路建设进展情况表'], ...rows], { merges: [...merges] })
  const [table] = recognizeTables(viewSheet(grid), register2021, { reporter: 'jiaotong', period: '2021-05', year: 2021 })
  return table
}

describe('a row that numbers the columns is one of headings', () => {
  it.each([
    [['甲', 1, 2, 3, 4]],
    [['甲', '1', '2', '3', '4=3/1']],
    [['甲', '（1）', '（2）', '（3）', '（4）=（3）/（1）']],
    [['栏次', 1, 2, 3, 4]],
    [['A', 1, 2, 3, 4]],
    [[1, 2, 3, 4, 5]],
    [['甲', '1栏', '2栏', '3栏', '4栏']],
  ])('%j', (numbers) => {
    const table = tableOf([HEADINGS, numbers, ...ROWS])
    expect(table?.headerRows).toEqual([2, 3])
    expect(table?.dataRows).toEqual([4, 5, 6])
    expect(table?.columns.map(({ header }) => header)).toEqual(HEADINGS)
  })

  it('below groups of headings', () => {
    const head = ['县（市、区）', '年度目标（公里）', '进展', null, null]
    const below = [null, null, '本月完成', '累计完成', '完成率（%）']
    const table = tableOf([head, below, ['甲', 1, 2, 3, 4], ...ROWS], ['A2:A3', 'B2:B3', 'C2:E2'])
    expect(table?.headerRows).toEqual([2, 3, 4])
    expect(table?.dataRows).toEqual([5, 6, 7])
    expect(table?.columns.map(({ field }) => field)).toEqual(['area', 'target', 'period_value', 'cumulative', 'percent'])
  })

  it('again with the headings of the next page', () => {
    const table = tableOf([HEADINGS, ['甲', 1, 2, 3, 4], ...ROWS, HEADINGS, ['甲', 1, 2, 3, 4], ['灵宝市', 65, 16, 31, 48]])
    expect(table?.dataRows).toEqual([4, 5, 6, 9])
  })
})

describe('a row of data is not', () => {
  it.each([[['湖滨区', 1, 2, 3, 4]], [['甲', 1, 2, 4, 4]], [['甲', 2, 3, 4, 5]], [['甲', 1, 2, null, null]]])('%j', (row) => {
    expect(tableOf([HEADINGS, row, ...ROWS])?.headerRows).toEqual([2])
  })
})
