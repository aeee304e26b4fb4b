import type { Stage } from '../../quantity/stage.ts'
import type { RecognizedColumn } from '../../record/reading.ts'
import type { PathTime } from '../headings/pathTime.ts'

/** What a column of figures may be for the rows of its group. The first three are decided together, the rest by themselves. */
export const ROLES = ['target', 'cumulative', 'percent', 'period_value', 'previous_cumulative', 'carry_over', 'start_rate'] as const
export type Role = (typeof ROLES)[number]
export const isRole = (role: Role | AsideReason): role is Role => ROLES.some((one) => one === role)

/** Why a column of figures is known and not sent. */
export type AsideReason =
  /** Of a month or quarter before the reported one. */
  | 'other_month'
  /** Of one that has not come yet. */
  | 'later_time'
  | 'other_stage'
  | 'other_base'
  /** What was done in a quarter, beside what is done in all. */
  | 'part_of_year'
  | 'plan'
  | 'other_target'
  /** A person said so, of the column itself or of another that is what this one was taken for. */
  | 'said'

/** Whether a person said what the column is, of this sheet or of an earlier one of its layout. */
export const isSaid = ({ why }: RecognizedColumn): boolean => SAID.has(why.reason)
const SAID: ReadonlySet<string> = new Set(['by_user', 'by_unit_memory', 'by_city_memory'])

/** The other column of which a person said that it is what this one was taken for. */
export const saidInstead = (one: ValueColumn, columns: readonly ValueColumn[]): boolean =>
  !one.said && one.prior !== undefined && columns.some(({ said, prior }) => said && prior === one.prior)

/** Another column has the same role by words, and better ones; of equal words the first has it. Steps may be many, a month each. */
export function isOutdone(one: ValueColumn, columns: readonly ValueColumn[]): boolean {
  const { prior } = one
  if (prior !== 'target' && prior !== 'cumulative' && prior !== 'percent') return false
  const worth = ({ words }: ValueColumn) => words[prior] ?? 0
  const same = columns.filter((other) => other.prior === prior)
  return same.some((other) => worth(other) > worth(one)) || same.find((other) => worth(other) === worth(one)) !== one
}

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
  /** A person said what it is: it keeps that, and the others follow. */
  readonly said: boolean
  readonly recognized: RecognizedColumn
  /** The same with the indicator and area of its headings, which a column without a field lacks. */
  readonly bound: RecognizedColumn
}
