import { ok, type Result } from '../../../shared/base/result.ts'
import { deadlinesOf } from '../../../shared/register/deadlinesOf.ts'
import type { PeriodInfo } from '../../../shared/wire/period.ts'
import { type ChasedUnit, chasedUnits } from '../../flow/city/chaseList.ts'
import { changePeriod, type PeriodChangeFault } from '../../flow/session/changePeriod.ts'
import type { ApiFault } from '../../ports.ts'
import { refreshPeriods } from '../refreshPeriods.ts'
import type { AdministrationActions } from './administration.ts'
import type { Counter } from './counter.ts'

type PeriodActions = Pick<
  AdministrationActions,
  'loadPeriods' | 'propose' | 'openPeriod' | 'changePeriod' | 'turnPeriod' | 'chase' | 'runSchedule'
>

/** Periods: opened, changed, locked, reopened; who was reminded; the scheduled work by hand. */
export function periodActions({ bench, ports, stores, doing }: Counter): PeriodActions {
  const { api } = ports

  /** Where somebody was quicker, what they made of it is fetched before it is said. */
  async function changed(act: Promise<Result<PeriodInfo, ApiFault>>): Promise<Result<PeriodInfo, PeriodChangeFault>> {
    const done = await changePeriod(act)
    if (!done.ok && done.fault.tag === 'periodMoved') await refreshPeriods(bench)
    return done
  }
  const refresh = (): Promise<void> => refreshPeriods(bench)

  return {
    loadPeriods: () =>
      doing('look', api.registers, async (registers) => {
        stores.registers.set(registers)
        await refresh()
      }),

    propose: (period, registerId, registerVersion) =>
      doing(
        'look',
        () => api.registerVersion(registerId, registerVersion),
        ({ calendar }) => stores.proposal.set({ period, registerId, registerVersion, ...deadlinesOf(period, calendar) }),
      ),

    openPeriod: (period, wish) =>
      doing('act', () => changed(api.putPeriod(period, wish, null)), refresh, { tag: 'periodOpened', name: period }),

    changePeriod: ({ id, epoch }, wish) =>
      doing('act', () => changed(api.putPeriod(id, wish, epoch)), refresh, { tag: 'periodChanged', name: id }),

    turnPeriod: ({ id, epoch }, act, reason) =>
      doing('act', () => changed(api.turnPeriod(id, act, reason, epoch)), refresh, {
        tag: act === 'lock' ? 'periodLocked' : 'periodReopened',
        name: id,
      }),

    chase: ({ id }) =>
      doing(
        'look',
        () => chased(id),
        (units) => stores.chases.update((before) => new Map(before).set(id, units)),
      ),

    runSchedule: () =>
      doing(
        'act',
        api.runSchedule,
        async () => {
          for (const id of stores.chases.get().keys()) {
            const units = await chased(id)
            if (units.ok) stores.chases.update((before) => new Map(before).set(id, units.value))
          }
        },
        (notices) => ({ tag: 'scheduleRun', name: String(notices.length) }),
      ),
  }

  async function chased(period: string): Promise<Result<readonly ChasedUnit[], ApiFault>> {
    const register = await api.register(period)
    if (!register.ok) return register
    const notices = await api.notices(period)
    if (!notices.ok) return notices
    const submissions = maySeeSubmissions() ? await api.submissions(period) : ok(null)
    return submissions.ok ? ok(chasedUnits(register.value, notices.value, submissions.value)) : submissions
  }

  function maySeeSubmissions(): boolean {
    const session = bench.stores.session.get()
    return session.tag === 'signedIn' && session.account.role !== 'administrator'
  }
}
