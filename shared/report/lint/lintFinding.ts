import type { Register } from '../../register/register.ts'
import type { ParsedReport } from './parseReport.ts'

/** What the lint can find in a report's text; a code never changes its meaning. docs/report.md lists them with examples. */
export const LINT_SEVERITY = {
  NUMBERING: 'error',
  TASK_NUMBERING: 'error',
  COUNTS_WRONG: 'error',
  LABEL_MISSING: 'warning',
  LABEL_INLINE: 'warning',
  ARTEFACT: 'error',
  SPACES: 'info',
  FULL_STOPS: 'warning',
  BRACKETS: 'warning',
  PCT_MISMATCH: 'error',
  PCT_ROUNDING: 'warning',
  ROUNDING_MIXED: 'warning',
  PCT_NOT_STATED: 'info',
  STAGE_MISMATCH: 'warning',
  RATE_OVER_100: 'info',
  DENOMINATOR_MISSING: 'warning',
  RATE_BASE: 'warning',
  PARTS_MISMATCH: 'error',
  PARTS_STAGES: 'info',
  APPROX_EXACT: 'warning',
  UNIT_NOT_RESPONSIBLE: 'warning',
  AS_OF_MIXED: 'warning',
  DATE_PAST: 'warning',
  MEASURE_MIXED: 'info',
  TEXT_STALE: 'warning',
  NOT_REPORTED: 'warning',
} as const satisfies Record<string, 'error' | 'warning' | 'info'>

/** One of those codes. */
export type LintCode = keyof typeof LINT_SEVERITY

/** A line of the report (from 1), and the task whose text it is; null for headings, the opening and all else. */
export interface LintPlace {
  readonly line: number
  readonly task: string | null
}

/** Something found on a line of the report, with the words that it is about. Figures in `params` are decimal texts. */
export interface LintFinding extends LintPlace {
  readonly code: LintCode
  readonly severity: 'error' | 'warning' | 'info'
  readonly quote: string
  readonly params: Readonly<Record<string, string>>
}

/** What is known besides the text. */
export interface LintContext {
  readonly register: Register
  /** The day of the report, ISO; the last as-of date of the text where left out. */
  readonly on?: string
  /** Last period's report, as text. */
  readonly previous?: string
}

/** Looks at a report for one kind of mistake. No clock, never throws on a text. */
export type ReportCheck = (report: ParsedReport, context: LintContext) => readonly LintFinding[]

/** A finding with the severity that its code always has. */
export const lintFinding = (
  code: LintCode,
  { line, task }: LintPlace,
  quote: string,
  params: Readonly<Record<string, string>> = {},
): LintFinding => ({ code, severity: LINT_SEVERITY[code], line, task, quote, params })
