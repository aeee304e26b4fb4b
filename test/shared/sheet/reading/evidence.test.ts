import { describe, expect, it } from 'vitest'
import type { CellValue, Grid } from '../../../../shared/grid/grid.ts'
import { isTimeAlone, pathTime } from '../../../../shared/sheet/headings/pathTime.ts'
import { bodyFigures } from '../../../../shared/sheet/reading/bodyFigures.ts'
import { percentFits } from '../../../../shared/sheet/reading/percentFits.ts'
import { rowSums } from '../../../../shared/sheet/reading/rowSums.ts'
import { stepFits } from '../../../../shared/sheet/reading/stepFits.ts'
import { viewSheet } from '../../../../shared/sheet/view/sheetView.ts'

const figures = (cells: readonly (readonly CellValue[])[], formats: Grid['formats'] = {}) =>
  bodyFigures(
    viewSheet({ sheetName: 'S', cells, texts: {}, formats, merges: [], formulas: {}, hiddenRows: [], date1904: false }),
    cells.map((_, i) => i + 1),
    (cells[0] ?? []).map((_, i) => i + 1),
  )

describe('percentages explained by two columns', () => {
  const fits = (cells: readonly (readonly CellValue[])[], percent: number, formats?: Grid['formats']) =>
    percentFits(
      figures(cells, formats),
      [percent],
      [1, 2, 3].filter((column) => column !== percent),
    ).map(({ done, whole, fitting, rows }) => [done, whole, fitting, rows])

  it.each<readonly [string, readonly (readonly CellValue[])[], readonly (readonly number[])[]]>([
    [
      'rounded',
      [
        [300, 146, '48.67%'],
        [280, 123, '43.93%'],
      ],
      [[2, 1, 2, 2]],
    ],
    [
      'cut off after the last digit shown',
      [
        [300, 146, '48.6%'],
        [280, 123, '43.9%'],
      ],
      [[2, 1, 2, 2]],
    ],
    [
      'as plain numbers',
      [
        [300, 146, 48.7],
        [280, 123, 43.9],
      ],
      [[2, 1, 2, 2]],
    ],
    [
      'as fractions',
      [
        [300, 146, 0.4867],
        [280, 123, 0.4393],
      ],
      [[2, 1, 2, 2]],
    ],
    [
      'in another scale than their target',
      [
        [30_000, 1.46, '48.67%'],
        [28_000, 1.23, '43.93%'],
      ],
      [[2, 1, 2, 2]],
    ],
    [
      'but for one wrong row of four',
      [
        [300, 146, '48.67%'],
        [280, 123, '43.93%'],
        [100, 40, '50%'],
        [90, 30, '33.3%'],
      ],
      [[2, 1, 3, 4]],
    ],
    [
      'not by half of the rows',
      [
        [300, 146, '48.67%'],
        [280, 123, '50%'],
      ],
      [],
    ],
    [
      'not where 0 % and 100 % are all there is',
      [
        [300, 0, '0%'],
        [280, 280, '100%'],
        [50, 0, '0%'],
      ],
      [],
    ],
    ['not by one row', [[300, 146, '48.67%']], []],
  ])('%s', (_, cells, expected) => {
    expect(fits(cells, 3)).toEqual(expected)
  })

  it('as cells that are shown as percentages', () => {
    expect(
      fits(
        [
          [300, 146, 0.4867],
          [280, 123, 0.4393],
        ],
        3,
        { C1: '0.00%', C2: '0.00%' },
      ),
    ).toEqual([[2, 1, 2, 2]])
  })
})

describe('steps', () => {
  it('two columns make up a third; the smaller is the step', () => {
    expect(
      stepFits(
        figures([
          [293, 42, 335],
          [512, 94, 606],
          [842, 196, 1038],
        ]),
        [1, 2, 3],
      ),
    ).toEqual([{ earlier: 1, step: 2, total: 3, rows: 3 }])
  })

  it.each([
    [
      'a row that does not add up',
      [
        [293, 42, 335],
        [512, 94, 600],
      ],
    ],
    [
      'one row that proves something',
      [
        [293, 42, 335],
        [0, 94, 94],
      ],
    ],
  ])('none with %s', (_, cells) => {
    expect(stepFits(figures(cells), [1, 2, 3])).toEqual([])
  })
})

describe('rows that add up others', () => {
  it('a total above its rows, and none of a mean', () => {
    const sums = rowSums(
      figures([
        [700, 538],
        [125, 101],
        [115, 88],
        [145, 117],
        [75, 60],
        [105, 79],
        [135, 93],
        [116.7, 89.7],
      ]),
    )
    expect([...sums].map(([row, { of, columns }]) => [row, of.length, columns])).toEqual([[1, 6, 2]])
  })

  it.each([
    [
      'in one column of two',
      [
        [10, 99],
        [4, 20],
        [6, 30],
        [1, 2],
      ],
    ],
    [
      'of a single row',
      [
        [10, 20],
        [10, 20],
        [3, 5],
      ],
    ],
    [
      'of zeros',
      [
        [0, 0],
        [0, 0],
        [0, 0],
      ],
    ],
  ])('none %s', (_, cells) => {
    expect([...rowSums(figures(cells))]).toEqual([])
  })
})

describe('the time over a column, seen from June', () => {
  it.each([
    [['开通', '6月末'], 'current'],
    [['开通', '一季度末'], 'earlier'],
    [['目标', '全年'], 'whole'],
    [['目标', '二季度'], 'part'],
    [['目标', '四季度'], 'later'],
    [['计划', '前二季度'], 'part'],
    [['4月份', '累计完成'], 'earlier'],
    [['1-6月', '完成'], 'current'],
    [['累计完成'], 'current'],
    [['本月完成'], 'part'],
    [['上月累计'], 'current'],
    [['完成率'], undefined],
  ])('%j is %s', (parts, expected) => {
    expect(pathTime(parts, 6)).toBe(expected)
  })

  it.each(['6月末', '一季度末', '三季度', '全年', '前三季度', '2021年6月', '截至6月30日'])('%s names nothing but a time', (text) => {
    expect(isTimeAlone(text)).toBe(true)
  })

  it.each(['累计', '完成', '6月完成数', '本月新增'])('%s says more', (text) => {
    expect(isTimeAlone(text)).toBe(false)
  })
})
