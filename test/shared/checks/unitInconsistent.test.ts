import { describe, expect, it } from 'vitest'
import { unitInconsistent } from '../../../shared/checks/unitInconsistent.ts'
import { fact, facts, said } from './sheetFacts.ts'

const LABEL = { name: '人', scale: 10_000, source: 'unitColumn', at: 'C9' } as const

describe('unitInconsistent', () => {
  it('says once, at the label, that its cells were read at two scales', () => {
    const cells = [
      fact('D9', 'target', 0.55, { measure: LABEL }),
      fact('E9', 'cumulative', 1480, { measure: LABEL, readScale: 1 }),
      fact('G9', 'cumulative', 2010, { measure: LABEL, readScale: 1 }),
    ]
    expect(said(unitInconsistent, { cells })).toEqual(['error C9 UNIT_INCONSISTENT'])
    expect(unitInconsistent(facts({ cells }))[0]?.params.cells).toEqual(['E9', 'G9'])
  })

  it('says once for the cells of a column whose label is nowhere in the sheet', () => {
    const { at: _, ...measure } = LABEL
    const cells = [
      fact('C4', 'cumulative', 1480, { measure, readScale: 1 }),
      fact('C5', 'cumulative', 2010, { measure, readScale: 1 }),
      fact('E5', 'previous_cumulative', 1900, { measure, readScale: 1 }),
    ]
    expect(unitInconsistent(facts({ cells })).map(({ cell, cells }) => [cell, cells])).toEqual([
      ['C4', ['C4', 'C5']],
      ['E5', undefined],
    ])
  })

  it('says nothing of figures that fit their label', () => {
    expect(said(unitInconsistent, { cells: [fact('E9', 'cumulative', 0.148, { measure: LABEL })] })).toEqual([])
  })
})
