import { hasLight } from '../../shared/consolidation/light.ts'
import { indicatorById } from '../../shared/register/registerIndex.ts'
import { lightRequestSchema } from '../../shared/wire/consolidation.ts'
import { actorOf } from '../http/actorOf.ts'
import type { Handler } from '../http/context.ts'
import { param } from '../http/param.ts'
import { Refusal } from '../http/problem.ts'
import { readJson } from '../http/readJson.ts'
import { refuseGuard } from '../http/refuseGuard.ts'
import { overrideLight } from '../store/consolidation/lightOverrides.ts'
import { findRegister, readPeriodAndEra } from '../store/periods.ts'

/**
 * A coordinator's own light in place of the judged one, with a reason; null takes it back. Open under a lock, too: it
 * changes no figure, and circulars are written from locked periods.
 */
export const light: Handler = async (c) => {
  const asked = await readJson(c, lightRequestSchema)
  const { era, period } = await readPeriodAndEra(c.env.DB, param(c, 'period'))
  const register = period && (await findRegister(c.env.DB, era, period.registerId, period.registerVersion))
  const indicator = register && indicatorById(register, param(c, 'indicator'))
  if (!period || !indicator) throw new Refusal('notFound')
  if (!hasLight(indicator)) throw new Refusal('invalidBody', { detail: 'indicator: has no light' })
  const done = await overrideLight(c.env.DB, { ...asked, period: period.id, indicator: indicator.id }, actorOf(c))
  if (!done.ok) throw refuseGuard(done.fault)
  return c.json(done.value)
}
