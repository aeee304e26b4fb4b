import { describe, expect, it } from 'vitest'
import { changeSince, earlierFigures } from '../../../shared/consolidation/changeSince.ts'
import { consolidate } from '../../../shared/consolidation/consolidate.ts'
import { indicatorById } from '../../../shared/register/registerIndex.ts'
import { register2021 as register } from '../../../shared/register/year2021/register2021.ts'
import { COUNTIES, row } from './row.ts'

const of = { period: '2021-05', asOfSeq: 1, era: 'e' }

const indicator = (id: string) => indicatorById(register, id) ?? raise(id)
const raise = (id: string): never => {
  throw new Error(id)
}

describe('changes', () => {
  const found = (id: string, rows: readonly (readonly [reporter: string, area: string, cumulative: number])[]) => {
    const records = rows.map(([reporter, area, cumulative]) => row(reporter, id, area, { cumulative }))
    return consolidate(register, records, of).indicators.filter((one) => one.indicator === id)
  }
  const all = COUNTIES.map((area): [string, string, number] => ['jiaotong', area, 10])
  const none = (comparable: string) => ({ cumulative: null, percent: null, comparable })
  const yes = 'yes'

  it.each<[string, string, readonly [string, string, number][], readonly [string, string, number][], object]>([
    [
      'how far it moved',
      '2.3.a',
      [['wenlv', '411200', 100]],
      [['wenlv', '411200', 130]],
      { cumulative: 300_000, percent: 100_000, comparable: yes },
    ],
    [
      'that it went back',
      '2.3.a',
      [['wenlv', '411200', 130]],
      [['wenlv', '411200', 100]],
      { cumulative: -300_000, percent: -100_000, comparable: yes },
    ],
    ['nothing where the earlier side is missing', '2.3.a', [], [['wenlv', '411200', 130]], none('nothingBefore')],
    ['nothing where the later side is missing', '2.3.a', [['wenlv', '411200', 100]], [], none('nothingNow')],
    ['nothing where a county reports for the first time', '7.1.a', all.slice(0, 5), all, none('otherAreas')],
    ['nothing where a county is silent now', '7.1.a', all, all.slice(1), none('otherAreas')],
    [
      'the sum of the same counties',
      '7.1.a',
      [['jiaotong', '411202', 10]],
      [['jiaotong', '411202', 13]],
      { cumulative: 30_000, percent: 10_000, comparable: yes },
    ],
  ])('tell %s', (_, id, before, now, change) => {
    const [current] = found(id, now)
    if (!current) throw new Error(id)
    expect(changeSince(current, earlierFigures(found(id, before)), indicator(id))).toEqual(change)
  })

  const of3 = (rows: readonly (readonly [area: string, values: Record<string, string | number>])[], id: string, reporter: string) => {
    const records = rows.map(([area, values]) => row(reporter, id, area, values))
    return consolidate(register, records, of).indicators.filter((one) => one.indicator === id)
  }
  const change = (id: string, reporter: string, before: Parameters<typeof of3>[0], now: Parameters<typeof of3>[0]) => {
    const [current] = of3(now, id, reporter)
    if (!current) throw new Error(id)
    return changeSince(current, earlierFigures(of3(before, id, reporter)), indicator(id))
  }

  it('are shares of the exact figures, and hold for what is stated for the city', () => {
    const whole = (cumulative: number): Parameters<typeof of3>[0] => [['411200', { cumulative }]]
    expect(change('2.3.a', 'wenlv', whole(40), whole(50))).toEqual({ cumulative: 100_000, percent: 33_300, comparable: yes })
    expect(change('7.1.a', 'jiaotong', whole(120), whole(146))).toEqual({ cumulative: 260_000, percent: 86_700, comparable: yes })
    const counties = COUNTIES.map((area) => [area, { cumulative: 20 }] as const)
    expect(change('7.1.a', 'jiaotong', counties, whole(146))).toMatchObject({ cumulative: 260_000, comparable: yes })
    expect(change('7.1.a', 'jiaotong', counties.slice(1), whole(146))).toMatchObject({ comparable: 'otherAreas' })
  })

  it('take a county that need not report for no progress of those that must', () => {
    const three = ['411221', '411224', '411282'].map((area) => [area, { cumulative: 10 }] as const)
    expect(change('3.b', 'jiaoyu', three, three)).toMatchObject({ cumulative: 0 })
    expect(change('3.b', 'jiaoyu', three, [...three, ['411202', { cumulative: 15 }]])).toMatchObject({ comparable: 'otherAreas' })
  })

  it('do not compare what was started with what was completed', () => {
    const at = (stage: string | undefined, cumulative: number) => [
      ['411202', { cumulative, ...(stage === undefined ? {} : { stage }) }] as const,
    ]
    expect(change('4.b', 'gongan', at('started', 40), at('completed', 10))).toMatchObject({ comparable: 'otherStage', cumulative: null })
    expect(change('4.b', 'gongan', at('started', 40), at(undefined, 45))).toMatchObject({ comparable: 'yes', cumulative: 50_000 })
  })

  it('are of a rate the percent points, with no count either', () => {
    const rate = (value: number) => [['411200', { statedPercent: value }] as const]
    expect(change('9.3.a', 'sifa', rate(80), rate(92))).toEqual({ cumulative: null, percent: 120_000, comparable: 'yes' })
    // the value of the rate in the column of what is done is no count
    expect(change('9.3.a', 'sifa', [['411200', { cumulative: 80 }]], rate(92))).toEqual({
      cumulative: null,
      percent: 120_000,
      comparable: 'yes',
    })
  })

  it('are no percent points of two targets', () => {
    const [current] = found('2.3.a', [['wenlv', '411200', 130]])
    const earlier = found('2.3.a', [['wenlv', '411200', 100]]).map((one) => ({ ...one, target: 2_000_000 }))
    if (!current) throw new Error('2.3.a')
    expect(changeSince(current, earlierFigures(earlier), indicator('2.3.a'))).toMatchObject({ cumulative: 300_000, percent: null })
  })

  it('are none without a period before', () => {
    const [current] = found('2.3.a', [['wenlv', '411200', 130]])
    if (!current) throw new Error('2.3.a')
    expect(changeSince(current, null, indicator('2.3.a'))).toEqual(none('noPeriod'))
  })
})
