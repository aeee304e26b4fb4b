import { ok, type Result } from '../../../shared/base/result.ts'
import { deadlinesOf } from '../../../shared/register/deadlinesOf.ts'
import type { PeriodInfo } from '../../../shared/wire/period.ts'
import { changePeriod, type PeriodChangeFault } from '../../flow/administration/changePeriod.ts'
import { type ChasedUnit, chasedUnits } from '../../flow/administration/chaseList.ts'
import type { ApiFault } from '../../ports/apiFault.ts'
import { refreshPeriods } from '../refreshPeriods.ts'
import type { AdministrationActions } from './administration.ts'
import type { AdministrationContext } from './administrationContext.ts'

type PeriodActions = Pick<
  AdministrationActions,
  'loadPeriods' | 'propose' | 'openPeriod' | 'changePeriod' | 'turnPeriod' | 'chase' | 'runSchedule'
>

/** Periods: opened, changed, locked, reopened; who was reminded; the scheduled work by hand. */
export function periodActions({ actionContext, ports, stores, perform }: AdministrationContext): PeriodActions {
  const { api } = ports

  /** Where somebody was quicker, what they made of it is fetched before it is said. */
  async function changed(act: Promise<Result<PeriodInfo, ApiFault>>): Promise<Result<PeriodInfo, PeriodChangeFault>> {
    const done = await changePeriod(act)
    if (!done.ok && done.fault.tag === 'periodMoved') await refreshPeriods(actionContext)
    return done
  }
  const refresh = (): Promise<void> => refreshPeriods(actionContext)

  return {
    loadPeriods: () =>
      perform('look', api.registers, async (registers) => {
        stores.registers.set(registers)
        await refresh()
      }),

    propose: (period, registerId, registerVersion) =>
      perform(
        'look',
        () => api.registerVersion(registerId, registerVersion),
        ({ calendar }) => stores.proposal.set({ period, registerId, registerVersion, ...deadlinesOf(period, calendar) }),
      ),

    openPeriod: (period, plan) =>
      perform('act', () => changed(api.putPeriod(period, plan, null)), refresh, { tag: 'periodOpened', name: period }),

    changePeriod: ({ id, epoch }, plan) =>
      perform('act', () => changed(api.putPeriod(id, plan, epoch)), refresh, { tag: 'periodChanged', name: id }),

    turnPeriod: ({ id, epoch }, act, reason) =>
      perform('act', () => changed(api.turnPeriod(id, act, reason, epoch)), refresh, {
        tag: act === 'lock' ? 'periodLocked' : 'periodReopened',
        name: id,
      }),

    chase: ({ id }) =>
      perform(
        'look',
        () => chased(id),
        (units) => stores.chases.update((before) => new Map(before).set(id, units)),
      ),

    runSchedule: () =>
      perform(
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
    const session = actionContext.stores.session.get()
    return session.tag === 'signedIn' && session.account.role !== 'administrator'
  }
}
