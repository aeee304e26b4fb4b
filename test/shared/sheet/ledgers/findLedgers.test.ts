import { describe, expect, it } from 'vitest'
import type { CellValue } from '../../../../shared/grid/grid.ts'
import { readSheet } from '../../../../shared/pipeline/readSheet.ts'
import type { SheetReading } from '../../../../shared/pipeline/sheetReading.ts'
import { decimalFromScaled } from '../../../../shared/quantity/scaled.ts'
import type { Correction } from '../../../../shared/record/reading.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'
import { gridOf } from '../../grid/gridOf.ts'

const COUNTIES = ['湖滨区', '陕州区', '渑池县', '卢氏县', '义马市', '灵宝市']

type Cells = readonly (readonly CellValue[])[]

function read(cells: Cells, corrections: readonly Correction[] = [], reporter = 'jiaotong'): SheetReading {
  const reading = readSheet(gridOf(cells), register2021, { year: 2021, period: '2021-05', reporter }, corrections)
  if (!reading.ok) throw new Error(reading.fault.tag)
  return reading.value
}

/** "411202 target cumulative disposition" of each record of an indicator. */
const figures = ({ records }: SheetReading): readonly string[] =>
  records.map(({ area, values, disposition }) =>
    [area, ...[values.target, values.cumulative].map((value) => (value == null ? '—' : decimalFromScaled(value))), disposition].join(' '),
  )

const codes = ({ findings }: SheetReading): Readonly<Record<string, number>> =>
  Object.fromEntries([...Map.groupBy(findings, ({ code }) => code)].map(([code, list]) => [code, list.length]))

/** A road a row, `many` a county: 300 公里 in all, of which three fifths are done. */
function roads(many: number, head = '路线名称', name = (road: number): string => `X${100 + road}线`): Cells {
  const rows = COUNTIES.flatMap((county, i) =>
    Array.from({ length: many }, (_, j) => [i * many + j + 1, county, name(i * many + j), 50 / many, 30 / many, null]),
  )
  return [['2021年新建农村公路项目台账'], ['序号', '县（市、区）', head, '建设里程（公里）', '累计完成（公里）', '备注'], ...rows]
}

describe('a list of single projects', () => {
  it('of 300 roads is one finding and six sums that wait', () => {
    const reading = read(roads(50))
    expect(codes(reading)).toEqual({ LEDGER_ROWS: 1 })
    expect(figures(reading)).toEqual(['411202', '411203', '411221', '411224', '411281', '411282'].map((area) => `${area} 50 30 confirm`))
    expect(reading.findings[0]).toMatchObject({ severity: 'info', cell: 'C3', params: { rows: 300, areas: 6, items: '路线名称' } })
    expect(reading.ledgers.map(({ sums }) => sums.map(({ rows }) => [rows[0], rows.at(-1)]))).toEqual([
      [
        [3, 52],
        [53, 102],
        [103, 152],
        [153, 202],
        [203, 252],
        [253, 302],
      ],
    ])
  })

  it('is added up once a person says so, and in next month’s copy too', () => {
    const [ledger] = read(roads(5)).ledgers
    const answer = ledger ? [ledger.answer] : []
    expect(answer).toEqual([{ kind: 'ledger', anchor: '路线名称', occurrence: 1 }])
    const reading = read(roads(5), answer)
    expect(figures(reading)[0]).toBe('411202 50 30 accept')
    expect(reading.ledgers.map(({ isAnswered }) => isAnswered)).toEqual([true])
    expect(reading.findings.map(({ code, params }) => [code, params.summed])).toEqual([['LEDGER_ROWS', 30]])
    const grown = read([...roads(5), [31, '湖滨区', 'X131线', 5, 4, null]], answer)
    expect(figures(grown)[0]).toBe('411202 55 34 accept')
  })

  it.each([['路线名称'], ['项目'], ['路线']])('is told apart by %s', (head) => {
    expect(figures(read(roads(5, head)))[0]).toBe('411202 50 30 confirm')
  })

  it('may have names that would be parts: few rows are, and many are added up', () => {
    const few = read(roads(3, '项目名称'))
    expect([few.ledgers, few.records.length, few.records[0]?.part]).toEqual([[], 18, 'X100线'])
    expect(figures(read(roads(50, '项目名称')))[0]).toBe('411202 50 30 confirm')
    expect(figures(read(roads(50, '道路名称')))[0]).toBe('411202 50 30 confirm')
    // townships are the same every month
    expect(read(roads(50, '乡镇', (road) => `第${road}乡`)).ledgers).toEqual([])
  })

  it('of one county is added up as well, equal figures too', () => {
    const rows = Array.from({ length: 12 }, (_, i) => [i + 1, `X${101 + i}线`, 5, 3])
    const reading = read(
      [['湖滨区2021年新建农村公路进展情况表'], ['序号', '路线名称', '建设里程（公里）', '累计完成（公里）'], ...rows],
      [],
      'hubin',
    )
    expect(figures(reading)).toEqual(['411202 60 36 confirm'])
  })

  it('has totals that are compared with the sums', () => {
    const total = (target: number, done: number) => read([...roads(5), ['合计', null, null, target, done, null]])
    expect(codes(total(300, 180))).toEqual({ LEDGER_ROWS: 1 })
    expect(codes(total(300, 185))).toEqual({ LEDGER_ROWS: 1, SUM_MISMATCH: 1 })
  })

  it('adds up money, and no percentages', () => {
    const rows = COUNTIES.flatMap((county, i) => [1, 2, 3].map((j) => [county, `X${i}${j}线`, 5, 3, '60%', 200]))
    const reading = read([
      ['2021年新建农村公路项目台账'],
      ['县（市、区）', '路线名称', '建设里程（公里）', '累计完成（公里）', '完成率', '完成投资（万元）'],
      ...rows,
    ])
    expect(reading.records[0]?.values).toEqual({ target: 150_000, cumulative: 90_000, investDone: 60_000_000_000 })
  })

  it('still says what is wrong with a single project', () => {
    const rows = COUNTIES.flatMap((county, i) => [1, 2, 3].map((j) => [county, `X${i}${j}线`, 5, 3, i === 1 && j === 2 ? '90%' : '60%']))
    const reading = read([
      ['2021年新建农村公路项目台账'],
      ['县（市、区）', '路线名称', '建设里程（公里）', '累计完成（公里）', '完成率'],
      ...rows,
    ])
    expect(reading.findings.filter(({ code }) => code === 'PCT_MISMATCH').map(({ cell }) => cell)).toEqual(['E7'])
  })

  const withDone = (done: CellValue) => read(roads(5).map((row, i) => (i === 3 ? [...row.slice(0, 4), done, null] : row)))

  it('counts a blank as nothing done yet, and says how many are blank', () => {
    const reading = withDone(null)
    expect(figures(reading)[0]).toBe('411202 50 24 confirm')
    expect(reading.ledgers[0]?.sums[0]?.without).toBe(1)
  })

  it.each([
    ['见附件', 'NOT_READ'],
    ['暂未上报', 'NOT_REPORTED'],
    ['3万元', 'UNIT_MISMATCH'],
    ['#REF!', 'CELL_ERROR'],
  ])('makes no sum without the figure of a cell that says %s', (done, code) => {
    const reading = withDone(done)
    expect(figures(reading)[0]).toMatch(/^411202 50 — /u)
    expect(reading.findings.filter((finding) => finding.code === code).map(({ cell }) => cell)).toEqual(['E4'])
    expect(figures(reading)[1]).toBe('411203 50 30 confirm')
  })

  it('asks about a figure below zero before its sum goes', () => {
    const reading = withDone(-3)
    expect(reading.findings.filter(({ code }) => code === 'BELOW_ZERO').map(({ cell }) => cell)).toEqual(['E4'])
    expect(figures(reading)[0]).toBe('411202 50 21 reject_value')
  })
})

describe('rows that are no such list', () => {
  it('two rows of a county that contradict each other', () => {
    const rows = [...COUNTIES, '灵宝市'].map((county, i) => [county, 50, 10 + i])
    const reading = read([['2021年新建农村公路进展情况表'], ['县（市、区）', '年度目标（公里）', '累计完成（公里）'], ...rows])
    expect(reading.ledgers).toEqual([])
    expect(codes(reading).DUPLICATE_ROW).toBe(1)
  })

  it.each([
    ['计划 and 完成', ['计划', '完成']],
    ['months', ['4月', '5月']],
    ['townships by number', ['1', '2']],
  ])('rows of %s', (_, kinds) => {
    const rows = COUNTIES.flatMap((county) => kinds.map((kind, i) => [county, kind, 50, 10 + i]))
    expect(
      read([['2021年新建农村公路进展情况表'], ['县（市、区）', '类别', '年度目标（公里）', '累计完成（公里）'], ...rows]).ledgers,
    ).toEqual([])
  })

  it('rows that state the whole of what is promised', () => {
    const rows = ['甲', '乙', '丙', '丁'].map((name) => [`${name}路`, 300, 10])
    expect(read([['2021年新建农村公路进展情况表'], ['路线名称', '年度目标（公里）', '累计完成（公里）'], ...rows]).ledgers).toEqual([])
  })
})

describe('a list of single projects without figures', () => {
  const stations = (states: readonly string[], head = '基站名称', title = '2021年5G基站建设台账'): Cells => [
    [title],
    ['序号', '县（市、区）', head, '建设状态'],
    ...COUNTIES.flatMap((county, i) => states.map((state, j) => [i * 3 + j + 1, county, `${county}${head}${i}${j}`, state])),
  ]

  it('is counted at the stage that the indicator counts', () => {
    const reading = read(stations(['已开通', '在建', '已开通']), [], 'tongguan')
    expect(figures(reading)[0]).toBe('411202 — 2 confirm')
    expect(codes(reading)).toEqual({ LEDGER_ROWS: 1 })
    expect(reading.findings[0]?.params).toMatchObject({ rows: 18, counted: 12 })
    expect(
      figures(read(stations(['已开通', '在建', '已开通']), reading.ledgers[0] ? [reading.ledgers[0].answer] : [], 'tongguan'))[0],
    ).toBe('411202 — 2 accept')
  })

  it.each([
    ['states that are not known', stations(['已开通', '另行通知', '已开通'])],
    ['names of something else than what is counted', stations(['已开通', '在建', '已开通'], '项目名称')],
    ['roads where kilometres count', stations(['已完工', '在建', '已完工'], '路线名称', '2021年新建农村公路项目台账')],
  ])('is not guessed from %s', (_, cells) => {
    expect(read(cells, [], 'tongguan').ledgers).toEqual([])
  })
})
