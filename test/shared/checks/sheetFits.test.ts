import { describe, expect, it } from 'vitest'
import { belowZero } from '../../../shared/checks/belowZero.ts'
import { rowNotYours } from '../../../shared/checks/rowNotYours.ts'
import { column, facts, record, said, table } from './sheetFacts.ts'

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

  it('is said at the heading of a column of another county', () => {
    const columns = [
      column('B', 'indicator'),
      column('E', 'cumulative', { area: '411202' }),
      column('F', 'cumulative', { area: '411203' }),
      column('G', 'cumulative', { area: '411221' }),
    ]
    const inColumn = (area: string, cell: string) => {
      const one = record({ cumulative: 1 }, { area })
      return { ...one, origin: { ...one.origin, cells: { subject: 'B5', cumulative: cell } } }
    }
    const records = [inColumn('411202', 'E5'), inColumn('411203', 'F5'), inColumn('411221', 'G5')]
    const [found] = rowNotYours(facts({ tables: [table([5], { columns })], records, context: { reporter: '湖滨区人民政府' } }))
    expect(found).toMatchObject({ cell: 'F3', cells: ['F3', 'G3'] })
  })

  it('names every row, and leaves out those without a figure', () => {
    const found = rowNotYours(
      facts({ tables: [table([])], records: [...rows, record({ target: 3 }, { row: 7 })], context: { reporter: '市司法局' } }),
    )
    expect(found.map(({ params, cells }) => [params.count, cells])).toEqual([[2, ['B5', 'B6']]])
  })
})
