import { describe, expect, it } from 'vitest'
import type { CellValue } from '../../../../shared/grid/grid.ts'
import { readSheet } from '../../../../shared/pipeline/readSheet.ts'
import type { SheetReading } from '../../../../shared/pipeline/sheetReading.ts'
import { numberFromScaled } from '../../../../shared/quantity/scaled.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'
import { gridOf } from '../../grid/gridOf.ts'

/** Of six counties the year's target, what was done before, in the month, and in all. */
const COUNTIES: readonly (readonly [string, number, number, number, number])[] = [
  ['湖滨区', 2250, 820, 236, 1056],
  ['陕州区', 1150, 402, 118, 520],
  ['渑池县', 950, 318, 96, 414],
  ['卢氏县', 720, 205, 64, 269],
  ['义马市', 730, 310, 75, 385],
  ['灵宝市', 1200, 425, 131, 556],
]

function read(rows: readonly (readonly CellValue[])[], merges: readonly string[] = []): SheetReading {
  const grid = gridOf([['2021年窨井设施整治进展情况月报表'], ...rows], { merges: [...merges] })
  const reading = readSheet(grid, register2021, { reporter: 'chengguan', period: '2021-06', year: 2021 })
  if (!reading.ok) throw new Error(reading.fault.tag)
  return reading.value
}

/** The cells of the first county's figures and investments, and its row. */
function firstOf({ records }: SheetReading) {
  const { origin } = records[0] ?? {}
  const { target, previous, periodValue, cumulative, investPlan, investDone } = origin?.cells ?? {}
  return { cells: [target, previous, periodValue, cumulative], money: [investPlan, investDone], row: origin?.row }
}

const alarms = ({ findings }: SheetReading) =>
  findings.filter(({ severity }) => severity !== 'info').flatMap(({ cell, cells = [cell], code }) => cells.map((at) => `${at} ${code}`))

describe('what is done by the end of the last period, in this one, and by its end', () => {
  it.each([
    ['上期末完成数', '本期完成数', '本期末完成数'],
    ['上期末', '本期', '本期末'],
    ['上月底整治数', '本月整治数', '本月底整治数'],
    ['期初数', '本期完成', '期末数'],
    ['上月末累计', '本月新增', '本月末累计'],
  ])('%s | %s | %s', (earlier, step, end) => {
    const reading = read([['县（市、区）', '年度目标（个）', earlier, step, end], ...COUNTIES])
    expect(firstOf(reading).cells).toEqual(['B3', 'C3', 'D3', 'E3'])
    expect(alarms(reading)).toEqual([])
  })

  it('the end before the steps', () => {
    const rows = COUNTIES.map(([area, target, before, step, end]) => [area, target, end, before, step])
    const reading = read([['县（市、区）', '年度目标（个）', '本期末', '上期末', '本期'], ...rows])
    expect(firstOf(reading).cells).toEqual(['B3', 'D3', 'E3', 'C3'])
  })

  it('a plan for the end of the month is no figure', () => {
    const reading = read([
      ['县（市、区）', '年度目标（个）', '本月末计划数', '累计完成'],
      ...COUNTIES.map(([a, t, , s, e]) => [a, t, s, e]),
    ])
    expect(firstOf(reading).cells).toEqual(['B3', undefined, undefined, 'D3'])
  })
})

/** Number and money under each time, the city by its name on top. */
const form = (times: readonly string[], [count, money]: readonly [string, string], top: number): SheetReading => {
  const width = 2 * times.length + 2
  const head: CellValue[] = ['名称', '本年度整治计划', null, ...times.flatMap((time) => [time, null])]
  const below: CellValue[] = [null, '数量（个）', '投资（万元）', ...times.flatMap(() => [count, money])]
  const line = ([area, ...figures]: readonly [string, number, number, number, number]): CellValue[] => [
    area,
    ...figures.flatMap((figure) => [figure, Math.round(figure * 1.6) / 10]),
  ]
  const sum = (i: 1 | 2 | 3 | 4) => COUNTIES.reduce((all, county) => all + county[i], 0)
  const city = line(['三门峡市', sum(1), sum(2), sum(3), top])
  const merges = ['A2:A3', ...Array.from({ length: width / 2 }, (_, i) => `${'BDFH'[i]}2:${'CEGI'[i]}2`)]
  return read([head, below, ['甲', 1, 2, 3, 4, 5, 6, 7, 8], city, ...COUNTIES.map(line)], merges)
}

describe('number and money of each time, columns numbered below the headings', () => {
  const kinds: readonly (readonly [readonly string[], readonly [string, string]])[] = [
    [
      ['上期末进展情况', '本期进展情况', '本期末进展情况'],
      ['整治数（个）', '完成投资（万元）'],
    ],
    [
      ['上月末完成情况', '本月完成情况', '本月末完成情况'],
      ['整治（个）', '投资（万元）'],
    ],
    [
      ['上季度末', '本季度', '本季度末'],
      ['完成数量（个）', '完成投资（万元）'],
    ],
  ]
  it.each(kinds)('%j over %j', (times, pair) => {
    const reading = form(times, pair, 3200)
    expect(firstOf(reading)).toEqual({ cells: ['B6', 'D6', 'F6', 'H6'], money: ['C6', 'I6'], row: 6 })
    expect(reading.records.map(({ values }) => (values.cumulative == null ? undefined : numberFromScaled(values.cumulative)))).toEqual(
      COUNTIES.map(([, , , , end]) => end),
    )
    expect(alarms(reading)).toEqual([])
  })

  it.each(kinds)('%j over %j: the total that does not add up is said', (times, pair) => {
    expect(alarms(form(times, pair, 3020))).toEqual(['H5 SUM_MISMATCH', 'I5 SUM_MISMATCH'])
  })
})

describe('where no column has the figure that counts', () => {
  it.each([
    ['一季度', '上半年', '整治数（个）'],
    ['上期末进展', '同期进展', '整治数（个）'],
    ['四季度', '三季度', '已整治（个）'],
    ['7月', '8月', '完成数（个）'],
  ])('%s and %s over %s are said to be not read', (one, other, words) => {
    const head = [
      ['县（市、区）', '年度目标（个）', one, other],
      [null, null, words, words],
    ]
    const reading = read([...head, ...COUNTIES.map(([a, t, b, s]) => [a, t, b, s])], ['A2:A3', 'B2:B3'])
    expect(firstOf(reading).cells).toEqual(['B4', undefined, undefined, undefined])
    expect(alarms(reading)).toEqual(['C', 'D'].flatMap((column) => COUNTIES.map((_, i) => `${column}${i + 4} NOT_READ`)))
  })
})

describe('figures of last year are none of this one’s', () => {
  it.each(['去年同期', '上年同期', '上年末', '去年全年'])('%s over the numbers of the work', (before) => {
    const head = [
      ['县（市、区）', '年度目标（个）', before, '今年'],
      [null, null, '整治数（个）', '累计整治数（个）'],
    ]
    const reading = read([...head, ...COUNTIES.map(([a, t, b, , e]) => [a, t, b, e])], ['A2:A3', 'B2:B3'])
    expect(firstOf(reading).cells).toEqual(['B4', undefined, undefined, 'D4'])
    expect(reading.setAside.map(({ first, last }) => `${first}:${last}`)).toEqual(['C4:C9'])
    expect(alarms(reading)).toEqual([])
  })
})
