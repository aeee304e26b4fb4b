import { lastDay, sendingClosed } from '../../../shared/consolidation/sendingDays.ts'
import type { PeriodInfo } from '../../../shared/wire/period.ts'
import type { Submission } from '../../../shared/wire/submission.ts'

/** What is true of a period today: still in time, by the unit's own later day, late but taken, or closed and why. */
export type PeriodStatus =
  | { readonly tag: 'open' | 'extended'; readonly deadline: string }
  | { readonly tag: 'late'; readonly deadline: string; readonly last: string }
  | { readonly tag: 'over'; readonly last: string }
  | { readonly tag: 'locked' | 'unitLocked' }

/** `own`: the person's own unit's period, where it is known. `today` is China's day. */
export function periodStatus(
  period: PeriodInfo,
  own: Pick<Submission, 'deadline' | 'openUntil' | 'receipt'> | null,
  today: string,
): PeriodStatus {
  const days = { openUntil: own?.openUntil ?? null, locked: own?.receipt === 'locked' }
  const closed = sendingClosed(period, days, today)
  const last = lastDay(period, days) ?? period.hardDeadline
  if (closed === 'lastDayPassed') return { tag: 'over', last }
  if (closed !== null) return { tag: closed === 'unitLocked' ? 'unitLocked' : 'locked' }
  const deadline = own !== null && own.deadline > period.softDeadline ? own.deadline : period.softDeadline
  if (deadline < today) return { tag: 'late', deadline, last }
  return { tag: deadline > period.softDeadline ? 'extended' : 'open', deadline }
}
