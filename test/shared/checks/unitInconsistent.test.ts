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

  it('says nothing of figures that fit their label', () => {
    expect(said(unitInconsistent, { cells: [fact('E9', 'cumulative', 0.148, { measure: LABEL })] })).toEqual([])
  })
})
