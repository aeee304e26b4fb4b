import type { Stage } from '../../quantity/stage.ts'
import type { RecognizedColumn } from '../../record/reading.ts'
import type { PathTime } from '../headings/pathTime.ts'

/** What a column of figures may be for the rows of its group. The first three are decided together, the rest by themselves. */
export const ROLES = ['target', 'cumulative', 'percent', 'period_value', 'previous_cumulative', 'carry_over', 'start_rate'] as const
export type Role = (typeof ROLES)[number]

/** Why a column of figures is known and not sent. */
export type AsideReason = 'other_month' | 'other_stage' | 'other_base' | 'plan' | 'other_target'

/** A column of figures under its headings, before its role is decided. */
export interface ValueColumn {
  readonly column: number
  /** The indicator and area that its figures belong to, as a text: one column of each role a group. */
  readonly group: string
  /** What its headings say besides the group: equal ones in several groups are decided together. */
  readonly key: string
  /** How well the words over it say each role, 0 to 1; a role that none says is absent. */
  readonly words: Readonly<Partial<Record<Role, number>>>
  readonly time: PathTime | undefined
  readonly stage: Stage | undefined
  /** The stage that the indicator counts, or its own verb, stands over it: +1; another stage: −1. */
  readonly counted: -1 | 0 | 1
  /** Its cells are percentages. */
  readonly percent: boolean
  /** Read so far as, undefined where it was not recognised or was set aside. */
  readonly prior: Role | undefined
  readonly recognized: RecognizedColumn
}
