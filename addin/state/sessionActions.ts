import type { Account } from '../../shared/wire/session.ts'
import { listPeriods, openPeriodContext, rememberChoice } from '../flow/session/openPeriodContext.ts'
import { resumeSession, signIn, signOut } from '../flow/session/signIn.ts'
import { likelyPeriod, visitedContext, visitedPeriods } from '../flow/session/visit.ts'
import type { LongWork } from '../ports/longWork.ts'
import type { ActionContext } from './actionContext.ts'
import type { Actions } from './actions.ts'
import { unmarkUnasked } from './marksActions.ts'
import { resendWaiting } from './submissionActions.ts'
import { tabsOf } from './tabs.ts'
import { readOwnUnit } from './unitActions.ts'

type SessionActions = Pick<Actions, 'begin' | 'signIn' | 'visit' | 'leaveVisit' | 'openCityLogin' | 'signOut' | 'choosePeriod'>

/** The preference of somebody who checked without an account last, and goes on so. */
const VISITING = 'visiting'

/** Coming in, going out, and the period between. */
export function sessionActions(actionContext: ActionContext, device: string): SessionActions {
  const { ports, stores, showFault } = actionContext

  function forgetWork(): void {
    stores.checked.set({ tag: 'none' })
    stores.pending.set(null)
    stores.answers.set(null)
    stores.consolidation.set(null)
    stores.document.set(null)
    stores.lastWrittenSheet.set(null)
    stores.units.set(null)
    stores.unit.set(null)
    stores.completion.set(null)
    stores.histories.set(new Map())
  }

  async function enter(account: Account, work: LongWork): Promise<void> {
    stores.session.set({ tag: 'signedIn', account })
    const list = await listPeriods(ports, account)
    // Whoever can open the first period meets the screen for it instead of a refusal.
    if (!list.ok)
      return list.fault.tag === 'noPeriods' && tabsOf(account).includes('periods') ? stores.periods.set([]) : showFault(list.fault)
    stores.periods.set(list.value.periods)
    const context = await openPeriodContext(ports, account, list.value.periods, list.value.first)
    if (!context.ok) return showFault(context.fault)
    stores.context.set(context.value)
    await resendWaiting(actionContext, context.value, work)
    // Not waited for: the person can check the sheet meanwhile.
    void readOwnUnit(actionContext, context.value)
  }

  /** Which other ways there are than a code. */
  async function lookForOtherWays(): Promise<void> {
    const [options, register] = await Promise.all([ports.api.signInOptions(), ports.openRegister?.read() ?? null])
    stores.cityLogin.set(options.ok && options.value.oidc)
    stores.openRegister.set(register)
  }

  async function visit(): Promise<void> {
    const register = stores.openRegister.get()
    const periods = register === null ? [] : visitedPeriods(register)
    const period = likelyPeriod(periods, ports.surroundings.now())
    if (register === null || period === undefined) return
    await ports.memory.setPreference(VISITING, 'yes')
    stores.periods.set(periods)
    stores.context.set(visitedContext(register, period))
    stores.session.set({ tag: 'visitor', register })
  }

  async function leave(): Promise<void> {
    await ports.memory.setPreference(VISITING, '')
    stores.fault.set(null)
    forgetWork()
    stores.context.set(null)
    stores.periods.set([])
    stores.tab.set(null)
    stores.session.set({ tag: 'signedOut' })
  }

  return {
    begin: (invitation) =>
      actionContext.run('signIn', async (work) => {
        const invited = invitation === null ? null : await signIn(ports, invitation, device)
        if (invited?.ok) return enter(invited.value, work)
        // A reloaded page brings its spent code again: whoever is remembered goes on.
        const resumed = await resumeSession(ports)
        if (resumed.ok && resumed.value !== null) return enter(resumed.value, work)
        // Not to be reached is not the same as signed out: the token stays, and the person can try again.
        stores.session.set(resumed.ok ? { tag: 'signedOut' } : { tag: 'unknown' })
        await lookForOtherWays()
        if (resumed.ok && invited === null && (await ports.memory.preference(VISITING)) === 'yes') await visit()
        if (!resumed.ok) showFault(resumed.fault)
        else if (invited !== null) showFault(invited.fault)
      }),

    signIn: (code) =>
      actionContext.run('signIn', async (work) => {
        const account = await signIn(ports, code, device)
        if (!account.ok) return showFault(account.fault)
        await enter(account.value, work)
      }),

    visit: () => actionContext.run('signIn', visit),
    leaveVisit: () =>
      actionContext.run('signIn', async () => {
        await unmarkUnasked(actionContext, null)
        await leave()
      }),

    openCityLogin: () => ports.links.open('/v1/oidc/start'),

    signOut: () =>
      actionContext.run('signIn', async () => {
        await unmarkUnasked(actionContext, null)
        await signOut(ports)
        await leave()
        await lookForOtherWays()
      }),

    choosePeriod: (id) =>
      actionContext.run('period', async () => {
        const session = stores.session.get()
        const period = stores.periods.get().find((candidate) => candidate.id === id)
        if (session.tag === 'visitor' && period !== undefined) {
          forgetWork()
          return stores.context.set(visitedContext(session.register, period))
        }
        if (session.tag !== 'signedIn' || period === undefined) return
        const context = await openPeriodContext(ports, session.account, stores.periods.get(), period)
        if (!context.ok) return showFault(context.fault)
        await rememberChoice(ports, session.account, id)
        forgetWork()
        stores.context.set(context.value)
        void readOwnUnit(actionContext, context.value)
      }),
  }
}
