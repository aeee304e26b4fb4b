import { describe, expect, it } from 'vitest'
import type { CellValue } from '../../../../shared/grid/grid.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'
import { tableLayouts } from '../../../../shared/sheet/tables/tableLayouts.ts'
import { viewSheet } from '../../../../shared/sheet/view/sheetView.ts'
import { gridOf } from '../../grid/gridOf.ts'

const layouts = (cells: readonly (readonly CellValue[])[], pointed: readonly number[] = []) =>
  tableLayouts(viewSheet(gridOf(cells)), register2021, pointed)

const places = (cells: readonly (readonly CellValue[])[]) =>
  layouts(cells).map(({ headings: { top, bottom, left, right }, above, body, repeats, retitled }) => ({
    headings: [top, bottom, left, right],
    above,
    body,
    ...(repeats.length > 0 ? { repeats, retitled } : {}),
  }))

const HEADINGS = ['工作任务', '年度目标', '累计完成']
const ROADS = ['新建农村公路', 300, 146]
const DRAINS = ['窨井设施整治', 7000, 2030]

describe('the tables of a sheet', () => {
  it('are blocks of headings with the rows below, and the titles above', () => {
    expect(places([['进展情况表'], HEADINGS, ROADS, DRAINS])).toEqual([{ headings: [2, 2, 1, 3], above: [1], body: [3, 4] }])
  })

  it('below each other take the titles above their own headings', () => {
    expect(places([['表一'], HEADINGS, ROADS, [], ['表二：附表'], [...HEADINGS, '备注'], DRAINS])).toEqual([
      { headings: [2, 2, 1, 4], above: [1], body: [3] },
      { headings: [6, 6, 1, 4], above: [5], body: [7] },
    ])
  })

  it('next to each other are parted at a blank column', () => {
    expect(
      places([
        [...HEADINGS, null, ...HEADINGS],
        [...ROADS, null, ...DRAINS],
      ]),
    ).toEqual([
      { headings: [1, 1, 1, 3], above: [], body: [2] },
      { headings: [1, 1, 5, 7], above: [], body: [2] },
    ])
  })

  it('without a blank column between are parted where the headings begin again', () => {
    expect(
      places([
        [...HEADINGS, ...HEADINGS],
        [...ROADS, ...DRAINS],
      ]),
    ).toEqual([
      { headings: [1, 1, 1, 3], above: [], body: [2] },
      { headings: [1, 1, 4, 6], above: [], body: [2] },
    ])
  })

  it('go on over a page break that repeats title and headings', () => {
    expect(places([['进展情况表'], HEADINGS, ROADS, ['进展情况表（续表）'], HEADINGS, DRAINS])).toEqual([
      { headings: [2, 2, 1, 3], above: [1], body: [3, 6], repeats: [5], retitled: [4] },
    ])
  })

  it('are found once with the paths over their columns', () => {
    const [table] = layouts([
      ['工作任务', '农村公路', null],
      [null, '目标', '完成'],
      ['新建', 300, 146],
    ])
    expect(table?.headings.paths.map(({ parts }) => parts.map(({ text }) => text))).toEqual([
      ['工作任务'],
      ['农村公路', '目标'],
      ['农村公路', '完成'],
    ])
  })

  it('have the headings that a person points at, whatever they say', () => {
    const cells = [['甲', '乙', '丙'], ROADS, DRAINS]
    expect(layouts(cells)).toEqual([])
    expect(layouts(cells, [1]).map(({ pointed, body }) => [pointed, body])).toEqual([[true, [2, 3]]])
  })

  it('may have hundreds of thousands of rows', () => {
    const [table] = layouts([HEADINGS, ...Array.from({ length: 200_000 }, () => ROADS)])
    expect(table?.body.length).toBe(200_000)
  })
})
