import { expect, it } from 'vitest'
import { likelyPeriod, visitedContext, visitedPeriods } from '../../../../addin/flow/session/visit.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'

const periods = visitedPeriods(register2021)

it('a visitor checks for any month of the register’s year, newest first', () => {
  expect(periods.map(({ id }) => id)).toHaveLength(12)
  expect([periods[0]?.id, periods[11]?.id]).toEqual(['2021-12', '2021-01'])
})

it.each([
  ['2021-05-28T02:00:00Z', '2021-05'],
  ['2021-06-05T02:00:00Z', '2021-05'],
  ['2021-06-10T15:00:00Z', '2021-05'],
  ['2021-06-10T17:00:00Z', '2021-06'],
  ['2021-01-03T02:00:00Z', '2021-01'],
  ['2022-01-05T02:00:00Z', '2021-12'],
  ['2026-11-30T02:00:00Z', '2021-12'],
  ['2020-11-30T02:00:00Z', '2021-01'],
])('at %s most likely for %s', (now, month) => {
  expect(likelyPeriod(periods, now)?.id).toBe(month)
})

it('is nobody: of no unit, with nothing reported before, and of no role that sends', () => {
  const [period] = periods
  if (!period) throw new Error('no period')
  expect(visitedContext(register2021, period)).toMatchObject({ account: { reporter: null, role: 'reader' }, earlier: [] })
})
