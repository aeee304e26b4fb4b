import { describe, expect, it } from 'vitest'
import type { CellValue } from '../../../../shared/grid/grid.ts'
import { readSheet } from '../../../../shared/pipeline/readSheet.ts'
import type { SheetReading } from '../../../../shared/pipeline/sheetReading.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'
import { gridOf } from '../../grid/gridOf.ts'
import { alarmsOf } from '../cells/readRows.ts'

type Headings = readonly (readonly (string | null)[])[]

const COUNTIES = ['湖滨区', '陕州区', '渑池县']
const COLUMNS: Readonly<Record<string, readonly number[]>> = {
  开工目标: [24, 66, 58],
  完工目标: [20, 60, 55],
  已开工: [22, 60, 50],
  已完工: [16.5, 41.3, 38.6],
  开工以来: [21.5, 52.8, 42],
  项目数: [6, 9, 8],
  完工项目: [3, 4, 5],
  在建项目: [2, 3, 3],
  未开工项目: [1, 2, 0],
  计划投资: [1300, 3900, 3520],
  完成投资: [1105, 2730, 2470],
}

/** Counties under headings of several levels, of which `holds` says what each column holds. */
function read(title: string, headings: Headings, holds: readonly string[], merges: readonly string[] = []): SheetReading {
  const rows = COUNTIES.map((county, i): readonly CellValue[] => [county, ...holds.map((name) => COLUMNS[name]?.[i] ?? null)])
  const grid = gridOf([[title], ...headings, ...rows], { merges: [...merges] })
  const reading = readSheet(grid, register2021, { period: '2021-09', year: 2021 })
  if (!reading.ok) throw new Error(reading.fault.tag)
  return reading.value
}

const figures = ({ records }: SheetReading) =>
  records.map(({ subject, values }) => [subject, (values.target ?? 0) / 10_000, (values.cumulative ?? 0) / 10_000])

const ROADS = '新建农村公路建设进度汇总表（截至2021年9月30日）'
const READ = [
  ['7.1.a', 20, 16.5],
  ['7.1.a', 60, 41.3],
  ['7.1.a', 55, 38.6],
]

describe('acts under a heading of the plan', () => {
  it.each<readonly [name: string, title: string, headings: Headings, holds: readonly string[], merges: readonly string[]]>([
    [
      'beside the same acts that are done',
      ROADS,
      [
        ['县区', '年度目标', null, '进展', null],
        [null, '开工里程（公里）', '完工里程（公里）', '开工里程（公里）', '完工里程（公里）'],
      ],
      ['开工目标', '完工目标', '已开工', '已完工'],
      ['A2:A3', 'B2:C2', 'D2:E2'],
    ],
    [
      'the counted one first, with money',
      ROADS,
      [
        ['县区', '2021年建设计划', null, null, '实际进度', null],
        [null, '完工里程（公里）', '开工里程（公里）', '完成投资（万元）', '已完工（公里）', '已完成投资（万元）'],
      ],
      ['完工目标', '开工目标', '计划投资', '已完工', '完成投资'],
      ['A2:A3', 'B2:D2', 'E2:F2'],
    ],
    [
      'three levels, stages of projects, since the start and of this year',
      ROADS,
      [
        ['县区', '2021年项目建设', null, null, null, null, null, null, null, null],
        [null, '项目建设目标', null, '目标任务内项目建设进度情况', null, null, null, null, null, null],
        [
          null,
          '开工里程（公里）',
          '完工里程（公里）',
          '已完工',
          '在建',
          '未开工',
          '自开工累计已完工（公里）',
          '其中2021年完工里程（公里）',
          '自开工累计完成总投资（万元）',
          '其中2021年完成投资（万元）',
        ],
      ],
      ['开工目标', '完工目标', '完工项目', '在建项目', '未开工项目', '开工以来', '已完工', '计划投资', '完成投资'],
      ['A2:A4', 'B2:J2', 'B3:C3', 'D3:J3'],
    ],
  ])('are targets, %s', (_, title, headings, holds, merges) => {
    const reading = read(title, headings, holds, merges)
    expect(figures(reading)).toEqual(READ)
    expect(alarmsOf(reading)).toEqual([])
    expect(reading.questions).toEqual([])
  })

  it('are as they say where the group has what was done too', () => {
    const headings = [
      ['县区', '年度任务', null],
      [null, '计划数', '完成数'],
    ]
    expect(figures(read(ROADS, headings, ['完工目标', '已完工'], ['A2:A3', 'B2:C2']))).toEqual(READ)
  })

  it('are done where the group names the work as a task of its own', () => {
    const headings = [
      ['县区', '农村公路建设任务', '自然村通硬化路任务', '窨井设施整治'],
      [null, '完工里程（公里）', '完工个数', '完成数'],
    ]
    const reading = read('2021年9月民生实事情况', headings, ['已完工', '完工项目', '项目数'], ['A2:A3'])
    expect(reading.tables[0]?.columns.map(({ field, indicator }) => [field, indicator]).slice(1)).toEqual([
      ['cumulative', '7.1.a'],
      ['cumulative', '7.1.b'],
      ['cumulative', '5.a'],
    ])
  })

  it('are done where the group is of what was done', () => {
    const headings = [
      ['县区', '目标（公里）', '目标任务完成情况', null],
      [null, null, '开工里程（公里）', '完工里程（公里）'],
    ]
    expect(figures(read(ROADS, headings, ['完工目标', '已开工', '已完工'], ['A2:A3', 'B2:B3', 'C2:D2']))).toEqual(READ)
  })
})

describe('money since the work began', () => {
  const money = (...headings: readonly string[]) => {
    const holds = ['完工目标', '已完工', '计划投资', '完成投资']
    const reading = read(ROADS, [['县区', '年度目标（公里）', '累计完成（公里）', ...headings]], holds)
    return reading.tables[0]?.columns.slice(3).map(({ field, aside }) => `${field}${aside ? ' aside' : ''}`)
  }

  it('gives way to the year’s, and to nothing that is planned', () => {
    expect(money('自开工累计完成投资（万元）', '其中2021年完成投资（万元）')).toEqual(['invest_done aside', 'invest_done'])
    expect(money('2021年计划投资（万元）', '自开工累计完成投资（万元）')).toEqual(['invest_plan', 'invest_done'])
  })
})

describe('stages of projects beside what the work is measured in', () => {
  it.each<readonly [headings: readonly string[], holds: readonly string[]]>([
    [
      ['目标里程（公里）', '完工里程（公里）', '已完工', '在建', '未开工'],
      ['完工目标', '已完工', '完工项目', '在建项目', '未开工项目'],
    ],
    [
      ['已完工', '在建', '未开工', '目标里程（公里）', '完工里程（公里）'],
      ['完工项目', '在建项目', '未开工项目', '完工目标', '已完工'],
    ],
    [
      ['已完工个数', '在建个数', '年度任务里程（公里）', '已完成里程（公里）'],
      ['完工项目', '在建项目', '完工目标', '已完工'],
    ],
  ])('count another thing: %j', (headings, holds) => {
    const reading = read(ROADS, [['县区', ...headings]], holds)
    expect(figures(reading)).toEqual(READ)
    expect(alarmsOf(reading)).toEqual([])
  })

  it('are what is counted where nothing else is', () => {
    const reading = read(ROADS, [['县区', '年度目标', '已完工', '在建', '未开工']], ['完工目标', '已完工', '在建项目', '未开工项目'])
    expect(figures(reading)).toEqual(READ)
  })
})
