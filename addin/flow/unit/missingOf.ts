import { gapsOf } from '../../../shared/consolidation/gapsOf.ts'
import type { Register } from '../../../shared/register/register.ts'
import type { Gap } from '../../../shared/wire/consolidation.ts'
import type { UnitPeriod } from './openUnitPeriod.ts'

/** A unit's rows of a period, as far as it is looked at what they lack. */
type RowsOfUnit = Pick<UnitPeriod, 'reporter' | 'stored' | 'inherited'> & { readonly submission: Pick<UnitPeriod['submission'], 'period'> }

/** What the unit must report and neither it nor whom it took the duty over from has, on a day. */
export const missingOf = (register: Register, { reporter, submission, stored, inherited }: RowsOfUnit, on: string): readonly Gap[] =>
  gapsOf(register, [...stored.values(), ...inherited], { reporter, period: submission.period, on })
