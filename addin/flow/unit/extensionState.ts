import { lastDay, sendingClosed } from '../../../shared/consolidation/sendingDays.ts'
import type { PeriodInfo } from '../../../shared/wire/period.ts'

/** What an extension is worth today: the day until which the unit can send by it, or that it is over, or that a lock overrides it. */
export interface ExtensionState {
  readonly tag: 'open' | 'over' | 'locked'
  readonly until: string
}

/** `until` is the extension's own day, while it is open the later one of it and the period's last day. `today` is China's day. */
export function extensionState(
  period: PeriodInfo,
  unit: { readonly openUntil: string; readonly locked: boolean },
  today: string,
): ExtensionState {
  const closed = sendingClosed(period, unit, today)
  if (closed === 'lastDayPassed') return { tag: 'over', until: unit.openUntil }
  if (closed !== null) return { tag: 'locked', until: unit.openUntil }
  return { tag: 'open', until: lastDay(period, unit) ?? unit.openUntil }
}
