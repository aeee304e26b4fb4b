import { describe, expect, it } from 'vitest'
import type { CellValue } from '../../../../shared/grid/grid.ts'
import { readSheet } from '../../../../shared/pipeline/readSheet.ts'
import type { Correction } from '../../../../shared/record/reading.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'
import { anchorColumn, nthAnchor, rowAnchor, rowsToAnchor } from '../../../../shared/sheet/rows/applyCorrections.ts'
import { viewSheet } from '../../../../shared/sheet/view/sheetView.ts'
import { gridOf } from '../../grid/gridOf.ts'

/**
 * What goes wrong where readings compete by what they explain, each with its own test. A clerk's errors that are read away
 * are in errorsStillFound.test.ts, percentages and steps that prove nothing in evidence.test.ts, target and figure exchanged
 * in askAboutTable.test.ts.
 */
const COUNTIES = ['湖滨区', '陕州区', '渑池县', '卢氏县', '义马市', '灵宝市']
const TARGET = [60, 80, 50, 110, 30, 70]
const DONE = [33, 52, 21, 77, 11, 40]
const OTHER = [41, 60, 30, 90, 18, 55]
const percents = (done: readonly number[], whole: readonly number[]) =>
  done.map((value, i) => `${((100 * value) / (whole[i] ?? 1)).toFixed(1)}%`)

function read(cells: readonly (readonly CellValue[])[], corrections: readonly Correction[] = []) {
  const reading = readSheet(gridOf(cells), register2021, { period: '2021-05', year: 2021 }, corrections)
  if (!reading.ok) throw new Error(reading.fault.tag)
  return reading.value
}

type Column = readonly [heading: string, cells: readonly CellValue[]]

const sheet = (columns: readonly Column[], title = '新建农村公路进展（单位：公里）', names: readonly CellValue[] = COUNTIES) => [
  [title],
  ['县（市、区）', ...columns.map(([heading]) => heading)],
  ...names.map((name, i) => [name, ...columns.map(([, cells]) => cells[i] ?? null)]),
]

/** What each column but the first was read as; set aside in brackets, unread "?". */
const roles = (reading: ReturnType<typeof read>) =>
  (reading.tables[0]?.columns ?? []).slice(1).map(({ field, aside }) => (aside ? `(${field})` : (field ?? '?')))
const codes = (reading: ReturnType<typeof read>) => reading.findings.map(({ code }) => code)

const KNOWN: readonly Column[] = [
  ['目标任务', TARGET],
  ['累计完成', DONE],
]

describe('laundering: a column that nothing explains', () => {
  it.each<readonly [string, readonly CellValue[]]>([
    ['smaller than the figure', DONE.map((value) => Math.floor(value / 2))],
    ['greater than it', OTHER],
    ['equal to it in some rows', DONE.map((value, i) => (i % 2 === 0 ? value : value + 3))],
  ])('%s is not put away as last month’s, this month’s or aside, but reported', (_, values) => {
    const reading = read(sheet([...KNOWN, ['数据', values]]))
    expect(roles(reading)).toEqual(['target', 'cumulative', '?'])
    expect(codes(reading)).toContain('NOT_READ')
  })
})

describe('circles: what rows are about', () => {
  const columns: readonly Column[] = [
    ['目标任务', TARGET],
    ['数据甲', DONE],
    ['数据乙', OTHER],
    ['完成率', percents(DONE, TARGET)],
  ]

  it('does not change what columns are: evidence for columns counts no row that was matched by it', () => {
    const unknown = read(sheet(columns, '进展情况', ['甲', '乙', '丙', '丁', '戊', '己']))
    expect(roles(unknown)).toEqual(roles(read(sheet(columns))))
    expect(roles(unknown)).toEqual(['target', 'cumulative', '?', 'percent'])
  })
})

describe('totals and means', () => {
  const total = (name: string, done: number) => read([...sheet(KNOWN), [name, TARGET.reduce((a, b) => a + b), done]])

  it('a total that does not add up stays a total, and is said', () => {
    const reading = total('合计', 999)
    expect(reading.records.map(({ area }) => area)).not.toContain('411200')
    expect(codes(reading)).toContain('SUM_MISMATCH')
  })

  it('a mean is neither a record nor a sum', () => {
    const reading = read([...sheet(KNOWN), ['平均', 66.7, 39]])
    expect(reading.tables[0]?.skipRows).toContainEqual({ row: 9, reason: 'mean' })
    expect(reading.records.length).toBe(COUNTIES.length)
    expect(codes(reading)).not.toContain('SUM_MISMATCH')
  })
})

describe('more figures', () => {
  it.each(['建筑面积（平方米）', '总人口', '排名', '得分', '剩余任务（公里）'])('are no reason to read %s', (heading) => {
    const reading = read(sheet([...KNOWN, [heading, OTHER]]))
    expect(roles(reading).slice(0, 2)).toEqual(['target', 'cumulative'])
    expect(reading.records.map(({ values }) => (values.cumulative ?? 0) / 10_000)).toEqual(DONE)
  })
})

describe('what a column of numbers is not', () => {
  it.each(['实际完成', '计划完成', '计划完工'])('%s over figures is no column of days that swallows them', (heading) => {
    const reading = read(sheet([...KNOWN, [heading, OTHER]]))
    expect(roles(reading)).toEqual(['target', 'cumulative', '?'])
    expect(codes(reading)).toContain('NOT_READ')
  })

  it.each(['本年完成', '今年完成', '全年完成', '自开工累计完成'])('%s is when, not of what: the title’s indicator stays', (heading) => {
    const reading = read(sheet([KNOWN[0] ?? ['', []], [heading, DONE]]))
    expect(new Set(reading.records.map(({ subject }) => subject))).toEqual(new Set(['7.1.a']))
    expect(reading.records.map(({ values }) => (values.cumulative ?? 0) / 10_000)).toEqual(DONE)
    expect(codes(reading)).not.toContain('STAGE_MISMATCH')
  })

  it.each(['自开工累计完成', '开工以来完成', '开工至今累计完成'])('of what was done this year and %s the year’s counts', (heading) => {
    const target = KNOWN[0] ?? ['', []]
    const orders = [sheet([target, ['本年完成', DONE], [heading, OTHER]]), sheet([target, [heading, OTHER], ['其中：2021年完成', DONE]])]
    for (const reading of orders.map((cells) => read(cells))) {
      expect(reading.records.map(({ values }) => (values.cumulative ?? 0) / 10_000)).toEqual(DONE)
      expect(reading.tables[0]?.columns.find(({ header }) => header === heading)).toMatchObject({
        aside: true,
        why: { reason: 'since_start' },
      })
      expect(codes(reading)).toEqual([])
    }
  })
})

describe('rivals move together', () => {
  it('the figure that the percentages prove takes the place of the other, which is set aside or asked about', () => {
    const reading = read(
      sheet([
        ['目标任务', TARGET],
        ['选址', OTHER],
        ['开通', DONE],
        ['完成率', percents(DONE, TARGET)],
      ]),
    )
    expect(roles(reading).filter((role) => role === 'cumulative').length).toBe(1)
  })
})

describe('anchors of corrections', () => {
  const cells = [
    ['工作任务', '县（市、区）', '年度目标', '累计完成'],
    ['新建农村公路', '合计', 140, 85],
    ['新建农村公路', '湖滨区', 60, 33],
    ['新建农村公路', '湖滨区', 80, 52],
  ]

  it('count equal rows the same way, whether a row is to be read, left out or about something', () => {
    const { tables } = read(cells)
    const table = tables[0]
    if (!table) throw new Error('no table')
    const view = viewSheet(gridOf(cells))
    const rows = rowsToAnchor(table)
    const anchor = (row: number) =>
      nthAnchor(
        rows.map((one) => rowAnchor(view, table.columns, one)),
        rows.indexOf(row),
      )
    const leftOut: Correction = { kind: 'skipRow', ...anchor(3) }
    const about: Correction = { kind: 'row', ...anchor(4), subject: '7.3.a' }
    const both = read(cells, [leftOut, about]).tables[0]
    expect(both?.skipRows).toContainEqual({ row: 3, reason: 'by_user' })
    expect(both?.rows.map(({ row, subjects }) => [row, subjects])).toEqual([[4, ['7.3.a']]])
  })

  it('tell equal headings of one table apart', () => {
    const table = read(
      sheet([
        ['目标任务', TARGET],
        ['数据', DONE],
        ['数据', OTHER],
      ]),
    ).tables[0]
    expect(table && [anchorColumn(table.columns, 3), anchorColumn(table.columns, 4)]).toEqual([
      { anchor: '数据', occurrence: 1 },
      { anchor: '数据', occurrence: 2 },
    ])
  })
})
