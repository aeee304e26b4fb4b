import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completeness, type UnitPeriod, unitTimeliness } from '../../../shared/consolidation/completeness.ts'
import { register2021 as register } from '../../../shared/register/year2021/register2021.ts'

describe('completeness', () => {
  const periods: UnitPeriod[] = [
    { reporter: 'jiaotong', completeAt: '2021-05-30T15:59:59.000Z', extendedTo: null },
    { reporter: 'sifa', completeAt: '2021-05-30T16:00:00.000Z', extendedTo: null },
    { reporter: 'gongan', completeAt: '2021-06-02T01:00:00.000Z', extendedTo: '2021-06-05' },
    { reporter: 'wenlv', completeAt: null, extendedTo: null },
    { reporter: 'canlian', completeAt: null, extendedTo: '2021-06-04' },
    { reporter: 'ducha', completeAt: '2021-05-01T00:00:00.000Z', extendedTo: null },
  ]
  const at = (today: string) => completeness(register, periods, '2021-05-30', today)

  it('counts assigned units once, on time until the end of their deadline’s day in China', () => {
    const { units, counts } = at('2021-06-03')
    const found = ['jiaotong', 'sifa', 'gongan', 'wenlv', 'canlian', 'ducha'].map((id) => units.get(id)?.timeliness)
    expect(found).toEqual(['onTime', 'late', 'onTime', 'missing', 'waiting', undefined])
    expect(units.get('gongan')?.deadline).toBe('2021-06-05')
    expect(counts).toMatchObject({ reported: 3, onTime: 2, late: 1 })
  })

  it('waits for nobody’s default before the deadline', () => expect(at('2021-05-30').units.get('wenlv')?.timeliness).toBe('waiting'))

  it('takes no day away by an extension that ends before the deadline', () => {
    const early = { completeAt: '2021-05-30T10:00:00.000Z', extendedTo: '2021-05-20' }
    expect(unitTimeliness(early, '2021-05-30', '2021-06-01')).toMatchObject({ timeliness: 'onTime', deadline: '2021-05-30' })
  })

  it('adds up whatever the units said: 应报 = 已报 + 未报, 已报 = 按时 + 逾期', () => {
    const day = fc.integer({ min: 1, max: 30 }).map((n) => `2021-05-${String(n).padStart(2, '0')}`)
    const unit = fc.record({
      reporter: fc.constantFrom(...register.units.map(({ id }) => id)),
      completeAt: fc.option(day.map((one) => `${one}T10:00:00.000Z`)),
      extendedTo: fc.option(day),
    })
    fc.assert(
      fc.property(fc.uniqueArray(unit, { selector: ({ reporter }) => reporter }), day, day, (units, soft, today) => {
        const { counts, units: found } = completeness(register, units, soft, today)
        expect(counts.due).toBe(found.size)
        expect(counts.due).toBe(counts.reported + counts.unreported)
        expect(counts.reported).toBe(counts.onTime + counts.late)
      }),
    )
  })
})
