import { describe, expect, it } from 'vitest'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'
import { demoAccounts, FIRST_UNIT } from '../../../../worker/cli/site/demoAccounts.ts'

describe('demoAccounts', () => {
  const accounts = demoAccounts(register2021)

  it('has a clerk for every unit that reports', () => {
    const reporters = new Set(register2021.assignments.map(({ reporter }) => reporter))
    const clerks = accounts.filter(({ role }) => role === 'clerk').map(({ reporter }) => reporter)
    expect(clerks).toEqual(expect.arrayContaining([...reporters]))
    expect(new Set(clerks).size).toBe(clerks.length)
  })

  it.each(['reviewer', 'coordinator', 'administrator', 'auditor', 'reader'])('has a %s', (role) => {
    expect(accounts.filter((account) => account.role === role)).toHaveLength(1)
  })

  it('opens with a unit that has a clerk', () => {
    expect(accounts.map(({ id }) => id)).toContain(FIRST_UNIT)
  })
})
