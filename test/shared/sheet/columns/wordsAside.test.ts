import { describe, expect, it } from 'vitest'
import type { CellValue } from '../../../../shared/grid/grid.ts'
import { readSheet } from '../../../../shared/pipeline/readSheet.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'
import { gridOf } from '../../grid/gridOf.ts'
import { alarmsOf, figuresOf, readTasks } from '../cells/readRows.ts'

/** A task, the plan of a part of the year in words, and what is reported of it. */
const ROWS: readonly (readonly [string, string, string, string])[] = [
  ['新建农村公路300公里', '累计完成240公里', '累计完成246.3公里。', '246.3'],
  ['组织“政府采购百场戏”300场', '演出200场', '累计演出189场，其中本月演出21场。', '189'],
  ['残疾儿童康复救助不少于700人', '累计救助650人', '已救助668人。', '668'],
  ['整治窨井设施7000个', '全部完成排查', '累计整治4530个，比计划少70个。', '4530'],
]
const DONE = ROWS.map(([, , , done]) => done)
const takenOf = (reading: ReturnType<typeof readTasks>) =>
  ROWS.flatMap((_, i) => figuresOf(reading, i + 3).map((one) => one.split(' ').slice(1).join(' ')))

describe.each([
  ...[
    '9月计划进度',
    '9月份计划',
    '三季度目标',
    '三季度工作计划',
    '9月目标任务',
    '前三季度计划完成',
    '1-9月计划',
    '本月计划进度',
    '阶段目标',
  ],
  ...['上半年工作目标', '季度任务安排', '9月份目标进度'],
])('figures in the words of %s', (plan) => {
  it('are no progress beside a text of it, whichever comes first', () => {
    const behind = readTasks(
      ['工作任务', plan, '进展情况'],
      ROWS.map(([task, planned, text]) => [task, planned, text]),
    )
    const before = readTasks(
      ['工作任务', '实际进度情况', plan],
      ROWS.map(([task, planned, text]) => [task, text, planned]),
    )
    expect([takenOf(behind), takenOf(before)]).toEqual([DONE, DONE])
    expect([alarmsOf(behind), alarmsOf(before)]).toEqual([[], []])
  })

  it('are shown as known and not sent, and leave the year’s target to the task', () => {
    const { records, setAside } = readTasks(
      ['工作任务', plan, '进展情况'],
      ROWS.map(([task, planned, text]) => [task, planned, text]),
    )
    expect(setAside.map(({ first, count }) => [first, count])).toEqual([['D3', 3]])
    expect(records.find(({ subject }) => subject === '7.1.a')?.origin.cells.target).toBe('B3')
  })

  it('are no progress where nothing else is said', () => {
    const reading = readTasks(
      ['工作任务', plan],
      ROWS.map(([task, planned]) => [task, planned]),
    )
    expect(reading.records.filter(({ values }) => values.cumulative != null)).toEqual([])
  })
})

describe('what is no plan of a part of the year', () => {
  it.each(['三季度计划完成情况', '三季度目标完成情况', '9月份工作任务落实情况', '本月进展情况'])('%s tells of progress', (heading) => {
    const reading = readTasks(
      ['工作任务', heading],
      ROWS.map(([task, , text]) => [task, text]),
    )
    expect(takenOf(reading)).toEqual(DONE)
  })

  it.each(['年度目标', '全年计划', '12月底目标', '四季度末目标'])('%s is the year’s', (heading) => {
    const rows = ROWS.slice(0, 3).map(([task, , text]) => [task.replace(/\d+.*/u, ''), /\d+\D*$/u.exec(task)?.[0] ?? '', text])
    const { records } = readTasks(['工作任务', heading, '进展情况'], rows)
    expect(records.find(({ subject }) => subject === '7.1.a')?.origin.cells.target).toBe('D3')
  })

  it('names the rows where no other column does', () => {
    const reading = readTasks(
      ['三季度工作任务', '进展情况'],
      ROWS.map(([task, , text]) => [task, text]),
    )
    expect(takenOf(reading)).toEqual(DONE)
  })
})

describe('a verdict on the plan of a part of the year', () => {
  const headings = ['工作任务', '三季度目标', '进展情况']
  it.each(['目标完成情况', '任务完成情况', '三季度目标完成情况'])('%s is no figure', (verdict) => {
    const rows = ROWS.map(([task, planned, text], i) => [task, planned, text, i === 1 ? '未完成' : '已完成'])
    const reading = readTasks([...headings, verdict], rows)
    expect([takenOf(reading), alarmsOf(reading)]).toEqual([DONE, []])
  })

  it('is none where it holds figures', () => {
    const rows = ROWS.map(([task, planned, , done]) => [task, planned, '正在推进。', Number(done)])
    expect(takenOf(readTasks([...headings, '目标完成情况'], rows))).toEqual(DONE)
  })
})

/** What was reported of each quarter of the same tasks; the latest has the figures of DONE. */
const QUARTERS = [
  ['完成18.5公里。', '完成招标采购工作。', '已救助112人。', '正在摸排。'],
  ['累计完成162公里。', '已演出118场。', '累计救助355人。', '已整治2100个。'],
  ROWS.map(([, , text]) => text),
] as const
const byTime = (...texts: readonly (readonly (string | null)[])[]): readonly (readonly CellValue[])[] =>
  ROWS.map(([task], i) => [task, ...texts.map((own) => own[i] ?? null)])
const BLANK: readonly null[] = [null, null, null, null]

describe('of several texts by time the last filled one up to the reported month counts', () => {
  it.each([
    ['quarters', ['一季度进展情况', '二季度进展情况', '三季度进展情况', '四季度进展情况'], byTime(...QUARTERS, BLANK)],
    ['newest first', ['三季度进展', '二季度进展', '一季度进展'], byTime(...[...QUARTERS].reverse())],
    ['months', ['7月进展情况', '8月进展情况', '9月进展情况'], byTime(...QUARTERS)],
    ['running totals', ['1-3月完成情况', '1-6月完成情况', '1-9月完成情况', '1-12月完成情况'], byTime(...QUARTERS, BLANK)],
    ['days', ['截至3月31日进展', '截至6月30日进展', '截至9月30日进展'], byTime(...QUARTERS)],
    ['halves', ['上半年进展情况', '下半年进展情况'], byTime(QUARTERS[1], QUARTERS[2])],
  ])('%s', (_, headings, rows) => {
    const reading = readTasks(['工作任务', ...headings], rows)
    expect([takenOf(reading), alarmsOf(reading)]).toEqual([DONE, []])
  })

  it('quarters under one heading', () => {
    const headings: readonly CellValue[] = ['序号', '工作任务', '责任单位', '进展情况', null, null, null]
    const rows = byTime(...QUARTERS, BLANK).map(([task = null, ...texts], i) => [i + 1, task, '市发展改革委', ...texts])
    const grid = gridOf([['2021年重点民生实事完成情况表'], headings, [null, null, null, '一季度', '二季度', '三季度', '四季度'], ...rows], {
      merges: ['A2:A3', 'B2:B3', 'C2:C3', 'D2:G2'],
    })
    const reading = readSheet(grid, register2021, { period: '2021-09', year: 2021 })
    if (!reading.ok) throw new Error(reading.fault.tag)
    const taken = ROWS.flatMap((_, i) => figuresOf(reading.value, i + 4).map((one) => one.split(' ')[1]))
    expect(taken).toEqual(DONE)
  })

  it('a quarter to come holds no progress, whatever stands in it', () => {
    const plans = ['计划完成300公里。', '计划演出300场。', '救助700人。', '完成7000个。']
    const reading = readTasks(['工作任务', '二季度进展情况', '三季度进展情况', '四季度进展情况'], byTime(QUARTERS[1], QUARTERS[2], plans))
    expect(takenOf(reading)).toEqual(DONE)
  })

  it('the figures of the others are shown as known and not sent', () => {
    const { setAside } = readTasks(['工作任务', '一季度进展情况', '二季度进展情况', '三季度进展情况'], byTime(...QUARTERS))
    expect(setAside.map(({ count }) => count)).toEqual([2, 4])
  })

  it.each(['上月进展情况', '上季度进展情况', '上期进展'])('%s is over', (over) => {
    const reading = readTasks(['工作任务', over, '目前进展情况'], byTime(QUARTERS[1], QUARTERS[2]))
    expect(takenOf(reading)).toEqual(DONE)
  })
})
