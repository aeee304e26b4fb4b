import type { EarlierRecord } from '../../shared/record/reading.ts'
import type { Register } from '../../shared/register/register.ts'
import type { PeriodInfo } from '../../shared/wire/period.ts'
import type { Account } from '../../shared/wire/session.ts'

/** Everything a signed-in person works with once a period is chosen. */
export interface PeriodContext {
  readonly account: Account
  readonly period: PeriodInfo
  readonly register: Register
  /** The unit's records of the periods before, newest first, for checks between periods; empty for the city's own staff. */
  readonly earlier: readonly EarlierRecord[]
}
