import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { consolidate } from '../../../shared/consolidation/consolidate.ts'
import type { FoldRow } from '../../../shared/consolidation/foldRow.ts'
import { FEWEST_RANKED, rankAreas } from '../../../shared/consolidation/rank.ts'
import { asScaled } from '../../../shared/quantity/scaled.ts'
import type { Register } from '../../../shared/register/register.ts'
import { register2021 } from '../../../shared/register/year2021/register2021.ts'
import {
  byGovernments,
  rankedRegister as departments,
  ranked,
  rankedOfGovernments as records,
  rankedByGovernments as register,
  sentByGovernments,
  withCountyTargets,
} from './countyTargets.ts'
import { COUNTIES, row } from './row.ts'

const of = { period: '2021-05', asOfSeq: 1, era: 'e' }
const rankingOf = (register: Register, records: readonly FoldRow[]) => rankAreas(register, consolidate(register, records, of))
const ranks = (register: Register, records: readonly FoldRow[]) =>
  rankingOf(register, records).counties.map(({ area, rank, score }) => [area, rank, score])

describe('ranking', () => {
  it('is by the mean of what is reached of registered targets, each at most 100, an unreported one as 0 and named', () => {
    const { counties } = rankingOf(register, records)
    expect(counties.slice(0, 3)).toEqual([
      // 1.b is promised for 湖滨区 itself: its target is the district's own, and nothing was reported of it
      { area: '411202', rank: 1, score: 500_000, counted: ['1.b', '3.a', '4.b', '7.1.a', '7.1.b'], asZero: ['1.b'] },
      { area: '411203', rank: 2, score: 390_000, counted: ['1.c', '3.a', '4.b', '7.1.a', '7.1.b'], asZero: ['1.c', '7.1.b'] },
      { area: '411221', rank: null, score: null, counted: ['4.b', '7.1.a'], asZero: ['4.b'] },
    ])
    expect(counties.slice(3).every(({ rank, counted }) => rank === null && counted.length === 0)).toBe(true)
  })

  it('has no rank by fewer than three indicators, however good they are', () => {
    expect(FEWEST_RANKED).toBe(3)
    expect(ranks(register, records).find(([area]) => area === '411221')).toEqual(['411221', null, null])
  })

  it('cannot be improved by leaving a row out, nor by stating a smaller target in the sheet', () => {
    const without = records.filter(({ subject, area }) => !(area === '411203' && subject === '4.b'))
    expect(rankingOf(register, without).counties.find(({ area }) => area === '411203')).toMatchObject({ score: 350_000, rank: 2 })
    const smaller = records.map((one) =>
      one.area === '411203' && one.subject === '4.b' ? row('shanzhou', '4.b', '411203', { cumulative: 10, target: 10 }) : one,
    )
    expect(ranks(register, smaller)).toEqual(ranks(register, records))
    fc.assert(
      fc.property(fc.subarray(records), fc.integer({ min: 0, max: records.length - 1 }), (some, position) => {
        const own = records[position]
        if (own === undefined || some.includes(own)) return
        const score = (rows: readonly FoldRow[]) => rankingOf(register, rows).counties.find(({ area }) => area === own.area)?.score ?? 0
        expect(score(some)).toBeLessThanOrEqual(score([...some, own]))
      }),
    )
  })

  it('has nobody at 0, nor better off, for what only a department was to report and has not of all counties', () => {
    const { counties, excluded } = rankingOf(departments, ranked)
    const silent = excluded.filter(({ reason }) => reason === 'notAllReported').map(({ indicator }) => indicator)
    expect(silent.length).toBeGreaterThan(0)
    for (const { counted, asZero } of counties) for (const id of silent) expect([...counted, ...asZero]).not.toContain(id)
    // the department's last row makes it count again, for every county with a target
    const [id = ''] = silent
    const found = consolidate(departments, ranked, of).indicators.find(({ indicator }) => indicator === id)
    const rest = (found?.counties ?? []).filter(({ reached }) => reached === null)
    const rows = rest.map(({ area, reporter }) => row(reporter ?? '', id, area, { cumulative: 1 }))
    const now = rankingOf(departments, [...ranked, ...rows])
    expect(now.excluded.filter(({ indicator, reason }) => indicator === id && reason === 'notAllReported')).toEqual([])
    expect(
      now.counties
        .filter(({ counted }) => counted.includes(id))
        .map(({ area }) => area)
        .sort(),
    ).toEqual((found?.counties ?? []).map(({ area }) => area).sort())
  })

  it('shares a rank among equal scores and leaves the next one out', () => {
    const even = withCountyTargets(
      Object.fromEntries(['3.a', '4.b', '7.1.a'].map((id) => [id, { '411221': 10, '411224': 10, '411281': 10 }])),
    )
    const rows = ['3.a', '4.b', '7.1.a'].flatMap((id) => {
      const reporter = even.assignments.find(({ subject, ofRecord }) => subject === id && ofRecord)?.reporter ?? ''
      return [
        row(reporter, id, '411221', { cumulative: 5 }),
        row(reporter, id, '411224', { cumulative: 5 }),
        row(reporter, id, '411281', { cumulative: 4 }),
      ]
    })
    expect(ranks(even, rows).slice(0, 3)).toEqual([
      ['411221', 1, 500_000],
      ['411224', 1, 500_000],
      ['411281', 3, 400_000],
    ])
  })

  it('ranks nobody while no county has a figure, nor by a register without county targets', () => {
    expect(ranks(register, []).every(([, rank]) => rank === null)).toBe(true)
    const stated = COUNTIES.flatMap((area) =>
      ['3.a', '4.b', '7.1.a', '7.1.b'].map((id) => row('jiaotong', id, area, { cumulative: 5, target: 10 })),
    )
    expect(ranks(register2021, stated).every(([, rank]) => rank === null)).toBe(true)
  })

  it('takes a rate by its share of its target, and leaves out what is left of 清零 and what stays below a limit', () => {
    const rate = { kind: 'percent', measure: '%', target: { value: asScaled(600_000), op: '>=', opExplicit: true, raw: '60%' } } as const
    const mixed = byGovernments(
      withCountyTargets(
        {
          '3.a': { '411221': 60, '411224': 60 },
          '4.b': { '411221': 100, '411224': 100 },
          '7.1.a': { '411221': 100, '411224': 100 },
          '4.a': { '411221': 0, '411224': 0 },
          '7.1.b': { '411221': 10, '411224': 10 },
        },
        { '3.a': { ...rate }, '4.a': { direction: 'down' }, '7.1.b': { target: { ...rate.target, op: '<=' } } },
      ),
      ['3.a', '4.b', '7.1.a', '4.a', '7.1.b'],
    )
    const rows = [
      row('jiaoyu', '3.a', '411221', { statedPercent: 55 }),
      row('gongan', '4.b', '411221', { cumulative: 100 }),
      row('jiaotong', '7.1.a', '411221', { cumulative: 100 }),
      row('zhujian', '4.a', '411221', { cumulative: 900 }),
    ]
    const { counties, excluded } = rankingOf(mixed, sentByGovernments(mixed, rows))
    // (55 of 60 = 91.67, 100, 100)
    expect(counties[0]).toEqual({ area: '411221', rank: 1, score: 972_200, counted: ['3.a', '4.b', '7.1.a'], asZero: [] })
    expect(excluded.filter(({ reason }) => reason === 'noProgress').map(({ indicator }) => indicator)).toEqual(['4.a', '7.1.b'])
  })
})
