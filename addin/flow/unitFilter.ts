import type { PeriodInfo } from '../../shared/wire/period.ts'
import type { UnitSubmission } from '../../shared/wire/submission.ts'

/** Which units of the coordinator's list: 未报, 逾期 and 已退回 as the counts of the same list define them. */
export const UNIT_FILTERS = ['all', 'missing', 'late', 'toReceive', 'toAccept', 'returned'] as const
export type UnitFilter = (typeof UNIT_FILTERS)[number]

const TEST: Readonly<Record<UnitFilter, (unit: UnitSubmission) => boolean>> = {
  all: () => true,
  missing: ({ due, said }) => due && said === 'draft',
  late: ({ due, said, onTime }) => due && said === 'complete' && onTime === false,
  toReceive: ({ said, receipt }) => said === 'complete' && receipt === 'none',
  toAccept: ({ said, receipt }) => said === 'complete' && receipt === 'received',
  returned: ({ receipt }) => receipt === 'returned',
}

export const filterUnits = (units: readonly UnitSubmission[], filter: UnitFilter): readonly UnitSubmission[] => units.filter(TEST[filter])

/** Not reported although the day is past: the soft deadline's, or the later one that this unit was given. `today` is the city's date. */
export function isOverdue({ due, said, openUntil }: UnitSubmission, { softDeadline }: PeriodInfo, today: string): boolean {
  const until = openUntil !== null && openUntil > softDeadline ? openUntil : softDeadline
  return due && said === 'draft' && today > until
}
