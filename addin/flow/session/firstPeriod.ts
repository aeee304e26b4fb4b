import { ok, type Result } from '../../../shared/base/result.ts'
import { sendingClosed } from '../../../shared/consolidation/sendingDays.ts'
import { chinaDay } from '../../../shared/quantity/dates/chinaDay.ts'
import { unsettledUnits } from '../../../shared/wire/outstanding.ts'
import type { PeriodInfo } from '../../../shared/wire/period.ts'
import type { Account } from '../../../shared/wire/session.ts'
import type { ApiFault } from '../../ports/apiFault.ts'
import type { Ports } from '../../ports/ports.ts'

/**
 * The period to begin with: the earliest open one that still needs the person, else the newest open one, else the newest.
 * `periods` are newest first; undefined where there is none.
 */
export async function firstPeriod(
  ports: Ports,
  account: Account,
  periods: readonly PeriodInfo[],
): Promise<Result<PeriodInfo | undefined, ApiFault>> {
  const open = periods.filter(({ state }) => state === 'open')
  const [newest, ...before] = open
  for (const period of before.reverse()) {
    const needed = await needs(ports, account, period)
    if (!needed.ok) return needed
    if (needed.value) return ok(period)
  }
  return ok(newest ?? periods[0])
}

/**
 * | who | needed where |
 * | --- | --- |
 * | clerk | the unit must report, has not said complete, and can still send |
 * | reviewer | the same, or it is complete and not approved |
 * | coordinator | a unit is not complete or lacks something, or waits to be received |
 * | anybody else | never |
 */
async function needs(ports: Ports, { role, reporter }: Account, period: PeriodInfo): Promise<Result<boolean, ApiFault>> {
  if (reporter !== null) return unitNeeds(ports, period, reporter, role === 'reviewer')
  if (role !== 'coordinator') return ok(false)
  const list = await ports.api.submissions(period.id)
  if (!list.ok) return list
  const { submissions } = list.value
  const waiting = submissions.some(({ said, receipt }) => said === 'complete' && receipt === 'none')
  return ok(waiting || unsettledUnits(submissions).length > 0)
}

async function unitNeeds(ports: Ports, period: PeriodInfo, reporter: string, signs: boolean): Promise<Result<boolean, ApiFault>> {
  const register = await ports.api.register(period.id)
  if (!register.ok) return register
  if (!register.value.assignments.some((one) => one.required && one.reporter === reporter)) return ok(false)
  const submission = await ports.api.submission(period.id, reporter)
  if (!submission.ok) return submission
  const { said, signOff, receipt, openUntil } = submission.value
  if (said === 'complete') return ok(signs && signOff !== 'approved' && receipt !== 'accepted' && receipt !== 'locked')
  const today = chinaDay(ports.surroundings.now())
  return ok(sendingClosed(period, { openUntil, locked: receipt === 'locked' }, today) === null)
}
