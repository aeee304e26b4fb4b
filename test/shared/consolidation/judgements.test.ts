import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeSince, earlierFigures } from '../../../shared/consolidation/changeSince.ts'
import { compareReporters } from '../../../shared/consolidation/compareReporters.ts'
import { completeness, type UnitPeriod, unitTimeliness } from '../../../shared/consolidation/completeness.ts'
import { consolidate } from '../../../shared/consolidation/consolidate.ts'
import { knownPercent, sumOf } from '../../../shared/consolidation/knownPercent.ts'
import { expectedPercent, hasLight, type LightInput, light, shownLight } from '../../../shared/consolidation/light.ts'
import { rank, rankAreas } from '../../../shared/consolidation/rank.ts'
import { stageCounts } from '../../../shared/consolidation/stageCounts.ts'
import { asScaled } from '../../../shared/quantity/scaled.ts'
import { register2021 as register } from '../../../shared/register/year2021/register2021.ts'
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

  it('are only for what is promised: targets and milestones', () => {
    expect(['2.3.a', '7.2.a', '8.1.c'].map((id) => hasLight(indicator(id)))).toEqual([true, true, false])
  })

  it('show the coordinator’s own where there is one', () => {
    const judged = { light: 'red', reason: 'behind', expected: null, behind: null } as const
    const override = { light: 'yellow', reason: '演出集中在暑期', by: '督查室', at: '2021-05-31T00:00:00.000Z' } as const
    expect([shownLight({ ...judged, override: null }), shownLight({ ...judged, override })]).toEqual(['red', 'yellow'])
  })
})

describe('completeness', () => {
  const periods: UnitPeriod[] = [
    { reporter: 'jiaotong', completeAt: '2021-05-30T15:59:59.000Z', extendedTo: null },
    { reporter: 'sifa', completeAt: '2021-05-30T16:00:00.000Z', extendedTo: null },
    { reporter: 'gongan', completeAt: '2021-06-02T01:00:00.000Z', extendedTo: '2021-06-05' },
    { reporter: 'wenlv', completeAt: null, extendedTo: null },
    { reporter: 'canlian', completeAt: null, extendedTo: '2021-06-04' },
    { reporter: 'ducha', completeAt: '2021-05-01T00:00:00.000Z', extendedTo: null },
  ]
  const at = (today: string) => completeness(register, periods, '2021-05-30', today)

  it('counts assigned units once, on time until the end of their deadline’s day in China', () => {
    const { units, counts } = at('2021-06-03')
    const found = ['jiaotong', 'sifa', 'gongan', 'wenlv', 'canlian', 'ducha'].map((id) => units.get(id)?.timeliness)
    expect(found).toEqual(['onTime', 'late', 'onTime', 'missing', 'waiting', undefined])
    expect(units.get('gongan')?.deadline).toBe('2021-06-05')
    expect(counts).toMatchObject({ reported: 3, onTime: 2, late: 1 })
  })

  it('waits for nobody’s default before the deadline', () => expect(at('2021-05-30').units.get('wenlv')?.timeliness).toBe('waiting'))

  it('takes no day away by an extension that ends before the deadline', () => {
    const early = { completeAt: '2021-05-30T10:00:00.000Z', extendedTo: '2021-05-20' }
    expect(unitTimeliness(early, '2021-05-30', '2021-06-01')).toMatchObject({ timeliness: 'onTime', deadline: '2021-05-30' })
  })

  it('adds up whatever the units said: 应报 = 已报 + 未报, 已报 = 按时 + 逾期', () => {
    const day = fc.integer({ min: 1, max: 30 }).map((n) => `2021-05-${String(n).padStart(2, '0')}`)
    const unit = fc.record({
      reporter: fc.constantFrom(...register.units.map(({ id }) => id)),
      completeAt: fc.option(day.map((one) => `${one}T10:00:00.000Z`)),
      extendedTo: fc.option(day),
    })
    fc.assert(
      fc.property(fc.uniqueArray(unit, { selector: ({ reporter }) => reporter }), day, day, (units, soft, today) => {
        const { counts, units: found } = completeness(register, units, soft, today)
        expect(counts.due).toBe(found.size)
        expect(counts.due).toBe(counts.reported + counts.unreported)
        expect(counts.reported).toBe(counts.onTime + counts.late)
      }),
    )
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

describe('changes', () => {
  const found = (id: string, rows: readonly (readonly [reporter: string, area: string, cumulative: number])[]) => {
    const records = rows.map(([reporter, area, cumulative]) => row(reporter, id, area, { cumulative }))
    return consolidate(register, records, of).indicators.filter((one) => one.indicator === id)
  }
  const all = COUNTIES.map((area): [string, string, number] => ['jiaotong', area, 10])
  const none = { cumulative: null, percent: null }

  it.each<[string, string, readonly [string, string, number][], readonly [string, string, number][], object]>([
    ['how far it moved', '2.3.a', [['wenlv', '411200', 100]], [['wenlv', '411200', 130]], { cumulative: 300_000, percent: 100_000 }],
    ['that it went back', '2.3.a', [['wenlv', '411200', 130]], [['wenlv', '411200', 100]], { cumulative: -300_000, percent: -100_000 }],
    ['nothing where the earlier side is missing', '2.3.a', [], [['wenlv', '411200', 130]], none],
    ['nothing where the later side is missing', '2.3.a', [['wenlv', '411200', 100]], [], none],
    ['nothing where a county reports for the first time', '7.1.a', all.slice(0, 5), all, none],
    ['nothing where a county is silent now', '7.1.a', all, all.slice(1), none],
    [
      'the sum of the same counties',
      '7.1.a',
      [['jiaotong', '411202', 10]],
      [['jiaotong', '411202', 13]],
      { cumulative: 30_000, percent: 10_000 },
    ],
  ])('tell %s', (_, id, before, now, change) => {
    const [current] = found(id, now)
    if (!current) throw new Error(id)
    expect(changeSince(current, earlierFigures(found(id, before))[id])).toEqual(change)
  })

  it('are none without a period before', () => {
    const [current] = found('2.3.a', [['wenlv', '411200', 130]])
    if (!current) throw new Error('2.3.a')
    expect(changeSince(current, undefined)).toEqual(none)
  })
})

describe('compareReporters', () => {
  it('finds a county government that states another figure than the department', () => {
    const records = [row('jiaotong', '7.1.a', '411224', { cumulative: 41 }), row('lushi', '7.1.a', '411224', { cumulative: 44 })]
    const source = { area: '411224', part: '', version: 1, seq: 1, by: '甲', at: '2021-05-26T08:00:00.000Z', cell: null }
    expect(compareReporters(register, records)).toEqual([
      {
        indicator: '7.1.a',
        area: '411224',
        ofRecord: { reporter: 'jiaotong', sum: false, value: 410_000, sources: [{ ...source, reporter: 'jiaotong', value: 410_000 }] },
        other: { reporter: 'lushi', sum: false, value: 440_000, sources: [{ ...source, reporter: 'lushi', value: 440_000 }] },
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
      {
        ofRecord: { reporter: 'zhujian', sum: false },
        other: { reporter: 'counties', sum: true, value: 18_000_000 },
        difference: -2_300_000,
      },
    ])
    expect(compareReporters(register, records.slice(0, 6))).toEqual([])
  })

  it('compares a city row of record with the same reporter’s own county rows', () => {
    const records = [
      row('zhujian', '5.a', '411200', { cumulative: 2030 }),
      ...COUNTIES.map((county) => row('zhujian', '5.a', county, { cumulative: 300 })),
    ]
    const [found, ...rest] = compareReporters(register, records)
    expect(found).toMatchObject({ area: '411200', other: { reporter: 'zhujian', sum: true, value: 18_000_000 }, difference: -2_300_000 })
    expect(found?.other.sources.map(({ area }) => area)).toEqual(COUNTIES)
    expect(rest).toEqual([])
  })

  it('compares the sum of all county rows of record with a row for the whole city, and no sum that lacks one', () => {
    const counties = COUNTIES.map((county) => row('jiaotong', '7.1.a', county, { cumulative: 20 }))
    const city = row('jiaotong', '7.1.a', '411200', { cumulative: 146 })
    expect(compareReporters(register, [...counties, city])).toMatchObject([
      {
        area: '411200',
        ofRecord: { reporter: 'jiaotong', sum: true, value: 1_200_000 },
        other: { reporter: 'jiaotong', sum: false, value: 1_460_000 },
        difference: 260_000,
      },
    ])
    expect(compareReporters(register, [...counties.slice(1), city])).toEqual([])
    expect(compareReporters(register, [...counties, row('jiaotong', '7.1.a', '411200', { cumulative: 120 })])).toEqual([])
  })

  it('names a joint lead or anybody else who states another figure, in the register’s order', () => {
    const units = ['wenlv', 'gongan', 'sifa']
    const records = units.map((unit, at) => row(unit, '2.3.a', '411200', { cumulative: 100 + at }))
    const others = compareReporters(register, records).map(({ other }) => other.reporter)
    expect(others).toEqual(register.units.map(({ id }) => id).filter((id) => id === 'gongan' || id === 'sifa'))
  })
})
