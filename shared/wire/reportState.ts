import type { SubmissionState } from './submissionActs.ts'

/**
 * How far the report is that a row belongs to, by its unit's period: the first that holds. Apart from the schema, so that the
 * pane opens without a schema library.
 *
 * | | |
 * | --- | --- |
 * | accepted | the office has accepted or locked it |
 * | returned | the office returned it, and the unit has not handed it in again |
 * | draft | the unit has not said that it is complete |
 * | approved, reviewed | signed by the unit's own reviewer |
 * | complete | handed in, signed by nobody |
 */
export const REPORT_STATES = ['draft', 'returned', 'complete', 'reviewed', 'approved', 'accepted'] as const
export type ReportState = (typeof REPORT_STATES)[number]

/** The one state that a figure is shown with, of the three that a unit's period has. */
export function reportStateOf({ said, signOff, receipt }: SubmissionState): ReportState {
  if (receipt === 'accepted' || receipt === 'locked') return 'accepted'
  if (receipt === 'returned') return 'returned'
  if (said === 'draft') return 'draft'
  return signOff === 'none' ? 'complete' : signOff
}
