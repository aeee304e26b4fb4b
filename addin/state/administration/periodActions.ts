import { ok, type Result } from '../../../shared/base/result.ts'
import { chinaDay } from '../../../shared/quantity/dates/chinaDay.ts'
import { deadlinesOf } from '../../../shared/register/deadlinesOf.ts'
import type { PeriodInfo } from '../../../shared/wire/period.ts'
import { changePeriod, type PeriodChangeFault } from '../../flow/administration/changePeriod.ts'
import { type Chase, chaseOf } from '../../flow/administration/chaseList.ts'
import type { ApiFault } from '../../ports/apiFault.ts'
import { refreshPeriods } from '../refreshPeriods.ts'
import type { AdministrationActions } from './administration.ts'
import type { AdministrationContext } from './administrationContext.ts'

const OPENED = { none: 'periodOpened', soft: 'periodOpenedLate', hard: 'periodOpenedOver' } as const

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
      perform(
        'act',
        () => changed(api.putPeriod(period, plan, null)),
        refresh,
        (opened) => ({ tag: OPENED[daysOver(opened)], name: period }),
      ),

    changePeriod: ({ id, epoch }, plan) =>
      perform('act', () => changed(api.putPeriod(id, plan, epoch)), refresh, { tag: 'periodChanged', name: id }),

    turnPeriod: ({ id, epoch }, act, turn) =>
      perform(
        'act',
        () => changed(api.turnPeriod(id, act, turn, epoch)),
        refresh,
        (turned) => ({
          tag: act === 'lock' ? 'periodLocked' : daysOver(turned) === 'hard' ? 'periodReopenedOver' : 'periodReopened',
          name: id,
        }),
      ),

    chase: (period) =>
      perform(
        'look',
        () => chased(period),
        (chase) => stores.chases.update((before) => new Map(before).set(period.id, chase)),
      ),

    runSchedule: () =>
      perform(
        'act',
        api.runSchedule,
        async () => {
          for (const period of actionContext.stores.periods.get()) {
            const chase = stores.chases.get().has(period.id) ? await chased(period) : null
            if (chase?.ok) stores.chases.update((before) => new Map(before).set(period.id, chase.value))
          }
        },
        (notices) => ({ tag: 'scheduleRun', name: String(notices.length) }),
      ),
  }

  /** Which of a period's days are over already. */
  function daysOver({ softDeadline, hardDeadline }: PeriodInfo): 'none' | 'soft' | 'hard' {
    const today = chinaDay(ports.surroundings.now())
    return hardDeadline < today ? 'hard' : softDeadline < today ? 'soft' : 'none'
  }

  async function chased(period: PeriodInfo): Promise<Result<Chase, ApiFault>> {
    const register = await api.register(period.id)
    if (!register.ok) return register
    const notices = await api.notices(period.id)
    if (!notices.ok) return notices
    const submissions = maySeeSubmissions() ? await api.submissions(period.id) : ok(null)
    if (!submissions.ok) return submissions
    const today = chinaDay(ports.surroundings.now())
    return ok(chaseOf({ register: register.value, period, notices: notices.value, submissions: submissions.value, today }))
  }

  function maySeeSubmissions(): boolean {
    const session = actionContext.stores.session.get()
    return session.tag === 'signedIn' && session.account.role !== 'administrator'
  }
}
