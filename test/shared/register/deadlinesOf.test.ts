import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysBetween, endOfMonth } from '../../../shared/quantity/dates/calendar.ts'
import { completeRegister } from '../../../shared/register/completeRegister.ts'
import { deadlinesOf } from '../../../shared/register/deadlinesOf.ts'
import { formOfRegister } from '../../../shared/register/formOfRegister.ts'
import { parseRegister } from '../../../shared/register/parseRegister.ts'
import { registerForm2021 } from '../../../shared/register/year2021/register2021.ts'

describe('deadlines by the calendar', () => {
  it.each([
    ['2021-05', '2021-05-30', '2021-06-02'],
    ['2021-02', '2021-02-28', '2021-03-03'],
    ['2024-02', '2024-02-29', '2024-03-03'],
    ['2021-04', '2021-04-30', '2021-05-03'],
    ['2021-11', '2021-11-30', '2021-12-03'],
    ['2021-12', '2021-12-25', '2021-12-28'],
  ])('of %s are %s and %s by the usual one', (period, softDeadline, hardDeadline) => {
    expect(deadlinesOf(period)).toEqual({ softDeadline, hardDeadline })
  })

  it('lie in the month of the period, at the day asked for or the last one, and so many days apart', () => {
    const day = fc.integer({ min: 1, max: 31 })
    const calendar = fc.record({ monthlyBy: day, yearBy: day, graceDays: fc.integer({ min: 0, max: 60 }) })
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 12 }), calendar, (year, month, given) => {
        const period = `${year}-${String(month).padStart(2, '0')}`
        const { softDeadline, hardDeadline } = deadlinesOf(period, given)
        const asked = `${period}-${String(month === 12 ? given.yearBy : given.monthlyBy).padStart(2, '0')}`
        const last = endOfMonth(period) ?? ''
        expect(softDeadline).toBe(asked < last ? asked : last)
        expect(daysBetween(softDeadline, hardDeadline)).toBe(given.graceDays)
      }),
    )
  })

  it('are part of a register, which keeps its calendar there and back', () => {
    const calendar = { monthlyBy: 25, yearBy: 20, graceDays: 0 }
    const register = completeRegister({ ...registerForm2021, calendar })
    expect(register.calendar).toEqual(calendar)
    expect(parseRegister(formOfRegister(register))).toEqual({ ok: true, value: register })
    expect(parseRegister(register)).toEqual({ ok: true, value: register })
    expect(parseRegister({ ...registerForm2021, calendar: { ...calendar, monthlyBy: 32 } }).ok).toBe(false)
  })
})
