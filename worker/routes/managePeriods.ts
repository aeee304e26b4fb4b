import { never } from '../../shared/base/never.ts'
import type { Result } from '../../shared/base/result.ts'
import { deadlinesOf } from '../../shared/register/deadlinesOf.ts'
import { lockSchema, periodRequestSchema, reasonSchema, type TurnRequest } from '../../shared/wire/administration.ts'
import { unsettledUnits } from '../../shared/wire/outstanding.ts'
import type { PeriodInfo } from '../../shared/wire/period.ts'
import { readSubmissions } from '../domain/readSubmissions.ts'
import { actorOf } from '../http/actorOf.ts'
import { cityToday } from '../http/cityToday.ts'
import type { Ask, Handler } from '../http/context.ts'
import { ifMatchEpoch } from '../http/ifMatchEpoch.ts'
import { param } from '../http/param.ts'
import { Refusal } from '../http/problem.ts'
import { readJson } from '../http/readJson.ts'
import { refuseGuard } from '../http/refuseGuard.ts'
import { type PeriodFault, putPeriod, setPeriodState } from '../store/managePeriods.ts'
import { findPeriod, findRegister, readCity } from '../store/periods.ts'
import { listNotices, runSchedule } from '../store/runSchedule.ts'

/** Opens a period, or changes one (If-Match: its epoch). */
export const planPeriod: Handler = async (c) => {
  const { softDeadline: soft, hardDeadline: hard, ...asked } = await readJson(c, periodRequestSchema)
  const id = param(c, 'period')
  if ((soft === undefined) !== (hard === undefined))
    throw new Refusal('invalidBody', { detail: 'softDeadline, hardDeadline: both or neither' })
  if (soft !== undefined && hard !== undefined && soft > hard)
    throw new Refusal('invalidBody', { detail: 'hardDeadline: before softDeadline' })
  const deadlines =
    soft === undefined || hard === undefined ? await usualDeadlines(c, id, asked) : { softDeadline: soft, hardDeadline: hard }
  return answer(c, await putPeriod(c.env.DB, { id, ...asked, ...deadlines }, ifMatchEpoch(c), actorOf(c)))
}

/** The deadlines of a period that names none: its own where it is there already, else by its register's calendar. */
async function usualDeadlines(c: Ask, id: string, { registerId, registerVersion }: { registerId: string; registerVersion: number }) {
  const before = await findPeriod(c.env.DB, id)
  if (before) return { softDeadline: before.softDeadline, hardDeadline: before.hardDeadline }
  const { era } = await readCity(c.env.DB)
  const register = await findRegister(c.env.DB, era, registerId, registerVersion)
  return deadlinesOf(id, register?.calendar)
}

/** Locks or reopens: what was prepared under the epoch before does not commit any more. */
export const periodState =
  (state: PeriodInfo['state']): Handler =>
  async (c) => {
    const epoch = ifMatchEpoch(c)
    if (epoch === undefined) throw new Refusal('preconditionRequired')
    const { reason, confirmed }: TurnRequest = await readJson(c, state === 'locked' ? lockSchema : reasonSchema)
    const unsettled = state === 'locked' ? await unsettledNow(c, epoch) : 0
    if (unsettled > 0 && confirmed !== true) throw new Refusal('confirmationNeeded', { detail: `units: ${unsettled}` })
    return answer(c, await setPeriodState(c.env.DB, { id: param(c, 'period'), state, epoch, reason, unsettled }, actorOf(c)))
  }

/** How many units have not reported all; of a period that is not as the person has seen it nothing is asked, it is refused. */
async function unsettledNow(c: Ask, epoch: number): Promise<number> {
  const period = await findPeriod(c.env.DB, param(c, 'period'))
  if (period?.state !== 'open' || period.epoch !== epoch) return 0
  const units = await readSubmissions(c.env.DB, period.id, cityToday(c.get('host').now()))
  return unsettledUnits(units?.submissions ?? []).length
}

/** What has come due for units that have not reported. */
export const notices: Handler = async (c) => {
  if (!(await findPeriod(c.env.DB, param(c, 'period')))) throw new Refusal('notFound')
  return c.json({ notices: await listNotices(c.env.DB, param(c, 'period')) })
}

/** The scheduled work, by hand: the same that Cron does. */
export const scheduled: Handler = async (c) => {
  const now = c.get('host').now()
  return c.json({ notices: await runSchedule(c.env.DB, now.toISOString(), cityToday(now)) })
}

function answer(c: Ask, done: Result<PeriodInfo, PeriodFault>): Response {
  if (done.ok) return c.json(done.value, 200, { ETag: `"${done.value.epoch}"` })
  switch (done.fault.tag) {
    case 'guard':
      throw refuseGuard(done.fault)
    case 'unknown':
      throw new Refusal('notFound')
    case 'unknownRegister':
      throw new Refusal('invalidBody', { detail: 'registerVersion: unknown' })
    case 'preconditionRequired':
      throw new Refusal('preconditionRequired')
    default:
      return never(done.fault)
  }
}
