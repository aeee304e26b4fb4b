import { describe, expect, it } from 'vitest'
import { changeSince, earlierFigures } from '../../../shared/consolidation/changeSince.ts'
import { cityRows } from '../../../shared/consolidation/cityRows.ts'
import { consolidate } from '../../../shared/consolidation/consolidate.ts'
import { disagreements } from '../../../shared/consolidation/disagreements.ts'
import type { FoldRow } from '../../../shared/consolidation/foldRow.ts'
import { followMoves } from '../../../shared/consolidation/followMoves.ts'
import type { Register } from '../../../shared/register/register.ts'
import { register2021 } from '../../../shared/register/year2021/register2021.ts'
import { COUNTIES, row } from './row.ts'

/** 7.1.a was chengguan's until June, when jiaotong took it over, its text with it. */
const moved: Register = {
  ...register2021,
  version: 2,
  succeeds: ['7.1.a', '7.1'].map((subject) => ({ subject, reporter: 'jiaotong', predecessor: 'chengguan', from: '2021-06' })),
}
const roads = (reporter: string, figure: number) => COUNTIES.map((area) => row(reporter, '7.1.a', area, { cumulative: figure }))
const answer = (rows: readonly FoldRow[], period: string, register = moved) => consolidate(register, rows, { period, asOfSeq: 1, era: 'e' })
const of = (rows: readonly FoldRow[], period: string) => answer(rows, period).indicators.find(({ indicator }) => indicator === '7.1.a')
const lacks = (rows: readonly FoldRow[], period: string) =>
  answer(rows, period)
    .reporters.find(({ reporter }) => reporter === 'jiaotong')
    ?.missing.filter(({ subject }) => subject === '7.1.a' || subject === '7.1')
    .map(({ subject, area }) => `${subject} ${area}`)

describe('rows of a duty that moved', () => {
  it.each(['2021-03', '2021-05', '2021-06'])('are in %s the successor’s report, under their writer’s name', (period) => {
    const text = row('chengguan', '7.1', '411200', { progressText: '已完成路基。' })
    const rows = [...roads('chengguan', 20), text]
    const found = of(rows, period)
    expect(found?.cumulative).toBe(20 * COUNTIES.length * 10_000)
    expect(new Set(found?.areas.flatMap(({ sources }) => sources.map(({ reporter }) => reporter)))).toEqual(new Set(['chengguan']))
    expect(lacks(rows, period)).toEqual([])
    expect(answer(rows, period).narratives).toMatchObject([{ task: '7.1', reporter: 'chengguan', text: '已完成路基。' }])
  })

  it('are nobody’s report afterwards: the successor has to', () => {
    const rows = roads('chengguan', 20)
    expect(of(rows, '2021-07')?.cumulative).toBeNull()
    expect(lacks(rows, '2021-07')).toEqual(['7.1 411200', ...COUNTIES.map((area) => `7.1.a ${area}`)])
  })

  it('are of the past where the successor reports itself, area by area, and no disagreement', () => {
    const [first, ...rest] = roads('chengguan', 20)
    const own = row('jiaotong', '7.1.a', first?.area ?? '', { cumulative: 35 })
    const rows = [...(first ? [first] : []), ...rest, own]
    expect(of(rows, '2021-06')?.cumulative).toBe((35 + 20 * rest.length) * 10_000)
    const arranged = cityRows(moved, rows, '2021-06')
    expect(disagreements(arranged, answer(rows, '2021-06').indicators)).toEqual([])
  })

  it('stand where the successor has only repeated a target, or withdrawn what it had', () => {
    const old = row('chengguan', '7.1.a', '411202', { cumulative: 20 })
    const target = row('jiaotong', '7.1.a', '411202', { target: 60 })
    const withdrawn = row('jiaotong', '7.1.a', '411202', { cumulative: 30 }, { deleted: true, version: 2 })
    for (const own of [target, withdrawn]) {
      const area = of([old, own], '2021-06')?.areas.find((one) => one.area === '411202')
      expect(area).toMatchObject({ cumulative: 200_000, sources: [{ reporter: 'chengguan' }] })
    }
  })

  it('compare across the move: last month’s of the one with this month’s of the other', () => {
    const before = earlierFigures(answer(roads('chengguan', 20), '2021-06', register2021).indicators)
    expect(before['7.1.a']?.cumulative ?? null).toBeNull()
    const june = earlierFigures(answer(roads('chengguan', 20), '2021-06').indicators)
    const july = of(roads('jiaotong', 25), '2021-07')
    expect(july && changeSince(july, june, { countsStage: 'completed' })).toMatchObject({ cumulative: 5 * COUNTIES.length * 10_000 })
  })

  it('are followed through two moves, and by each only up to its own', () => {
    const twice: Register = {
      ...moved,
      succeeds: [...(moved.succeeds ?? []), { subject: '7.1.a', reporter: 'chengguan', predecessor: 'zhujian', from: '2021-04' }],
    }
    const rows = roads('zhujian', 10)
    const cumulative = (period: string) => answer(rows, period, twice).indicators.find(({ indicator }) => indicator === '7.1.a')?.cumulative
    expect([cumulative('2021-04'), cumulative('2021-05')]).toEqual([10 * COUNTIES.length * 10_000, null])
  })

  it('of which nothing moved are the same rows', () => {
    const rows = roads('jiaotong', 20)
    expect(followMoves(register2021, '2021-05', rows)).toBe(rows)
    expect(followMoves(moved, '2021-07', rows)).toBe(rows)
  })
})
