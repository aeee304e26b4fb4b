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
  /** How much each has told of what it must: all but 旅游局, which has nothing, and 残联, which has half. */
  const told = (reporter: string, reported = 2) => ({ reporter, name: reporter, required: 2, reported, missing: [], lastAt: null })
  const reporters = [told('jiaotong'), told('sifa'), told('gongan'), told('wenlv', 0), told('canlian', 1)]
  const at = (today: string) => completeness(reporters, periods, '2021-05-30', today)

  it('counts assigned units once, on time until the end of their deadline’s day in China', () => {
    const { units, counts } = at('2021-06-03')
    const found = ['jiaotong', 'sifa', 'gongan', 'wenlv', 'canlian', 'ducha'].map((id) => units.get(id)?.timeliness)
    expect(found).toEqual(['onTime', 'late', 'onTime', 'missing', 'waiting', undefined])
    expect(units.get('gongan')?.deadline).toBe('2021-06-05')
    expect(counts).toEqual({ due: 5, reported: 3, partial: 1, unreported: 1, onTime: 2, late: 1 })
  })

  it('waits for nobody’s default before the deadline', () => expect(at('2021-05-30').units.get('wenlv')?.timeliness).toBe('waiting'))

  it('takes no day away by an extension that ends before the deadline', () => {
    const early = { completeAt: '2021-05-30T10:00:00.000Z', extendedTo: '2021-05-20' }
    expect(unitTimeliness(early, '2021-05-30', '2021-06-01')).toMatchObject({ timeliness: 'onTime', deadline: '2021-05-30' })
  })

  it('takes 报送完成 with nothing sent for no report', () => {
    const empty = [{ reporter: 'wenlv', completeAt: '2021-05-20T10:00:00.000Z', extendedTo: null }]
    const { units, counts } = completeness([told('wenlv', 0)], empty, '2021-05-30', '2021-05-31')
    expect(units.get('wenlv')).toMatchObject({ timeliness: 'missing', completeAt: '2021-05-20T10:00:00.000Z' })
    expect(counts).toEqual({ due: 1, reported: 0, partial: 0, unreported: 1, onTime: 0, late: 0 })
  })

  it('does not take what was sent for unsent when it is returned', () => {
    const returned = [{ reporter: 'sifa', completeAt: null, extendedTo: null, returned: true }]
    const { units, counts } = completeness([told('sifa')], returned, '2021-05-30', '2021-06-01')
    expect(units.get('sifa')).toMatchObject({ returned: true })
    expect(counts).toMatchObject({ due: 1, reported: 1, unreported: 0 })
  })

  it('adds up whatever the units said: 应报 = 已报齐 + 部分报送 + 未报', () => {
    const day = fc.integer({ min: 1, max: 30 }).map((n) => `2021-05-${String(n).padStart(2, '0')}`)
    const unit = fc.record({
      reporter: fc.constantFrom(...register.units.map(({ id }) => id)),
      reported: fc.integer({ min: 0, max: 2 }),
      completeAt: fc.option(day.map((one) => `${one}T10:00:00.000Z`)),
      extendedTo: fc.option(day),
    })
    fc.assert(
      fc.property(fc.uniqueArray(unit, { selector: ({ reporter }) => reporter }), day, day, (units, soft, today) => {
        const due = units.map(({ reporter, reported }) => told(reporter, reported))
        const { counts, units: found } = completeness(due, units, soft, today)
        expect(counts.due).toBe(found.size)
        expect(counts.due).toBe(counts.reported + counts.partial + counts.unreported)
        expect(counts.onTime + counts.late).toBeLessThanOrEqual(counts.reported + counts.partial)
      }),
    )
  })
})
