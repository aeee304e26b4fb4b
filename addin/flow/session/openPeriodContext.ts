import { fail, ok, type Result } from '../../../shared/base/result.ts'
import { chinaDay } from '../../../shared/quantity/dates/chinaDay.ts'
import { EARLIER_PERIODS, type EarlierRecord } from '../../../shared/record/reading.ts'
import { predecessorsOf } from '../../../shared/register/predecessors.ts'
import type { PeriodInfo } from '../../../shared/wire/period.ts'
import type { Account } from '../../../shared/wire/session.ts'
import type { ServerRecord } from '../../../shared/wire/sync.ts'
import type { ApiFault } from '../../ports/apiFault.ts'
import type { Ports } from '../../ports/ports.ts'
import type { PeriodContext } from '../periodContext.ts'
import { figureRecordOf, pullRecords } from '../pullRecords.ts'
import { firstPeriod } from './firstPeriod.ts'

/** `noPeriods`: the city has opened none yet. */
export type PeriodFault = ApiFault | { readonly tag: 'noPeriods' }

/** The name of the preference that remembers which period a person chose, and on which day. */
const CHOSEN = 'chosenPeriod'
const choice = (ports: Ports, account: Account, id: string): string => [account.id, chinaDay(ports.surroundings.now()), id].join(' ')

/** Remembers for the day that the person went to a period by hand; tomorrow the pane begins again where the person is needed. */
export const rememberChoice = (ports: Ports, account: Account, id: string): Promise<void> =>
  ports.memory.setPreference(CHOSEN, choice(ports, account, id))

async function chosenToday(ports: Ports, account: Account, periods: readonly PeriodInfo[]): Promise<PeriodInfo | undefined> {
  const chosen = await ports.memory.preference(CHOSEN)
  return periods.find(({ id }) => choice(ports, account, id) === chosen)
}

/** The periods, newest first, and the one to begin with: the one chosen by hand today, else the one that still needs the person (`firstPeriod`). */
export async function listPeriods(
  ports: Ports,
  account: Account | null,
): Promise<Result<{ readonly periods: readonly PeriodInfo[]; readonly first: PeriodInfo }, PeriodFault>> {
  const answer = await ports.api.periods()
  if (!answer.ok) return answer
  const periods = [...answer.value].sort((a, b) => (a.id < b.id ? 1 : -1))
  const chosen = account === null ? undefined : await chosenToday(ports, account, periods)
  const first = account === null || chosen !== undefined ? ok(chosen ?? periods[0]) : await firstPeriod(ports, account, periods)
  if (!first.ok) return first
  return first.value ? ok({ periods, first: first.value }) : fail({ tag: 'noPeriods' })
}

/** Chooses a period: fetches its register and the unit's records of the periods before. */
export async function openPeriodContext(
  ports: Ports,
  account: Account,
  periods: readonly PeriodInfo[],
  period: PeriodInfo,
): Promise<Result<PeriodContext, ApiFault>> {
  const register = await ports.api.register(period.id)
  if (!register.ok) return register
  const earlier = await earlierRecords(ports, account, periods, { period, register: register.value })
  if (!earlier.ok) return earlier
  return ok({ account, period, register: register.value, earlier: earlier.value })
}

/**
 * The unit's rows of the periods before, newest first, and behind them those of whom it took the duty over from, by which checks
 * find what fell or leapt; of another register there is none to compare.
 */
async function earlierRecords(
  ports: Ports,
  account: Account,
  periods: readonly PeriodInfo[],
  { period, register }: Pick<PeriodContext, 'period' | 'register'>,
): Promise<Result<readonly EarlierRecord[], ApiFault>> {
  const { reporter } = account
  if (reporter === null) return ok([])
  const before = periods
    .filter(({ id, registerId }) => registerId === period.registerId && id < period.id)
    .sort((a, b) => (a.id < b.id ? 1 : -1))
    .slice(0, EARLIER_PERIODS)
  const earlier: EarlierRecord[] = []
  for (const { id, pulled } of await Promise.all(before.map(async ({ id }) => ({ id, pulled: await pullRecords(ports, id, reporter) })))) {
    if (!pulled.ok) return pulled
    const { stored, inherited } = pulled.value
    const isInherited = (record: ServerRecord): boolean => predecessorsOf(register, record.subject, reporter, id).includes(record.reporter)
    for (const record of [...stored.values(), ...inherited.filter(isInherited)])
      if (!record.deleted) earlier.push({ ...figureRecordOf(record), period: id })
  }
  return ok(earlier)
}
