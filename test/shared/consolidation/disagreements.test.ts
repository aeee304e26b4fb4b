import { describe, expect, it } from 'vitest'
import { cityRows } from '../../../shared/consolidation/cityRows.ts'
import { consolidateRows } from '../../../shared/consolidation/consolidate.ts'
import { disagreements } from '../../../shared/consolidation/disagreements.ts'
import type { FoldRow } from '../../../shared/consolidation/foldRow.ts'
import { register2021 as register } from '../../../shared/register/year2021/register2021.ts'
import { COUNTIES, row } from './row.ts'

const of = { period: '2021-05', asOfSeq: 1, era: 'e' }
const disagreementsOf = (records: readonly FoldRow[]) => {
  const rows = cityRows(register, records, '2021-05')
  return disagreements(rows, consolidateRows(rows, of).indicators)
}

describe('disagreements', () => {
  it('finds a county government that states another figure than the department', () => {
    const records = [row('jiaotong', '7.1.a', '411224', { cumulative: 41 }), row('lushi', '7.1.a', '411224', { cumulative: 44 })]
    const about = {
      area: '411224',
      part: '',
      version: 1,
      seq: 1,
      account: 'jia',
      by: '甲',
      onBehalf: false,
      at: '2021-05-26T08:00:00.000Z',
    }
    const source = { ...about, isPercent: false, stage: null, counted: true, state: 'draft', changed: false, cell: null }
    expect(disagreementsOf(records)).toEqual([
      {
        indicator: '7.1.a',
        area: '411224',
        ofRecord: {
          reporter: 'jiaotong',
          sum: false,
          value: 410_000,
          asOf: null,
          sources: [{ ...source, reporter: 'jiaotong', value: 410_000 }],
        },
        other: { reporter: 'lushi', sum: false, value: 440_000, asOf: null, sources: [{ ...source, reporter: 'lushi', value: 440_000 }] },
        difference: 30_000,
      },
    ])
  })

  it('says as of which day each is, and of a sum only where its rows name the same', () => {
    const on = (day: number, reporter: string, area: string, cumulative: number) =>
      row(reporter, '7.1.a', area, { cumulative, asOf: `2021-05-${day}` })
    expect(disagreementsOf([on(20, 'jiaotong', '411224', 41), on(28, 'lushi', '411224', 44)])).toMatchObject([
      { ofRecord: { asOf: '2021-05-20' }, other: { asOf: '2021-05-28' } },
    ])
    const sums = (last: number) => [
      ...COUNTIES.map((area, i) => on(i === 0 ? last : 20, 'jiaotong', area, 20)),
      on(26, 'jiaotong', '411200', 146),
    ]
    expect(disagreementsOf(sums(20))).toMatchObject([{ ofRecord: { sum: true, asOf: '2021-05-20' }, other: { asOf: '2021-05-26' } }])
    expect(disagreementsOf(sums(21))).toMatchObject([{ ofRecord: { sum: true, asOf: null } }])
  })

  it('compares a city row of record with the sum of all counties’ own', () => {
    const governments = ['hubin', 'shanzhou', 'mianchi', 'lushi', 'yima', 'lingbao']
    const records = [
      row('zhujian', '5.a', '411200', { cumulative: 2030 }),
      ...governments.map((reporter, i) => row(reporter, '5.a', COUNTIES[i] ?? '', { cumulative: 300 })),
    ]
    expect(disagreementsOf(records)).toMatchObject([
      {
        ofRecord: { reporter: 'zhujian', sum: false },
        other: { reporter: 'counties', sum: true, value: 18_000_000 },
        difference: -2_300_000,
      },
    ])
    expect(disagreementsOf(records.slice(0, 6))).toEqual([])
  })

  it('compares a city row of record with the same reporter’s own county rows', () => {
    const records = [
      row('zhujian', '5.a', '411200', { cumulative: 2030 }),
      ...COUNTIES.map((county) => row('zhujian', '5.a', county, { cumulative: 300 })),
    ]
    const [found, ...rest] = disagreementsOf(records)
    expect(found).toMatchObject({ area: '411200', other: { reporter: 'zhujian', sum: true, value: 18_000_000 }, difference: -2_300_000 })
    expect(found?.other.sources.map(({ area }) => area)).toEqual(COUNTIES)
    expect(rest).toEqual([])
  })

  it('compares the sum of all county rows of record with a row for the whole city, and no sum that lacks one', () => {
    const counties = COUNTIES.map((county) => row('jiaotong', '7.1.a', county, { cumulative: 20 }))
    const city = row('jiaotong', '7.1.a', '411200', { cumulative: 146 })
    expect(disagreementsOf([...counties, city])).toMatchObject([
      {
        area: '411200',
        ofRecord: { reporter: 'jiaotong', sum: true, value: 1_200_000 },
        other: { reporter: 'jiaotong', sum: false, value: 1_460_000 },
        difference: 260_000,
      },
    ])
    expect(disagreementsOf([...counties.slice(1), city])).toEqual([])
    expect(disagreementsOf([...counties, row('jiaotong', '7.1.a', '411200', { cumulative: 120 })])).toEqual([])
  })

  it('names a joint lead or anybody else who states another figure, in the register’s order', () => {
    const units = ['wenlv', 'gongan', 'sifa']
    const records = units.map((unit, at) => row(unit, '2.3.a', '411200', { cumulative: 100 + at }))
    const others = disagreementsOf(records).map(({ other }) => other.reporter)
    expect(others).toEqual(register.units.map(({ id }) => id).filter((id) => id === 'gongan' || id === 'sifa'))
  })
})
