import { describe, expect, it } from 'vitest'
import type { CellValue } from '../../../../shared/grid/grid.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'
import { tableLayouts } from '../../../../shared/sheet/tables/tableLayouts.ts'
import { viewSheet } from '../../../../shared/sheet/view/sheetView.ts'
import { gridOf } from '../../grid/gridOf.ts'

/** The first and the last column of each table. */
const parted = (...cells: readonly (readonly CellValue[])[]) =>
  tableLayouts(viewSheet(gridOf(cells)), register2021, []).map(({ headings: { left, right } }) => [left, right])

const UNITS = ['单位', '年度任务（个）', '累计整治（个）']
const RANKED = ['排名', '单位', '累计整治（个）', '完成率']

describe('a list that is folded', () => {
  it('is several tables, where its names go on in the next part', () => {
    expect(parted([...UNITS, ...UNITS], ['义马市', 740, 631, '灵宝市', 1260, 943], ['渑池县', 900, 705, '卢氏县', 700, 466])).toEqual([
      [1, 3],
      [4, 6],
    ])
    expect(parted([...UNITS, ...UNITS, ...UNITS], ['义马市', 740, 631, '灵宝市', 1260, 943, '渑池县', 900, 705])).toHaveLength(3)
  })

  it('may have a rank before the names, and a shorter last part', () => {
    expect(
      parted([...RANKED, ...RANKED], [1, '义马市', 631, '85%', 3, '灵宝市', 943, '75%'], [2, '渑池县', 705, '78%', null, null, null, null]),
    ).toEqual([
      [1, 4],
      [5, 8],
    ])
  })

  it('may have a blank column between its parts, and words between its rows', () => {
    expect(
      parted([...UNITS, null, ...UNITS], ['义马市', 740, 631, null, '灵宝市', 1260, 943], ['其余县（区）另行通报。']).map(([left]) => left),
    ).toEqual([1, 5])
  })

  it('is none where the second column of the same heading holds measures', () => {
    expect(parted([...UNITS, ...UNITS], ['义马市', 740, 631, '个', 1260, 943], ['渑池县', 900, 705, '公里', 700, 466])).toEqual([[1, 6]])
  })

  it('is none where the names come back: the figures beside each other are of the same rows', () => {
    expect(parted([...UNITS, ...UNITS], ['义马市', 740, 631, '义马市', 60, 43], ['渑池县', 900, 705, '渑池县', 70, 66])).toEqual([[1, 6]])
  })

  it('is none where the headings differ, or the first of them stands over figures', () => {
    expect(parted([...UNITS, '单位', '年度任务（个）', '备注'], ['义马市', 740, 631, '灵宝市', 1260, ''])).toEqual([[1, 6]])
    expect(parted(['累计整治（个）', '单位', '累计整治（个）', '单位'], [740, '个', 631, '个'])).toEqual([[1, 4]])
  })
})
