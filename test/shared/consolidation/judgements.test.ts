import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareReporters } from '../../../shared/consolidation/compareReporters.ts'
import { completeness } from '../../../shared/consolidation/completeness.ts'
import { consolidate } from '../../../shared/consolidation/consolidate.ts'
import { differences } from '../../../shared/consolidation/difference.ts'
import { knownPercent, sumOf } from '../../../shared/consolidation/knownPercent.ts'
import { expectedPercent, type LightInput, light, overrideLight } from '../../../shared/consolidation/light.ts'
import { rank, rankAreas } from '../../../shared/consolidation/rank.ts'
import { stageCounts } from '../../../shared/consolidation/stageCounts.ts'
import { asScaled } from '../../../shared/quantity/scaled.ts'
import { register2021 as register } from '../../../shared/register/register2021.ts'
import { COUNTIES, row } from './row.ts'

const of = { period: '2021-05', asOfSeq: 1, era: 'e' }
const indicator = (id: string) => {
  const found = register.indicators.find((one) => one.id === id)
  if (!found) throw new Error(id)
  return found
}

describe('knownPercent', () => {
  it.each([
    [146, 300, 486_700],
    [1110, 1500, 740_000],
    [123, 280, 439_300],
    [689, 700, 984_300],
    [1, 8, 125_000],
    [1, 800, 1_300],
    [-1, 800, -1_300],
    [0, 5, 0],
  ])('%i of %i', (part, whole, percent) => expect(knownPercent(part, whole)).toBe(percent))

  it('knows none of 0, and none of what is missing', () => {
    expect([knownPercent(5, 0), knownPercent(null, 5), knownPercent(5, undefined)]).toEqual([null, null, null])
  })

  it('is exact for every figure', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9e14 }), fc.integer({ min: 1, max: 9e14 }), (part, whole) => {
        const percent = knownPercent(part, whole)
        if (percent === null) return
        const error = 2n * (BigInt(percent) * BigInt(whole) - BigInt(part) * 1_000_000n)
        expect(error <= 100n * BigInt(whole) && error > -100n * BigInt(whole)).toBe(true)
      }),
    )
  })

  it('sums what is there; beyond the range of a figure there is none', () => {
    expect([sumOf([null, 3, undefined, 4]), sumOf([null]), sumOf([8e15, 8e15])]).toEqual([7, null, null])
  })
})

describe('stageCounts', () => {
  it.each([
    [null, 'completed', true],
    ['completed', 'completed', true],
    ['basically_completed', 'completed', false],
    ['accepted', 'completed', false],
    ['completed', 'started', true],
    ['in_progress', 'started', true],
    ['planned', 'started', false],
    ['selected', 'approved', false],
    ['nonsense', 'completed', false],
  ] as const)('%s for %s: %s', (stage, counts, expected) => expect(stageCounts(stage, counts)).toBe(expected))
})

describe('lights', () => {
  const input = (id: string, cumulative: number | null, more: Partial<LightInput> = {}): LightInput => ({
    indicator: indicator(id),
    cumulative: cumulative === null ? null : asScaled(cumulative * 10_000),
    percent: null,
    reported: cumulative !== null,
    on: '2021-05-31',
    ...more,
  })

  it('expect the elapsed share of the year, 41.37 % at the end of May', () => {
    expect(expectedPercent('2021-05-31')).toBe(413_700)
    expect(expectedPercent('2021-12-31')).toBe(1_000_000)
    expect(expectedPercent('2024-12-31')).toBe(1_000_000)
  })

  it('expect the last point of a plan that is due', () => {
    const plan = [
      { date: '2021-06-30', percent: asScaled(500_000) },
      { date: '2021-03-31', percent: asScaled(200_000) },
    ]
    expect(['2021-02-01', '2021-05-31', '2021-06-30'].map((on) => expectedPercent(on, plan))).toEqual([0, 200_000, 500_000])
  })

  it.each<[string, LightInput, string, string]>([
    ['a met target', input('2.3.a', 300), 'blue', 'done'],
    ['an exceeded target', input('8.2.a', 701), 'blue', 'done'],
    ['no report', input('2.3.a', null), 'grey', 'notReported'],
    ['146 of 300', input('7.1.a', 146), 'green', 'onSchedule'],
    ['less than 10 points behind', input('2.3.a', 95), 'green', 'onSchedule'],
    ['10 points behind', input('2.3.a', 94), 'yellow', 'behind'],
    ['30 points behind', input('2.3.a', 35), 'yellow', 'behind'],
    ['more than 30 points behind', input('2.3.a', 34), 'red', 'behind'],
    ['2.2.a at 3 of 100', input('2.2.a', 3), 'red', 'behind'],
    ['once red, made up since', input('7.1.a', 146, { onceRed: true }), 'yellow', 'madeUp'],
    ['once red and done', input('7.1.a', 300, { onceRed: true }), 'blue', 'done'],
    ['a deadline within 7 days', input('2.3.a', 299, { on: '2021-12-24' }), 'yellow', 'dueSoon'],
    ['a deadline in 8 days', input('2.3.a', 299, { on: '2021-12-23' }), 'green', 'onSchedule'],
    ['overdue', input('2.3.a', 299, { on: '2022-01-01' }), 'red', 'overdue'],
    ['its own plan', input('2.3.a', 100, { plan: [{ date: '2021-05-31', percent: asScaled(900_000) }] }), 'red', 'behind'],
    ['清零 not yet reached, by date alone', input('1.a', 4), 'green', 'onSchedule'],
    ['清零 reached', input('1.a', 0), 'blue', 'done'],
    ['a rate that meets its target', input('9.1.b', null, { percent: asScaled(925_000), reported: true }), 'blue', 'done'],
    ['a text without a figure', input('2.3.a', null, { reported: true }), 'grey', 'notReported'],
    [
      'a milestone with nothing due',
      input('7.2.a', null, { reported: true, nodes: [{ planned: '2021-08-31', done: false }] }),
      'green',
      'onSchedule',
    ],
    ['a node due today', input('7.2.a', null, { reported: true, nodes: [{ planned: '2021-05-31', done: false }] }), 'yellow', 'dueSoon'],
    ['a node past its day', input('7.2.a', null, { reported: true, nodes: [{ planned: '2021-05-30', done: false }] }), 'red', 'overdue'],
    ['all nodes done', input('7.2.a', null, { reported: true, nodes: [{ planned: '2021-05-30', done: true }] }), 'blue', 'done'],
  ])('%s', (_, given, color, reason) => expect(light(given)).toMatchObject({ light: color, reason }))

  it('are not lit where nothing is promised', () => expect(light(input('8.1.c', null, { reported: true }))).toBeNull())

  it('follow a register’s own thresholds', () => {
    const strict = { yellowFrom: asScaled(10_000), redAbove: asScaled(50_000), dueWithinDays: 0 }
    expect(light(input('2.3.a', 110), strict)?.light).toBe('yellow')
    expect(light(input('2.3.a', 100), strict)?.light).toBe('red')
  })

  it('are overridden only with a reason', () => {
    const judged = light(input('2.2.a', 3))
    expect(overrideLight(judged, { light: 'yellow', reason: ' ' })).toEqual({ ok: false, fault: { tag: 'reasonMissing' } })
    expect(overrideLight(judged, { light: 'yellow', reason: '演出集中在暑期' })).toMatchObject({
      ok: true,
      value: { light: 'yellow', judged },
    })
  })
})

describe('completeness', () => {
  const status = consolidate(register, [], of).reporters
  const at = (now: string) =>
    completeness(
      register,
      status,
      [
        { reporter: 'jiaotong', completeAt: '2021-05-30T15:59:59.000Z' },
        { reporter: 'sifa', completeAt: '2021-05-30T16:00:00.000Z' },
        { reporter: 'gongan', completeAt: '2021-06-02T01:00:00.000Z', softDeadline: '2021-06-05' },
        { reporter: 'wenlv', completeAt: null },
        { reporter: 'ducha', completeAt: '2021-05-01T00:00:00.000Z' },
      ],
      '2021-05-30',
      now,
    )

  it('counts assigned units once, on time until the end of the deadline’s day in China', () => {
    const found = at('2021-06-03T00:00:00.000Z')
    expect(found.units.find((one) => one.reporter === 'jiaotong')?.state).toBe('onTime')
    expect(found.units.find((one) => one.reporter === 'sifa')?.state).toBe('late')
    expect(found.units.find((one) => one.reporter === 'gongan')?.state).toBe('onTime')
    expect(found.units.find((one) => one.reporter === 'wenlv')?.state).toBe('missing')
    expect(found.units.some((one) => one.reporter === 'ducha')).toBe(false)
    expect(found).toMatchObject({ reported: 3, onTime: 2, late: 1 })
    expect(found.due).toBe(found.reported + found.unreported)
  })

  it('waits for nobody’s default before the deadline', () => {
    expect(at('2021-05-30T10:00:00.000Z').units.find((one) => one.reporter === 'wenlv')?.state).toBe('waiting')
  })
})

describe('ranking', () => {
  it('shares ranks and leaves out who has no score', () => {
    const ranked = rank([
      { id: 'a', score: asScaled(5) },
      { id: 'b', score: null },
      { id: 'c', score: asScaled(9) },
      { id: 'd', score: asScaled(9) },
      { id: 'e', score: asScaled(1) },
    ])
    expect(ranked.map((one) => [one.id, one.rank])).toEqual([
      ['c', 1],
      ['d', 1],
      ['a', 3],
      ['e', 4],
    ])
  })

  it('ranks counties by their shares of targets, at most 100 each, silence as 0', () => {
    const records = [
      row('jiaotong', '7.1.a', '411202', { cumulative: 10, target: 20 }),
      row('jiaotong', '7.1.b', '411202', { cumulative: 60, target: 12 }),
      row('jiaotong', '7.1.a', '411203', { cumulative: 45, target: 60 }),
      row('minzheng', '1.b', '411202', { cumulative: 4.5 }),
      row('minzheng', '1.c', '411203', { cumulative: 1.5 }),
      row('jiaotong', '7.1.a', '411221', { target: 60 }),
    ]
    expect(rankAreas(consolidate(register, records, of), COUNTIES)).toEqual([
      { id: '411202', score: 750_000, rank: 1 },
      { id: '411203', score: 750_000, rank: 1 },
      { id: '411221', score: 0, rank: 3 },
    ])
  })
})

describe('differences', () => {
  it('tell how far an indicator moved, and nothing where a side is missing', () => {
    const month = (cumulative?: number) =>
      consolidate(register, cumulative === undefined ? [] : [row('wenlv', '2.3.a', '411200', { cumulative })], of)
    const moved = differences(month(130), month(100)).find((one) => one.indicator === '2.3.a')
    expect(moved).toEqual({ indicator: '2.3.a', before: 1_000_000, now: 1_300_000, change: 300_000, percentChange: 100_000 })
    expect(differences(month(130), month()).find((one) => one.indicator === '2.3.a')).toMatchObject({ before: null, change: null })
  })
})

describe('compareReporters', () => {
  it('finds a county government that states another figure than the department', () => {
    const records = [row('jiaotong', '7.1.a', '411224', { cumulative: 41 }), row('lushi', '7.1.a', '411224', { cumulative: 44 })]
    expect(compareReporters(register, records)).toEqual([
      {
        indicator: '7.1.a',
        area: '411224',
        ofRecord: { reporter: 'jiaotong', value: 410_000 },
        other: { reporter: 'lushi', value: 440_000 },
        difference: 30_000,
      },
    ])
  })

  it('compares a city row of record with the sum of all counties’ own', () => {
    const governments = ['hubin', 'shanzhou', 'mianchi', 'lushi', 'yima', 'lingbao']
    const records = [
      row('zhujian', '5.a', '411200', { cumulative: 2030 }),
      ...governments.map((reporter, i) => row(reporter, '5.a', COUNTIES[i] ?? '', { cumulative: 300 })),
    ]
    expect(compareReporters(register, records)).toMatchObject([
      { other: { reporter: 'counties', value: 18_000_000 }, difference: -2_300_000 },
    ])
    expect(compareReporters(register, records.slice(0, 6))).toEqual([])
  })
})
