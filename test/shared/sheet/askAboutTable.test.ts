import { describe, expect, it } from 'vitest'
import type { CellValue } from '../../../shared/grid/grid.ts'
import { gridFromJson } from '../../../shared/grid/gridFromJson.ts'
import { readSheet } from '../../../shared/pipeline/readSheet.ts'
import type { Question } from '../../../shared/record/question.ts'
import type { Correction } from '../../../shared/record/reading.ts'
import { register2021 } from '../../../shared/register/year2021/register2021.ts'
import { labelledSheet, sheetNames } from '../../sheets/labelledSheet.ts'
import { gridOf } from '../grid/gridOf.ts'

const COUNTIES = ['湖滨区', '陕州区', '渑池县', '卢氏县', '义马市', '灵宝市']
const TARGET = [60, 80, 50, 110, 30, 70]
const DONE = [33, 52, 21, 77, 11, 40]
const OTHER = [41, 60, 30, 90, 18, 55]
const percents = (done: readonly number[], whole: readonly number[]) =>
  done.map((value, i) => `${((100 * value) / (whole[i] ?? 1)).toFixed(1)}%`)

type Columns = Readonly<Record<string, readonly CellValue[]>>

function read(columns: readonly (readonly [heading: string, cells: readonly CellValue[]])[], corrections: readonly Correction[] = []) {
  const rows = COUNTIES.map((county, i) => [county, ...columns.map(([, cells]) => cells[i] ?? null)])
  const cells = [['新建农村公路进展（单位：公里）'], ['县（市、区）', ...columns.map(([heading]) => heading)], ...rows]
  const reading = readSheet(gridOf(cells), register2021, { period: '2021-05', year: 2021 }, corrections)
  if (!reading.ok) throw new Error(reading.fault.tag)
  return reading.value
}

const figures = ({ records }: ReturnType<typeof read>) =>
  records.filter(({ subject }) => subject === '7.1.a').map(({ values }) => (values.cumulative ?? Number.NaN) / 10_000)
/** What the choices say of the example's row, by heading. */
const shown = ({ choices }: Question) => choices.map(({ columns }) => columns.map(({ field, header, text }) => [field, header, text]))

const TIE = [
  ['目标任务', TARGET],
  ['已完成', DONE],
  ['完成数', OTHER],
] as const

describe('two columns that may both be the completed figure', () => {
  const reading = read(TIE)
  const [question] = reading.questions

  it('are asked about once, by the figures of one row', () => {
    expect(reading.questions.length).toBe(1)
    expect(question).toMatchObject({ kind: 'figure', table: 't1', columns: [3, 4], example: { row: 3, name: '湖滨区' } })
    expect(question && shown(question)).toEqual([[['cumulative', '已完成', '33']], [['cumulative', '完成数', '41']]])
  })

  it('hold back the figures that depend on the answer, and no others', () => {
    expect(question?.cells).toEqual(['C3', 'C4', 'C5', 'C6', 'C7', 'C8'])
    expect(reading.records.map(({ disposition }) => disposition)).toEqual(COUNTIES.map(() => 'confirm'))
  })

  it('are not said to be unknown as well', () => {
    expect(reading.findings.filter(({ code }) => code === 'NOT_READ')).toEqual([])
  })

  it.each([
    [0, DONE],
    [1, OTHER],
  ])('answer %i: its figures are sent, and nothing is asked any more', (nth, expected) => {
    const answered = read(TIE, question?.choices[nth]?.corrections)
    expect(figures(answered)).toEqual(expected)
    expect(answered.questions).toEqual([])
    expect(answered.findings).toEqual([])
    expect(new Set(answered.records.map(({ disposition }) => disposition))).toEqual(new Set(['accept']))
  })

  it('are not asked about in next month’s sheet, with other figures and a column more', () => {
    const june = [
      ['目标任务', TARGET],
      ['备注', COUNTIES.map(() => '顺利')],
      ['已完成', TARGET],
      ['完成数', DONE],
    ] as const
    const answered = read(june, question?.choices[1]?.corrections)
    expect(answered.questions).toEqual([])
    expect(figures(answered)).toEqual(DONE)
  })

  it('wait only in the rows in which they differ', () => {
    const nearly = [TIE[0], TIE[1], ['完成数', DONE.map((value, i) => (i === 1 ? value + 1 : value))]] as const
    expect(read(nearly).questions[0]?.cells).toEqual(['C4'])
    expect(read(nearly).records.map(({ disposition }) => disposition)).toEqual([
      'accept',
      'confirm',
      'accept',
      'accept',
      'accept',
      'accept',
    ])
  })

  it('are not asked about where they say the same in every row', () => {
    expect(read([TIE[0], TIE[1], ['完成数', DONE]]).questions).toEqual([])
  })
})

describe('what figures say against words', () => {
  it.each<readonly [string, Question['kind'], readonly (readonly [string, readonly CellValue[]])[], Columns]>([
    [
      'target and figure exchanged in all rows',
      'exchanged',
      [
        ['目标任务', DONE],
        ['累计完成', TARGET],
        ['完成率', percents(DONE, TARGET)],
      ],
      {},
    ],
    [
      'a percentage made from what is begun',
      'figure',
      [
        ['目标任务', TARGET],
        ['已开工', OTHER],
        ['已竣工', DONE],
        ['完成率', percents(OTHER, TARGET)],
      ],
      {},
    ],
  ])('%s is asked about, and the words hold until then', (_, kind, columns) => {
    const reading = read(columns)
    expect(reading.questions.map((question) => question.kind)).toEqual([kind])
    const [taken, other] = reading.questions[0]?.choices ?? []
    expect(figures(read(columns, taken?.corrections))).toEqual(figures(reading))
    const answered = read(columns, other?.corrections)
    expect(answered.questions).toEqual([])
    expect(answered.findings.filter(({ code }) => code.startsWith('PCT'))).toEqual([])
    expect(figures(answered)).not.toEqual(figures(reading))
  })

  it.each<readonly [string, readonly (readonly [string, readonly CellValue[]])[]]>([
    [
      'stages of which one counts',
      [
        ['目标任务', TARGET],
        ['已开工', OTHER],
        ['已竣工', DONE],
      ],
    ],
    [
      'a percentage that says which',
      [
        ['目标任务', TARGET],
        ['数据甲', DONE],
        ['数据乙', OTHER],
        ['完成率', percents(DONE, TARGET)],
      ],
    ],
    [
      'one row’s figures exchanged: a mistake of that row',
      [
        ['目标任务', [33, ...TARGET.slice(1)]],
        ['累计完成', [60, ...DONE.slice(1)]],
        ['完成率', percents(DONE, TARGET)],
      ],
    ],
  ])('nothing is asked of %s', (_, columns) => {
    expect(read(columns).questions).toEqual([])
  })
})

describe('groups of columns with equal headings', () => {
  const cells = [
    ['新建农村公路进展（单位：公里）'],
    ['年度', ...COUNTIES.slice(0, 2).flatMap((county) => [county, null, null])],
    [null, '目标任务', '已完成', '完成数', '目标任务', '已完成', '完成数'],
    ['新建农村公路', 60, 33, 41, 80, 52, 60],
  ]
  const grid = { ...gridOf(cells), merges: ['B2:D2', 'E2:G2', 'A2:A3'] }
  const readGroups = (corrections: readonly Correction[] = []) => {
    const reading = readSheet(grid, register2021, { period: '2021-05', year: 2021 }, corrections)
    if (!reading.ok) throw new Error(reading.fault.tag)
    return reading.value
  }

  it('are one question, and its answer holds for all of them', () => {
    const { questions } = readGroups()
    expect(questions.map(({ cells: waiting }) => waiting)).toEqual([['C4', 'F4']])
    const answered = readGroups(questions[0]?.choices[1]?.corrections)
    expect(answered.questions).toEqual([])
    expect(figures(answered)).toEqual([41, 60])
  })
})

describe('a person’s word on one column', () => {
  const word = (anchor: string, more: Partial<Correction>): Correction => ({ kind: 'column', anchor, occurrence: 1, ...more })

  it('lets the others follow: what was taken for it before is set aside', () => {
    const reading = read(TIE, [word('完成数', { field: 'cumulative' })])
    expect(figures(reading)).toEqual(OTHER)
    expect(reading.questions).toEqual([])
    expect(reading.tables[0]?.columns[2]).toMatchObject({
      field: 'cumulative',
      aside: true,
      why: { reason: 'said', params: { heading: '完成数' } },
    })
  })

  it('is not overruled by figures', () => {
    const columns = [
      ['目标任务', TARGET],
      ['已完成', DONE],
      ['完成数', OTHER],
      ['完成率', percents(DONE, TARGET)],
    ] as const
    expect(figures(read(columns, [word('完成数', { field: 'cumulative' })]))).toEqual(OTHER)
  })
})

describe('the labelled sheets, which are read right', () => {
  it('ask in one of ten tables at most', () => {
    let tables = 0
    let asked = 0
    for (const name of sheetNames) {
      const { expect: _, ...question } = labelledSheet<{ readonly expect: unknown }>(name)
      const grid = gridFromJson(question)
      if (!grid.ok) continue
      const { unit, period, year, today } = grid.value.context
      const reading = readSheet(grid.value.grid, register2021, {
        ...(unit ? { reporter: unit } : {}),
        ...(period ? { period } : {}),
        ...(year ? { year } : {}),
        ...(today ? { today } : {}),
      })
      if (!reading.ok) continue
      tables += reading.value.tables.length
      asked += reading.value.questions.length
    }
    expect(tables).toBeGreaterThan(100)
    expect(asked).toBeLessThanOrEqual(tables / 10)
  })
})
