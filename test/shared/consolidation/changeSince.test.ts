import { describe, expect, it } from 'vitest'
import { changeSince, earlierFigures } from '../../../shared/consolidation/changeSince.ts'
import { consolidate } from '../../../shared/consolidation/consolidate.ts'
import { register2021 as register } from '../../../shared/register/year2021/register2021.ts'
import { COUNTIES, row } from './row.ts'

const of = { period: '2021-05', asOfSeq: 1, era: 'e' }

describe('changes', () => {
  const found = (id: string, rows: readonly (readonly [reporter: string, area: string, cumulative: number])[]) => {
    const records = rows.map(([reporter, area, cumulative]) => row(reporter, id, area, { cumulative }))
    return consolidate(register, records, of).indicators.filter((one) => one.indicator === id)
  }
  const all = COUNTIES.map((area): [string, string, number] => ['jiaotong', area, 10])
  const none = { cumulative: null, percent: null }

  it.each<[string, string, readonly [string, string, number][], readonly [string, string, number][], object]>([
    ['how far it moved', '2.3.a', [['wenlv', '411200', 100]], [['wenlv', '411200', 130]], { cumulative: 300_000, percent: 100_000 }],
    ['that it went back', '2.3.a', [['wenlv', '411200', 130]], [['wenlv', '411200', 100]], { cumulative: -300_000, percent: -100_000 }],
    ['nothing where the earlier side is missing', '2.3.a', [], [['wenlv', '411200', 130]], none],
    ['nothing where the later side is missing', '2.3.a', [['wenlv', '411200', 100]], [], none],
    ['nothing where a county reports for the first time', '7.1.a', all.slice(0, 5), all, none],
    ['nothing where a county is silent now', '7.1.a', all, all.slice(1), none],
    [
      'the sum of the same counties',
      '7.1.a',
      [['jiaotong', '411202', 10]],
      [['jiaotong', '411202', 13]],
      { cumulative: 30_000, percent: 10_000 },
    ],
  ])('tell %s', (_, id, before, now, change) => {
    const [current] = found(id, now)
    if (!current) throw new Error(id)
    expect(changeSince(current, earlierFigures(found(id, before))[id])).toEqual(change)
  })

  it('are none without a period before', () => {
    const [current] = found('2.3.a', [['wenlv', '411200', 130]])
    if (!current) throw new Error('2.3.a')
    expect(changeSince(current, undefined)).toEqual(none)
  })
})
