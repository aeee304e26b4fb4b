import { fail, type Result } from '../../../shared/base/result.ts'
import type { PeriodInfo } from '../../../shared/wire/period.ts'
import type { ApiFault } from '../../ports/apiFault.ts'

/** Somebody else changed the period since it was read: nothing was done, and it is to be looked at again. */
export type PeriodChangeFault = ApiFault | { readonly tag: 'periodMoved' }

/** The refusals that mean that the period is not any more what the person saw. */
const MOVED: ReadonlySet<string> = new Set(['preconditionFailed', 'preconditionRequired', 'stateNotAllowed'])

/** An act on a period whose epoch the person has seen; that somebody was quicker is a fault of its own. */
export async function changePeriod(act: Promise<Result<PeriodInfo, ApiFault>>): Promise<Result<PeriodInfo, PeriodChangeFault>> {
  const done = await act
  return !done.ok && done.fault.tag === 'problem' && MOVED.has(done.fault.code) ? fail({ tag: 'periodMoved' }) : done
}
