import type { Account } from '../../shared/wire/session.ts'
import { listPeriods, openDesk } from '../flow/session/openDesk.ts'
import { resumeSession, signIn, signOut } from '../flow/session/signIn.ts'
import type { Actions } from './actions.ts'
import type { Bench } from './bench.ts'
import { mark } from './sheetActions.ts'
import { resendWaiting } from './submissionActions.ts'
import { tabsOf } from './tabs.ts'
import { readOwnUnit } from './unitActions.ts'

type SessionActions = Pick<Actions, 'begin' | 'signIn' | 'openCityLogin' | 'signOut' | 'choosePeriod'>

/** Coming in, going out, and the period between. */
export function sessionActions(bench: Bench, device: string): SessionActions {
  const { ports, stores, say } = bench

  function forgetWork(): void {
    stores.checked.set({ tag: 'none' })
    stores.pending.set(null)
    stores.answers.set(null)
    stores.consolidation.set(null)
    stores.document.set(null)
    stores.said.set('')
    stores.units.set(null)
    stores.unit.set(null)
    stores.completion.set(null)
    stores.stories.set(new Map())
  }

  async function enter(account: Account): Promise<void> {
    stores.session.set({ tag: 'signedIn', account })
    const list = await listPeriods(ports)
    // Whoever can open the first period meets the screen for it instead of a refusal.
    if (!list.ok) return list.fault.tag === 'noPeriods' && tabsOf(account).includes('periods') ? stores.periods.set([]) : say(list.fault)
    stores.periods.set(list.value.periods)
    const desk = await openDesk(ports, account, list.value.periods, list.value.first)
    if (!desk.ok) return say(desk.fault)
    stores.desk.set(desk.value)
    await resendWaiting(bench, desk.value)
    void readOwnUnit(bench, desk.value)
  }

  async function lookForCityLogin(): Promise<void> {
    const options = await ports.api.signInOptions()
    stores.cityLogin.set(options.ok && options.value.oidc)
  }

  return {
    begin: (invitation) =>
      bench.doing('signIn', async () => {
        const invited = invitation === null ? null : await signIn(ports, invitation, device)
        if (invited?.ok) return enter(invited.value)
        // A reloaded page brings its spent code again: whoever is remembered goes on.
        const resumed = await resumeSession(ports)
        if (resumed.ok && resumed.value !== null) return enter(resumed.value)
        // Not to be reached is not the same as signed out: the token stays, and the person can try again.
        stores.session.set(resumed.ok ? { tag: 'signedOut' } : { tag: 'unknown' })
        await lookForCityLogin()
        if (!resumed.ok) say(resumed.fault)
        else if (invited !== null) say(invited.fault)
      }),

    signIn: (code) =>
      bench.doing('signIn', async () => {
        const account = await signIn(ports, code, device)
        if (!account.ok) return say(account.fault)
        await enter(account.value)
      }),

    openCityLogin: () => ports.links.open('/v1/oidc/start'),

    signOut: () =>
      bench.doing('signIn', async () => {
        await mark(bench, false)
        await signOut(ports)
        stores.fault.set(null)
        forgetWork()
        stores.desk.set(null)
        stores.tab.set(null)
        stores.session.set({ tag: 'signedOut' })
        await lookForCityLogin()
      }),

    choosePeriod: (id) =>
      bench.doing('period', async () => {
        const session = stores.session.get()
        const period = stores.periods.get().find((candidate) => candidate.id === id)
        if (session.tag !== 'signedIn' || period === undefined) return
        const desk = await openDesk(ports, session.account, stores.periods.get(), period)
        if (!desk.ok) return say(desk.fault)
        forgetWork()
        stores.desk.set(desk.value)
        void readOwnUnit(bench, desk.value)
      }),
  }
}
