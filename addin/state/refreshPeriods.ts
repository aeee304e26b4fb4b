import { listPeriods, openDesk } from '../flow/session/openDesk.ts'
import type { Bench } from './bench.ts'

/**
 * Fetches the periods again and brings the desk up to them: the first one where there was none, the same period's new
 * state and deadlines, and its register where it was moved to another version.
 */
export async function refreshPeriods({ ports, stores, say }: Bench): Promise<void> {
  const session = stores.session.get()
  const list = await listPeriods(ports)
  if (!list.ok) return list.fault.tag === 'noPeriods' ? stores.periods.set([]) : say(list.fault)
  const { periods, first } = list.value
  stores.periods.set(periods)
  if (session.tag !== 'signedIn') return
  const desk = stores.desk.get()
  const period = periods.find(({ id }) => id === desk?.period.id) ?? first
  const same = desk?.period
  if (desk && same?.id === period.id && same.registerId === period.registerId && same.registerVersion === period.registerVersion) {
    stores.desk.set({ ...desk, period })
    return
  }
  const opened = await openDesk(ports, session.account, periods, period)
  if (!opened.ok) return say(opened.fault)
  stores.consolidation.set(null)
  stores.desk.set(opened.value)
}
