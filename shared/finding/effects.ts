import type { Finding, FindingCode } from './finding.ts'

/**
 * What a finding does to what is sent, decided once for each code; the pane, the server, the disposition of a record and
 * the command line read it here. Why each code does what it does: docs/decisions/0020-what-a-finding-does.md.
 *
 *     effect            without an answer       lifted by
 *     withholdsSheet    nothing of the sheet    a click, remembered with the workbook, or correcting the sheet
 *     withholdsRow      nothing of the row      correcting the sheet
 *     withholdsField    all but its field       correcting the sheet
 *     asksReason        all but its field       a written reason
 *     asksConfirmation  all but its field       a click: the figure was read rightly
 *     invitesReason     everything goes         —  (room for a reason is offered)
 *     tells             everything goes         —
 */
export type Effect = 'withholdsSheet' | 'withholdsRow' | 'withholdsField' | 'asksReason' | 'asksConfirmation' | 'invitesReason' | 'tells'

/** By code, of warnings and errors; whatever its code, a finding of severity info only tells. */
const EFFECTS: Readonly<Record<FindingCode, Effect>> = {
  // no figure is there, or one of another kind: nothing that a person writes makes it one
  CELL_ERROR: 'withholdsField',
  DATE_IN_FIGURE: 'withholdsField',
  UNIT_MISMATCH: 'withholdsField',
  // the figure was read at the scale that fits the others; whoever filled it in sees at a glance whether that is right
  UNIT_INCONSISTENT: 'asksConfirmation',
  // recomputed: no reason makes it right, and what it is made from goes without it
  PCT_MISMATCH: 'withholdsField',
  // totals are compared, never sent: nothing is left to withhold
  SUM_MISMATCH: 'tells',
  // unlikely, and now and then true
  DECREASED_CUMULATIVE: 'asksReason',
  OVER_TARGET_SUSPECT: 'asksReason',
  BELOW_ZERO: 'asksReason',
  // every figure of it would be another's: nothing goes until a person says that the sheet is the right one
  SHEET_OF_OTHER_UNIT: 'withholdsSheet',
  PERIOD_MISMATCH: 'withholdsSheet',
  // what nobody asked the reporter for is stored apart and adds to nothing
  ROW_NOT_YOURS: 'tells',
  // nobody knows which of the rows is meant, alike or not
  DUPLICATE_ROW: 'withholdsRow',
  // late work must be reportable, by whoever has no reason to give too
  MILESTONE_OVERDUE: 'invitesReason',
  JUMP_SUSPECT: 'asksReason',
  // of the figures that do not fit any may be the wrong one, and a fault in one column keeps no other back
  STEP_MISMATCH: 'invitesReason',
  PREVIOUS_MISMATCH: 'invitesReason',
  PCT_ROUNDING: 'asksReason',
  PCT_UNVERIFIABLE: 'asksReason',
  STAGE_MISMATCH: 'asksReason',
  AS_OF_AFTER_SUBMISSION: 'asksReason',
  ACTUAL_AHEAD: 'asksReason',
  APPROX_VALUE: 'asksReason',
  // the registered target is the one that counts, whatever the sheet states
  TARGET_MISMATCH: 'tells',
  // a blank row is not sent because it is blank; there is nothing to give a reason for
  NOT_REPORTED: 'tells',
  DENOMINATOR_MISSING: 'asksReason',
  // which of the two days is meant cannot be confirmed, only written
  DATE_AMBIGUOUS: 'withholdsField',
  AREA_NOT_IN_REGISTER: 'withholdsRow',
  SUM_UNVERIFIABLE: 'tells',
  STATUS_CONTRADICTION: 'asksReason',
  OVER_TARGET: 'tells',
  // the sums wait by themselves, whatever is found: `record/ledger`
  LEDGER_ROWS: 'tells',
  RATE_OVER_100: 'tells',
  AREA_ALIAS: 'tells',
  UNIT_ALIAS: 'tells',
  UNIT_SYNONYM: 'tells',
  UNIT_LEVEL_AMBIGUOUS: 'tells',
  REPORTER_NOT_LEAD: 'tells',
  INDICATOR_SPLIT: 'tells',
  NUMBER_IN_TEXT: 'tells',
  FULLWIDTH_DIGITS: 'tells',
  PCT_SCALE_MIXED: 'tells',
  CARRY_OVER: 'tells',
  DATE_SERIAL: 'tells',
  DATE_SHORT: 'tells',
  DATE_VAGUE: 'tells',
  DATE_AS_NUMBER: 'tells',
  DATE_OPEN_ENDED: 'tells',
  PERSON_PHONE_COMBINED: 'tells',
  TEXT_FIGURE_MISMATCH: 'asksReason',
  TEXT_PARTS_MISMATCH: 'asksReason',
  TEXT_NO_FIGURE: 'asksReason',
  // the figure was not taken, so that nothing is left to withhold
  TEXT_FIGURE_OPEN: 'tells',
  TEXT_CONTEXT_FIGURE: 'tells',
  TEXT_COMMITMENT_DUE: 'asksReason',
  TEXT_STALE: 'asksReason',
  // what was not read is not sent; a reason would be one for nothing
  NOT_READ: 'tells',
  // the other cell's figure goes; which of the two is right is seen in the sheet
  FIGURE_TWICE: 'tells',
  // what is in no table is not sent
  FIGURES_OUTSIDE: 'tells',
  SUBJECT_AMBIGUOUS: 'withholdsRow',
}

/** What decides what a finding does. */
export type Weighed = Pick<Finding, 'code' | 'severity'>

/** What a finding does. */
export const effectOf = ({ code, severity }: Weighed): Effect => (severity === 'info' ? 'tells' : EFFECTS[code])

/** Whether a person is asked for a word on it, or may give one. */
export const asks = (finding: Weighed): boolean => ASKING.has(effectOf(finding))
const ASKING: ReadonlySet<Effect> = new Set<Effect>(['asksReason', 'asksConfirmation', 'invitesReason'])

/** Whether its field, or the row, stays behind; `answer` is the reason or the confirmation that a person gave for the code. */
export function withholds(finding: Weighed, answer: string | undefined): boolean {
  switch (effectOf(finding)) {
    case 'withholdsSheet':
    case 'withholdsRow':
    case 'withholdsField':
      return true
    case 'asksReason':
    case 'asksConfirmation':
      return answer === undefined || answer.trim() === ''
    default:
      return false
  }
}

/**
 * Whether the server refuses a row for it. It has neither the cells nor the time to look for what a person should think
 * about: it refuses errors only, and takes a row for which the answer came with it.
 */
export const isRefused = (finding: Weighed, answer: string | undefined): boolean =>
  finding.severity === 'error' && withholds(finding, answer)
