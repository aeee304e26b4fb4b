import type { AccountDetail } from '../../../../shared/wire/administration.ts'

/** What the trail calls an object that a person names as people do: a unit or an account by its name; anything else as typed. */
export function auditObject(typed: string, accounts: readonly Pick<AccountDetail, 'id' | 'name' | 'reporter' | 'reporterName'>[]): string {
  const named = typed.trim()
  return accounts.find(({ reporterName }) => reporterName === named)?.reporter ?? accounts.find(({ name }) => name === named)?.id ?? named
}
