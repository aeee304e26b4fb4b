import { describe, expect, it } from 'vitest'
import { belowZero } from '../../../shared/checks/belowZero.ts'
import { periodMismatch } from '../../../shared/checks/periodMismatch.ts'
import { rowNotYours } from '../../../shared/checks/rowNotYours.ts'
import { sheetOfOtherUnit } from '../../../shared/checks/sheetOfOtherUnit.ts'
import { facts, record, said, table } from './sheetFacts.ts'

describe('belowZero', () => {
  it.each([
    [{ cumulative: -12.5 }, ['error E5 BELOW_ZERO']],
    [{ target: -55, cumulative: 3 }, ['error C5 BELOW_ZERO']],
    [{ denominator: -1 }, ['error I5 BELOW_ZERO']],
    [{ periodValue: -6, cumulative: 0 }, []],
    [{ cumulative: null }, []],
  ])('answers %j with %s', (values, findings) => {
    expect(said(belowZero, { records: [record(values)] })).toEqual(findings)
  })
})

const filed = (reportingUnit: string) => table([], { meta: { reportingUnit, reportingUnitCell: 'A2' } })

describe('sheetOfOtherUnit', () => {
  it.each([
    ['市司法局', '市交通运输局', ['warning A2 SHEET_OF_OTHER_UNIT']],
    ['市司法局', '市司法局', []],
    ['市交通运输局', '市交通局', []],
    ['市司法局', '某某公司', []],
    ['市政府督查室', '市交通运输局', []],
  ])('%s is about to report a sheet of %s', (reporter, unit, findings) => {
    expect(said(sheetOfOtherUnit, { tables: [filed(unit)], context: { reporter } })).toEqual(findings)
  })

  it('asks nothing where nobody is signed in, and where no unit is named', () => {
    expect(said(sheetOfOtherUnit, { tables: [filed('市交通运输局')], context: {} })).toEqual([])
    expect(said(sheetOfOtherUnit, { tables: [table([])], context: { reporter: '市司法局' } })).toEqual([])
  })
})

describe('periodMismatch', () => {
  const titled = (text: string, asOf?: string) =>
    table([], { title: { row: 1, text }, meta: asOf === undefined ? {} : { asOf, asOfCell: 'D2' } })

  it.each([
    ['2021年4月农村公路进展情况表', undefined, ['warning A1 PERIOD_MISMATCH']],
    ['2020年重点民生实事', undefined, ['warning A1 PERIOD_MISMATCH']],
    ['2021年重点民生实事', undefined, []],
    ['2021年1-5月进展情况表', undefined, []],
    ['5月份进展', undefined, []],
    ['农村公路进展', '2021-04-25', ['warning D2 PERIOD_MISMATCH']],
    ['农村公路进展', '2021-05-26', []],
    ['农村公路进展', '2021-06-02', []],
    ['农村公路进展', '2021-06-30', ['warning D2 PERIOD_MISMATCH']],
    // one of two that fits is enough: a title is often left as it was
    ['2021年4月农村公路进展情况表', '2021-05-26', []],
  ])('%s, as of %s, reported in May', (title, asOf, findings) => {
    expect(
      said(periodMismatch, { tables: [titled(title, asOf)], records: [record({ cumulative: 1 })], context: { period: '2021-05' } }),
    ).toEqual(findings)
  })

  it('goes by the sheet’s name where title and day say nothing', () => {
    const named = { ...record({ cumulative: 1 }), origin: { ...record({}).origin, sheet: '4月' } }
    expect(said(periodMismatch, { tables: [titled('农村公路进展')], records: [named], context: { period: '2021-05' } })).toEqual([
      'warning A3 PERIOD_MISMATCH',
    ])
  })
})

describe('rowNotYours', () => {
  const rows = [record({ cumulative: 1 }), record({ cumulative: 2 }, { row: 6, area: '411203' })]

  it.each([
    ['市司法局', ['warning B5 ROW_NOT_YOURS']],
    ['市交通运输局', []],
    ['市政府督查室', []],
    ['湖滨区人民政府', ['warning A6 ROW_NOT_YOURS']],
  ])('%s reports roads of two counties', (reporter, findings) => {
    expect(said(rowNotYours, { tables: [table([])], records: rows, context: { reporter } })).toEqual(findings)
  })

  it('counts rows, and leaves out those without a figure', () => {
    const found = rowNotYours(
      facts({ tables: [table([])], records: [...rows, record({ target: 3 }, { row: 7 })], context: { reporter: '市司法局' } }),
    )
    expect(found.map(({ params }) => params.count)).toEqual([2])
  })
})
