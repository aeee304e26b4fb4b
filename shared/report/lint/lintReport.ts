import { checkDates } from './checkDates.ts'
import { checkParts } from './checkParts.ts'
import { checkPercents } from './checkPercents.ts'
import { checkRates } from './checkRates.ts'
import { checkStructure } from './checkStructure.ts'
import { checkTypography } from './checkTypography.ts'
import { checkApprox, checkMeasures, checkStale, checkUnits } from './checkWording.ts'
import { parseReport } from './parseReport.ts'
import type { LintContext, Remark, ReportCheck } from './remark.ts'

/** What looks at a report before anybody signs it, in order. */
export const reportChecks: readonly ReportCheck[] = [
  checkStructure,
  checkTypography,
  checkPercents,
  checkRates,
  checkParts,
  checkApprox,
  checkUnits,
  checkDates,
  checkMeasures,
  checkStale,
]

/** Remarks on a report's plain text, ours or one that somebody wrote by hand, in order of lines. */
export function lintReport(text: string, context: LintContext): readonly Remark[] {
  const report = parseReport(text)
  return reportChecks.flatMap((check) => check(report, context)).sort((a, b) => a.line - b.line)
}
