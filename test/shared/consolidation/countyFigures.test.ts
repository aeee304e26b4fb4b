import { describe, expect, it } from 'vitest'
import { earlierFigures } from '../../../shared/consolidation/changeSince.ts'
import { consolidate } from '../../../shared/consolidation/consolidate.ts'
import type { FoldRow } from '../../../shared/consolidation/foldRow.ts'
import { type JudgementInputs, judgeCity } from '../../../shared/consolidation/judgeCity.ts'
import type { Register } from '../../../shared/register/register.ts'
import { withCountyTargets } from './countyTargets.ts'
import { row } from './row.ts'

const of = { period: '2021-05', asOfSeq: 1, era: 'e' }
const inputs: JudgementInputs = {
  today: '2021-05-31',
  softDeadline: '2021-05-31',
  units: [],
  overrides: new Map(),
  before: null,
  atDeadline: null,
}
const judged = (register: Register, records: readonly FoldRow[], id: string) =>
  judgeCity(register, records, of, inputs).indicators.find(({ indicator }) => indicator === id)
const lights = (register: Register, records: readonly FoldRow[], id: string) =>
  judged(register, records, id)?.counties.map(({ area, light }) => [area, light?.light, light?.reason])

describe('counties with targets of their own', () => {
  const register = withCountyTargets({ '7.1.a': { '411203': 60, '411202': 20, '411224': 0 } })

  it('are judged each by its own, in the register’s order', () => {
    const records = [row('jiaotong', '7.1.a', '411202', { cumulative: 1 }), row('jiaotong', '7.1.a', '411203', { cumulative: 30 })]
    expect(lights(register, records, '7.1.a')).toEqual([
      ['411202', 'red', 'behind'],
      ['411203', 'green', 'onSchedule'],
      ['411224', 'grey', 'notReported'],
    ])
    const done = [row('jiaotong', '7.1.a', '411202', { cumulative: 20 }), row('jiaotong', '7.1.a', '411224', { cumulative: 0 })]
    expect(lights(register, done, '7.1.a')).toEqual([
      ['411202', 'blue', 'done'],
      ['411203', 'grey', 'notReported'],
      ['411224', 'blue', 'done'],
    ])
  })

  it('have their percentage of the registered target, whatever the row states; the stated one stays where none is registered', () => {
    const records = [
      row('jiaotong', '7.1.a', '411202', { cumulative: 5, target: 10 }),
      row('jiaotong', '7.1.a', '411221', { cumulative: 5, target: 10 }),
    ]
    const found = consolidate(register, records, of).indicators.find(({ indicator }) => indicator === '7.1.a')
    const areas = Object.fromEntries(found?.areas.map(({ area, target, percent }) => [area, [target, percent]]) ?? [])
    expect(areas['411202']).toEqual([200_000, 250_000])
    expect(areas['411221']).toEqual([100_000, 500_000])
  })

  it('are told by the department where that is of record, else by the county’s government', () => {
    const ofGovernments = withCountyTargets({ '7.1.a': { '411224': 90 }, '5.a': { '411224': 900 } })
    const records = [
      row('lushi', '7.1.a', '411224', { cumulative: 44 }),
      row('jiaotong', '7.1.a', '411224', { cumulative: 41 }),
      row('lushi', '5.a', '411224', { cumulative: 450 }),
    ]
    expect(judged(ofGovernments, records, '7.1.a')?.counties).toMatchObject([{ reporter: 'jiaotong', cumulative: 410_000 }])
    expect(judged(ofGovernments, records, '5.a')?.counties).toMatchObject([{ reporter: 'lushi', cumulative: 4_500_000, reached: 500_000 }])
  })

  it('are grey at a stage that is not counted, and of a rate judged by their own target', () => {
    const staged = withCountyTargets({ '3.b': { '411202': 15 } })
    const accepted = [row('jiaoyu', '3.b', '411202', { cumulative: 15, stage: 'basically_completed' })]
    expect(lights(staged, accepted, '3.b')).toEqual([['411202', 'grey', 'notCounted']])
    const rate = { kind: 'percent', measure: '%', target: null } as const
    const rates = withCountyTargets({ '4.a': { '411202': 60 } }, { '4.a': rate })
    const reporter = rates.assignments.find(({ subject, ofRecord }) => subject === '4.a' && ofRecord)?.reporter ?? ''
    const value = [row(reporter, '4.a', '411202', { statedPercent: 55 })]
    expect(judged(rates, value, '4.a')?.counties).toMatchObject([{ percent: 550_000, reached: 916_700, light: { reason: 'belowTarget' } }])
  })

  it('have no share of 清零', () => {
    const left = withCountyTargets({ '4.a': { '411202': 0 } }, { '4.a': { direction: 'down' } })
    const reporter = left.assignments.find(({ subject, ofRecord }) => subject === '4.a' && ofRecord)?.reporter ?? ''
    expect(judged(left, [row(reporter, '4.a', '411202', { cumulative: 4 })], '4.a')?.counties).toMatchObject([
      { cumulative: 40_000, reached: null, light: { light: 'green', reason: 'notDue' } },
    ])
  })
})

describe('清零 of a county', () => {
  const register = withCountyTargets({ '4.a': { '411221': 0, '411224': 0 } }, { '4.a': { direction: 'down' } })
  const reporter = register.assignments.find(({ subject, ofRecord }) => subject === '4.a' && ofRecord)?.reporter ?? ''
  const left = (first: number, second: number) => [
    row(reporter, '4.a', '411221', { cumulative: first }),
    row(reporter, '4.a', '411224', { cumulative: second }),
  ]
  const period = { period: '2021-05', asOfSeq: 1, era: 'e' }
  const lights = (now: readonly FoldRow[], before: readonly FoldRow[] | null) => {
    const figures = before && earlierFigures(consolidate(register, before, { ...period, period: '2021-04' }).indicators)
    const answer = judgeCity(register, now, period, {
      ...{ today: '2021-05-31', softDeadline: '2021-05-31', units: [], overrides: new Map(), atDeadline: null },
      before: figures && { period: '2021-04', figures },
    })
    const found = answer.indicators.find(({ indicator }) => indicator === '4.a')
    return found?.counties.map(({ light }) => [light?.light, light?.reason])
  }

  it('that rose against the period before is yellow, where the other county’s went down too', () => {
    expect(lights(left(9, 2), left(4, 8))).toEqual([
      ['yellow', 'risen'],
      ['green', 'notDue'],
    ])
  })

  it('is judged by its date alone where the county had no figure before, or there is no period before', () => {
    expect(lights(left(9, 2), [])?.every(([light]) => light === 'green')).toBe(true)
    expect(lights(left(9, 2), null)?.every(([light]) => light === 'green')).toBe(true)
  })
})
