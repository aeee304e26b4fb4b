import { describe, expect, it } from 'vitest'
import { denominatorMissing } from '../../../shared/checks/denominatorMissing.ts'
import { pctMismatch } from '../../../shared/checks/pctMismatch.ts'
import { pctRounding } from '../../../shared/checks/pctRounding.ts'
import { pctScaleMixed } from '../../../shared/checks/pctScaleMixed.ts'
import { pctUnverifiable } from '../../../shared/checks/pctUnverifiable.ts'
import { rateOver100 } from '../../../shared/checks/rateOver100.ts'
import { fact, facts, record, said, table, total } from './sheetFacts.ts'

const CHECKS = [pctMismatch, pctRounding, pctUnverifiable]

describe('the checks of stated percentages', () => {
  it.each([
    [146, 300, 48.67, '48.67%', []],
    [146, 300, 48, '48%', ['warning F5 PCT_ROUNDING']],
    [130, 300, 43.34, '43.34%', ['warning F5 PCT_ROUNDING']],
    [123, 280, 44, '44%', []],
    [12.5, 20, 62, '62%', []],
    [12.5, 20, 63, '63%', []],
    [146, 300, 52, '52%', ['error F5 PCT_MISMATCH']],
    [146, 300, 0.49, '0.49%', ['error F5 PCT_MISMATCH']],
    [10_400, 5200, 200, '200%', []],
    [3, 0, 5, '5%', []],
    [19, 50, 38, '38.00%', []],
  ])('answer %d of %d stated as %d (%s) with %s', (cumulative, target, statedPercent, written, findings) => {
    const records = [record({ cumulative, target, statedPercent }, { written: { statedPercent: written } })]
    expect(CHECKS.flatMap((check) => said(check, { records }))).toEqual(findings)
  })

  it('take the precision from the cell where there is one', () => {
    const records = [record({ cumulative: 130, target: 300, statedPercent: 43.34 })]
    const cells = [fact('F5', 'percent', 0.4334, { format: '0%' })]
    expect(said(pctRounding, { records, cells })).toEqual([])
    expect(said(pctRounding, { records, cells: [fact('F5', 'percent', 0.4334, { format: '0.00%' })] })).toEqual(['warning F5 PCT_ROUNDING'])
  })

  it('call a percentage unverifiable that rests on a refused or blank figure', () => {
    const one = record({ target: 100, statedPercent: 100 }, { subject: '2.1.a', area: '411200', blank: ['cumulative'] })
    expect(said(pctUnverifiable, { records: [one] })).toEqual(['warning F5 PCT_UNVERIFIABLE'])
    expect(said(pctUnverifiable, { records: [record({ target: 100, statedPercent: 100 })] })).toEqual([])
  })

  it('judge a coverage rate by its own denominator', () => {
    const rate = (denominator: number) =>
      record({ cumulative: 6201, denominator, statedPercent: 100.45 }, { subject: '8.1.e', area: '411200' })
    expect(said(pctMismatch, { records: [rate(6173)] })).toEqual([])
    expect(said(pctMismatch, { records: [rate(7000)] })).toEqual(['error F5 PCT_MISMATCH'])
  })

  it('accuse nobody where most of a column does not fit: it is no share of completed in target', () => {
    const records = [5, 6, 7, 8].map((row) => record({ cumulative: 10, target: 20, statedPercent: 70 + row }, { row }))
    expect(said(pctMismatch, { records })).toEqual([])
    expect(said(pctUnverifiable, { records })).toHaveLength(4)
    expect(said(pctMismatch, { records: records.slice(1) })).toHaveLength(3)
  })

  it('judge a total on its stated figures, and say what is right', () => {
    const given = { totals: [total(11, { target: 300, cumulative: 146, statedPercent: 48 })], cells: [fact('F11', 'percent', '48%')] }
    expect(said(pctRounding, given)).toEqual(['warning F11 PCT_ROUNDING'])
    expect(pctRounding(facts(given))[0]?.params).toMatchObject({ stated: '48', right: '49', exact: '48.67' })
  })
})

describe('rateOver100', () => {
  it.each([
    ['8.1.e', 100.45, ['info F5 RATE_OVER_100']],
    ['8.1.e', 100, []],
    ['8.2.a', 105, []],
  ])('answers %s at %d %% with %s', (subject, statedPercent, findings) => {
    expect(said(rateOver100, { records: [record({ statedPercent }, { subject, area: '411200' })] })).toEqual(findings)
  })
})

describe('denominatorMissing', () => {
  const RATES = [
    ['8.1.c', 4405, 71.36],
    ['8.1.d', 4607, 74.63],
    ['8.1.e', 6201, 100.45],
    ['8.1.f', 6086, 98.59],
  ] as const
  const rows = RATES.map(([subject, cumulative, statedPercent], i) =>
    record({ cumulative, statedPercent }, { subject, area: '411200', row: 5 + i }),
  )

  it('says the one whole number that all rates of an area fit', () => {
    const found = denominatorMissing(facts({ records: rows }))
    expect(found.map((finding) => `${finding.severity} ${finding.cell}`)).toEqual(['warning F5', 'warning F6', 'warning F7', 'warning F8'])
    expect(found.map((finding) => finding.params.implied)).toEqual(Array(4).fill(['6173']))
  })

  it('says it once an indicator, with all its cells, and of each county the whole that its rates fit', () => {
    const counties = ['411202', '411203'].flatMap((area, at) => [
      record({ cumulative: 930 - at * 200, statedPercent: 71.54 - at * 2.02 }, { subject: '8.1.c', area, row: 5 + at }),
      record({ cumulative: 970 - at * 210, statedPercent: 74.62 - at * 2.24 }, { subject: '8.1.d', area, row: 15 + at }),
    ])
    const found = denominatorMissing(facts({ records: counties }))
    expect(found.map(({ cell, cells, records }) => [cell, cells, records])).toEqual([
      ['F5', ['F5', 'F6'], ['8.1.c|411202|', '8.1.c|411203|']],
      ['F15', ['F15', 'F16'], ['8.1.d|411202|', '8.1.d|411203|']],
    ])
    expect(found[0]?.params).toEqual({ indicator: '8.1.c', area: ['411202', '411203'], implied: ['1300', '1050'] })
  })

  it.each([
    ['several fit', [[4405, 71.4]]],
    ['one rate alone fits one number', [[4405, 71.36]]],
    ['the whole would be the count itself', [[5, 100]]],
    [
      'all counts are the same',
      [
        [5, 100],
        [5, 100],
      ],
    ],
    [
      'they disagree',
      [
        [4405, 71.36],
        [4607, 91.3],
      ],
    ],
  ])('implies nothing where %s', (_, rates) => {
    const records = rates.map(([cumulative = 0, statedPercent = 0], at) =>
      record({ cumulative, statedPercent }, { subject: `8.1.${'cdef'[at]}`, area: '411200', row: 5 + at }),
    )
    expect(denominatorMissing(facts({ records })).map(({ params }) => params.implied)).toEqual(records.map(() => undefined))
  })

  it('says nothing where the denominator stands, or nothing is averaged', () => {
    const given = record({ cumulative: 4405, denominator: 6173, statedPercent: 71.36 }, { subject: '8.1.c', area: '411200' })
    expect(said(denominatorMissing, { records: [given, record({ statedPercent: 91 }, { subject: '9.1.b', area: '411200' })] })).toEqual([])
  })
})

describe('pctScaleMixed', () => {
  it.each([
    [0.4334, '0.00%', 48.67, 'General', ['info F6 PCT_SCALE_MIXED']],
    [0.4334, '0.00%', 0.48, 'General', []],
    [0, 'General', 48.67, 'General', []],
    ['48%', 'General', 0.4867, '0.00%', []],
  ])('compares %j (%s) with %j (%s)', (first, format, second, other, findings) => {
    const cells = [fact('F5', 'percent', first, { format }), fact('F6', 'percent', second, { format: other })]
    expect(said(pctScaleMixed, { cells, tables: [table([5, 6])] })).toEqual(findings)
  })
})
