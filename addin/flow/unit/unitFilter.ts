import { extentOf } from '../../../shared/consolidation/completeness.ts'
import type { UnitSubmission } from '../../../shared/wire/submission.ts'

/** Which units of the coordinator's list: 未报, 部分报送 and 逾期 as the counts of the same list define them. */
export const UNIT_FILTERS = ['all', 'unreported', 'partial', 'late', 'toReceive', 'toAccept', 'returned'] as const
export type UnitFilter = (typeof UNIT_FILTERS)[number]

const TEST: Readonly<Record<UnitFilter, (unit: UnitSubmission) => boolean>> = {
  all: () => true,
  unreported: (unit) => unit.timeliness !== null && extentOf(unit) === 'none',
  partial: (unit) => unit.timeliness !== null && extentOf(unit) === 'some',
  late: ({ timeliness }) => timeliness === 'late',
  toReceive: ({ said, receipt }) => said === 'complete' && receipt === 'none',
  toAccept: ({ said, receipt }) => said === 'complete' && receipt === 'received',
  returned: ({ receipt }) => receipt === 'returned',
}

/** The units that a filter shows, in the order given. */
export const filterUnits = (units: readonly UnitSubmission[], filter: UnitFilter): readonly UnitSubmission[] => units.filter(TEST[filter])
