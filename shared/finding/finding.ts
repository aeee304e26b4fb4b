/** The catalogue of what a check can say: code → severity unless the check says otherwise. A code never changes its meaning. */
export const FINDING_SEVERITY = {
  CELL_ERROR: 'error',
  DATE_IN_FIGURE: 'error',
  UNIT_MISMATCH: 'error',
  UNIT_INCONSISTENT: 'error',
  PCT_MISMATCH: 'error',
  SUM_MISMATCH: 'error',
  DECREASED_CUMULATIVE: 'error',
  OVER_TARGET_SUSPECT: 'error',
  BELOW_ZERO: 'error',
  DUPLICATE_ROW: 'error',
  SHEET_OF_OTHER_UNIT: 'warning',
  PERIOD_MISMATCH: 'warning',
  ROW_NOT_YOURS: 'warning',
  MILESTONE_OVERDUE: 'warning',
  /** Not of the domain's catalogue: a figure far beyond the pace of the last periods. */
  JUMP_SUSPECT: 'warning',
  /** Not of the domain's catalogue: the figure before and what was added do not make the cumulative one. */
  STEP_MISMATCH: 'warning',
  /** Not of the domain's catalogue: the sheet's figure of the period before is not the one that was reported. */
  PREVIOUS_MISMATCH: 'warning',
  PCT_ROUNDING: 'warning',
  PCT_UNVERIFIABLE: 'warning',
  STAGE_MISMATCH: 'warning',
  AS_OF_AFTER_SUBMISSION: 'warning',
  APPROX_VALUE: 'warning',
  /** Not of the domain's catalogue: a day of completion that is still to come. */
  ACTUAL_AHEAD: 'warning',
  /** Not of the domain's catalogue: a stated target is not the registered one. */
  TARGET_MISMATCH: 'warning',
  NOT_REPORTED: 'warning',
  DENOMINATOR_MISSING: 'warning',
  DATE_AMBIGUOUS: 'warning',
  AREA_NOT_IN_REGISTER: 'warning',
  SUM_UNVERIFIABLE: 'warning',
  STATUS_CONTRADICTION: 'warning',
  OVER_TARGET: 'info',
  LEDGER_ROWS: 'info',
  RATE_OVER_100: 'info',
  AREA_ALIAS: 'info',
  UNIT_ALIAS: 'info',
  UNIT_SYNONYM: 'info',
  UNIT_LEVEL_AMBIGUOUS: 'info',
  REPORTER_NOT_LEAD: 'info',
  INDICATOR_SPLIT: 'info',
  NUMBER_IN_TEXT: 'info',
  FULLWIDTH_DIGITS: 'info',
  PCT_SCALE_MIXED: 'info',
  CARRY_OVER: 'info',
  DATE_SERIAL: 'info',
  DATE_SHORT: 'info',
  DATE_VAGUE: 'info',
  DATE_AS_NUMBER: 'info',
  DATE_OPEN_ENDED: 'info',
  PERSON_PHONE_COMBINED: 'info',
  TEXT_FIGURE_MISMATCH: 'warning',
  TEXT_PARTS_MISMATCH: 'warning',
  TEXT_NO_FIGURE: 'warning',
  TEXT_FIGURE_OPEN: 'warning',
  TEXT_CONTEXT_FIGURE: 'info',
  TEXT_COMMITMENT_DUE: 'warning',
  TEXT_STALE: 'warning',
  /** Not of the domain's catalogue: a cell of the table that could not be read and why (never a silent drop). */
  NOT_READ: 'warning',
  /** Not of the domain's catalogue: two cells of a row state one figure of a record and differ; the first is taken. */
  FIGURE_TWICE: 'warning',
  /** Not of the domain's catalogue: figures beside, between or below the tables; an info where nothing there names what is reported. */
  FIGURES_OUTSIDE: 'warning',
  /** Not of the domain's catalogue: which task a row or column means stays open; the person decides. */
  SUBJECT_AMBIGUOUS: 'warning',
} as const satisfies Record<string, Severity>

export type Severity = 'error' | 'warning' | 'info'
export type FindingCode = keyof typeof FINDING_SEVERITY

/** Figures in `params` are decimal texts, as people write them ("48.67"). */
export type FindingParams = Readonly<Record<string, string | number | boolean | readonly string[]>>

/** Something found at a cell. The sentence is made where a person reads it, from code and params. */
export interface Finding {
  readonly code: FindingCode
  readonly severity: Severity
  readonly sheet: string
  /** The cell it is shown at. */
  readonly cell: string
  /** All cells it refers to, where there are more ("D5:D11"). */
  readonly cells?: readonly string[]
  readonly params: FindingParams
  /** The record it concerns, as `recordKeyText`, and the field withheld or to be confirmed. */
  readonly record?: string
  /** The records it concerns, where it is one finding for several. */
  readonly records?: readonly string[]
  readonly field?: string
}
