import { describe, expect, it } from 'vitest'
import { consolidate } from '../../../shared/consolidation/consolidate.ts'
import { rank, rankAreas } from '../../../shared/consolidation/rank.ts'
import { asScaled } from '../../../shared/quantity/scaled.ts'
import { register2021 as register } from '../../../shared/register/year2021/register2021.ts'
import { COUNTIES, row } from './row.ts'

const of = { period: '2021-05', asOfSeq: 1, era: 'e' }

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
