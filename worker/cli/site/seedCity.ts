import { getPlatformProxy } from 'wrangler'
import { daysBetween } from '../../../shared/quantity/dates/calendar.ts'
import { unitById } from '../../../shared/register/registerIndex.ts'
import { register2021 } from '../../../shared/register/year2021/register2021.ts'
import { cityToday } from '../../http/cityToday.ts'
import { mintInvitationCode } from '../../secrets/invitationCode.ts'
import { applySeed } from '../../store/applySeed.ts'
import type { Database } from '../../store/database/database.ts'
import type { Seed } from '../../store/seed.ts'
import { type DemoAccount, demoAccounts } from './demoAccounts.ts'
import { root } from './projectRoot.ts'

export const DEMO_PERIOD = '2021-05'
/** The day that the demo takes for today: two days before its deadline, so that lights, reminders and deadlines mean something. */
export const DEMO_DAY = '2021-05-28'

/** How many days the demo's clock is behind the real one. */
export const demoDaysBack = (now: Date): number => daysBetween(DEMO_DAY, cityToday(now))

/** A demo account with one-time codes of this start: one is printed, one sends the demo's figures, many let the preview change sides. */
export interface InvitedAccount extends DemoAccount {
  readonly reporterName: string | null
  readonly code: string
  readonly codeOfStart: string
  readonly codes: readonly string[]
}

/** A browser takes one by chance: with few of them the scenarios, each in browsers of its own, meet spent ones. */
const CODES_EACH = 150
const DAY = 86_400_000
const mintCode = () => mintInvitationCode()

/** What the demo's database is filled with: the register of 2021, the period, the demo accounts and fresh invitations. */
export function demoSeed(now: Date): { readonly people: readonly InvitedAccount[]; readonly seed: Seed } {
  const people = demoAccounts(register2021).map((account) => {
    const codes = Array.from({ length: CODES_EACH }, mintCode)
    const reporterName = unitById(register2021, account.reporter ?? '')?.name ?? null
    return { ...account, reporterName, code: mintCode(), codeOfStart: mintCode(), codes }
  })
  const expiresAt = new Date(now.getTime() + DAY).toISOString()
  const seed: Seed = {
    register: register2021,
    periods: [{ id: DEMO_PERIOD, softDeadline: '2021-05-30', hardDeadline: '2099-12-31' }],
    accounts: people,
    invitations: people.flatMap(({ id, code, codeOfStart, codes }) =>
      [code, codeOfStart, ...codes].map((code) => ({ account: id, code, expiresAt })),
    ),
    at: now.toISOString(),
  }
  return { people, seed }
}

/** Brings the demo into the migrated local D1 under `state`. What is there already stays as it is. */
export async function seedCity(state: string, now: Date): Promise<readonly InvitedAccount[]> {
  const { people, seed } = demoSeed(now)
  const { env, dispose } = await getPlatformProxy<{ DB: Database }>({
    configPath: `${root}wrangler.toml`,
    persist: { path: `${state}/v3` },
  })
  try {
    await applySeed(env.DB, seed)
  } finally {
    await dispose()
  }
  return people
}
