import type { Register } from '../../../../shared/register/register.ts'
import type { AccountDetail } from '../../../../shared/wire/administration.ts'

type Account = Pick<AccountDetail, 'id' | 'name' | 'reporter' | 'reporterName'>

/** What the trail calls an object that a person names as people do: a period, a unit, an indicator or an account by its name; anything else as typed. */
export function auditObject(typed: string, accounts: readonly Account[], register?: Pick<Register, 'units' | 'indicators'>): string {
  const named = typed.trim()
  const [, year, month] = /^(\d{4})年(\d{1,2})月$/.exec(named) ?? []
  if (year !== undefined && month !== undefined) return `${year}-${month.padStart(2, '0')}`
  return (
    register?.units.find(({ name }) => name === named)?.id ??
    register?.indicators.find(({ name }) => name === named)?.id ??
    accounts.find(({ reporterName }) => reporterName === named)?.reporter ??
    accounts.find(({ name }) => name === named)?.id ??
    named
  )
}
