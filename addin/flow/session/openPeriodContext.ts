import { fail, ok, type Result } from '../../../shared/base/result.ts'
import { EARLIER_PERIODS, type EarlierRecord } from '../../../shared/record/reading.ts'
import { predecessorsOf } from '../../../shared/register/predecessors.ts'
import type { PeriodInfo } from '../../../shared/wire/period.ts'
import type { Account } from '../../../shared/wire/session.ts'
import type { ServerRecord } from '../../../shared/wire/sync.ts'
import type { ApiFault } from '../../ports/apiFault.ts'
import type { Ports } from '../../ports/ports.ts'
import type { PeriodContext } from '../periodContext.ts'
import { figureRecordOf, pullRecords } from '../pullRecords.ts'

/** The name of the preference that remembers the period. */
const CHOSEN = 'period'

/** `noPeriods`: the city has opened none yet. */
export type PeriodFault = ApiFault | { readonly tag: 'noPeriods' }

/** The periods, newest first, and the one to begin with: the one chosen last, else the newest open one, else the newest. */
export async function listPeriods(
  ports: Ports,
): Promise<Result<{ readonly periods: readonly PeriodInfo[]; readonly first: PeriodInfo }, PeriodFault>> {
  const answer = await ports.api.periods()
  if (!answer.ok) return answer
  const periods = [...answer.value].sort((a, b) => (a.id < b.id ? 1 : -1))
  const chosen = await ports.memory.preference(CHOSEN)
  const first = periods.find(({ id }) => id === chosen) ?? periods.find(({ state }) => state === 'open') ?? periods[0]
  return first ? ok({ periods, first }) : fail({ tag: 'noPeriods' })
}

/** Chooses a period: fetches its register and the unit's records of the periods before, and remembers the choice. */
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
  await ports.memory.setPreference(CHOSEN, period.id)
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
    const stands = (record: ServerRecord): boolean => predecessorsOf(register, record.subject, reporter, id).includes(record.reporter)
    for (const record of [...stored.values(), ...inherited.filter(stands)])
      if (!record.deleted) earlier.push({ ...figureRecordOf(record), period: id })
  }
  return ok(earlier)
}
