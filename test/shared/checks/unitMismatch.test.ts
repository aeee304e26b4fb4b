import { describe, expect, it } from 'vitest'
import { unitMismatch } from '../../../shared/checks/unitMismatch.ts'
import { fact, facts, said } from './sheetFacts.ts'

describe('unitMismatch', () => {
  it.each([
    ['2.1.a', '100个行政村', ['error I4 UNIT_MISMATCH']],
    ['7.1.a', '897万元', ['error I4 UNIT_MISMATCH']],
    ['4.a', '35个小区', ['error I4 UNIT_MISMATCH']],
    ['4.a', '65%', ['error I4 UNIT_MISMATCH']],
    ['5.a', '12座', []],
    ['8.1.a', '11745例', []],
    ['3.b', '15个', []],
    ['7.1.a', '41km', []],
    ['8.1.c', '4405例', []],
    ['2.1.a', '3场', []],
    ['2.1.a', 3, []],
  ])('answers %s written as %s with %s', (indicator, value, findings) => {
    expect(said(unitMismatch, { cells: [fact('I4', 'cumulative', value, { indicator })] })).toEqual(findings)
  })

  it('says at a label, once, that it counts another kind', () => {
    const measure = { name: '个', scale: 1, source: 'heading', at: 'C3' } as const
    const cells = ['C5', 'C6'].map((cell) => fact(cell, 'target', 100, { indicator: '4.a', measure }))
    expect(said(unitMismatch, { cells })).toEqual(['error C3 UNIT_MISMATCH'])
  })

  it('names what is counted instead', () => {
    const [finding] = unitMismatch(facts({ cells: [fact('I4', 'cumulative', '100个行政村', { indicator: '2.1.a' })] }))
    expect(finding?.params).toMatchObject({ measure: '个', registered: '场', noun: '行政村' })
  })
})
