import { describe, expect, it } from 'vitest'
import { unitSynonym } from '../../../shared/checks/unitSynonym.ts'
import { fact, said } from './sheetFacts.ts'

describe('unitSynonym', () => {
  it.each([
    ['5.a', '12座', ['info E5 UNIT_SYNONYM']],
    ['8.2.a', '105名', ['info E5 UNIT_SYNONYM']],
    ['7.1.a', '41公里', []],
    ['2.1.a', '100个', []],
    ['5.a', 12, []],
  ])('answers %s written as %s with %s', (indicator, value, findings) => {
    expect(said(unitSynonym, { cells: [fact('E5', 'cumulative', value, { indicator })] })).toEqual(findings)
  })

  it('says a label once', () => {
    const measure = { name: '千米', scale: 1, source: 'heading', at: 'C3' } as const
    const cells = ['E5', 'E6'].map((cell) => fact(cell, 'cumulative', 3, { indicator: '7.1.a', measure }))
    expect(said(unitSynonym, { cells })).toEqual(['info C3 UNIT_SYNONYM'])
  })
})
