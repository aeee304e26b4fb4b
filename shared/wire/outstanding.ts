import type { UnitSubmission } from './submission.ts'
import type { SubmissionAct } from './submissionActs.ts'

/** The acts by which the office takes what a unit sent for settled: asked for twice where it is not. */
export const SETTLES: ReadonlySet<SubmissionAct> = new Set(['receive', 'accept', 'lock'])

/** What speaks against settling a unit's report: the unit has not approved it, or things are missing. */
export interface Outstanding {
  readonly unapproved: boolean
  /** Of what the unit must report, how much is not there. */
  readonly missing: number
}

/** Null where nothing does. */
export function outstandingOf({ signOff, missing }: Pick<UnitSubmission, 'signOff'> & { readonly missing: number }): Outstanding | null {
  const unapproved = signOff !== 'approved'
  return unapproved || missing > 0 ? { unapproved, missing } : null
}

/** The units that must report and have not said that they are complete, or lack something: what speaks against locking a period. */
export const unsettledUnits = <Unit extends Pick<UnitSubmission, 'timeliness' | 'said' | 'required' | 'reported'>>(
  units: readonly Unit[],
): readonly Unit[] =>
  units.filter(({ timeliness, said, required, reported }) => timeliness !== null && (said === 'draft' || reported < required))
