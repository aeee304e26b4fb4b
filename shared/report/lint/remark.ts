import type { Register } from '../../register/register.ts'
import type { ParsedReport } from './parseReport.ts'

/** What the lint can say of a report's text; a code never changes its meaning. docs/report.md tells each with an example. */
export const REMARK_SEVERITY = {
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

export type RemarkCode = keyof typeof REMARK_SEVERITY

/** A remark on a line of the report (from 1), with the words it speaks of. Figures in `params` are decimal texts. */
export interface Remark {
  readonly code: RemarkCode
  readonly severity: 'error' | 'warning' | 'info'
  readonly line: number
  readonly task: string | null
  readonly quote: string
  readonly params: Readonly<Record<string, string>>
}

/** What is known beside the text. */
export interface LintContext {
  readonly register: Register
  /** The day of the report, ISO; the last as-of date of the text where left out. */
  readonly on?: string
  /** Last period's report, as text. */
  readonly previous?: string
}

/** One look at a report. No clock, never throws on a text. */
export type ReportCheck = (report: ParsedReport, context: LintContext) => readonly Remark[]

export const remark = (
  code: RemarkCode,
  line: number,
  task: string | null,
  quote: string,
  params: Readonly<Record<string, string>> = {},
): Remark => ({ code, severity: REMARK_SEVERITY[code], line, task, quote, params })
