import { fail, ok, type Result } from '../../../shared/base/result.ts'
import type { Ports } from '../../ports/ports.ts'
import type { ActFault } from './actOnUnitPeriod.ts'
import { openUnitPeriod, type UnitPeriod } from './openUnitPeriod.ts'

/**
 * Gives one unit more time, until a day (ISO), whatever the deadline; null takes it back. Where the answer was lost, what
 * the period says now decides whether it was done.
 */
export async function setExtension(
  ports: Ports,
  before: UnitPeriod,
  until: string | null,
  reason: string,
): Promise<Result<UnitPeriod, ActFault>> {
  const { period, openUntil } = before.submission
  const answer = await ports.api.setExtension(period, before.reporter, until, reason)
  if (answer.ok) return ok({ ...before, submission: answer.value })
  const fresh = await openUnitPeriod(ports, period, before.reporter)
  const now = fresh.ok ? fresh.value : null
  if (now !== null && now.submission.openUntil === until && openUntil !== until) return ok(now)
  return fail({ tag: 'notDone', why: answer.fault, now })
}
