import { listPeriods, openPeriodContext } from '../flow/session/openPeriodContext.ts'
import type { ActionContext } from './actionContext.ts'

/**
 * Fetches the periods again and brings the period that is open up to them: the first one where there was none, the same period's new
 * state and deadlines, and its register where it was moved to another version.
 */
export async function refreshPeriods({ ports, stores, showFault }: ActionContext): Promise<void> {
  const session = stores.session.get()
  // Once a period is shown it stays, whatever is opened besides: only without one it is asked which needs the person.
  const list = await listPeriods(ports, session.tag === 'signedIn' && stores.context.get() === null ? session.account : null)
  if (!list.ok) return list.fault.tag === 'noPeriods' ? stores.periods.set([]) : showFault(list.fault)
  const { periods, first } = list.value
  stores.periods.set(periods)
  if (session.tag !== 'signedIn') return
  const context = stores.context.get()
  const period = periods.find(({ id }) => id === context?.period.id) ?? first
  const same = context?.period
  if (context && same?.id === period.id && same.registerId === period.registerId && same.registerVersion === period.registerVersion) {
    stores.context.set({ ...context, period })
    return
  }
  const opened = await openPeriodContext(ports, session.account, periods, period)
  if (!opened.ok) return showFault(opened.fault)
  stores.consolidation.set(null)
  stores.context.set(opened.value)
}
