import { checkApproximations } from './checkApproximations.ts'
import { checkDates } from './checkDates.ts'
import { checkMeasures } from './checkMeasures.ts'
import { checkNamedUnits } from './checkNamedUnits.ts'
import { checkParts } from './checkParts.ts'
import { checkPercents } from './checkPercents.ts'
import { checkRates } from './checkRates.ts'
import { checkStaleTexts } from './checkStaleTexts.ts'
import { checkStructure } from './checkStructure.ts'
import { checkTypography } from './checkTypography.ts'
import type { LintContext, LintFinding, ReportCheck } from './lintFinding.ts'
import { parseReport } from './parseReport.ts'

/** Everything that is checked before anybody signs a report. Findings of one line keep this order. */
export const reportChecks: readonly ReportCheck[] = [
  checkStructure,
  checkTypography,
  checkPercents,
  checkRates,
  checkParts,
  checkApproximations,
  checkNamedUnits,
  checkDates,
  checkMeasures,
  checkStaleTexts,
]

/** What is wrong with a report's plain text, ours or one that somebody wrote by hand, in order of lines. */
export function lintReport(text: string, context: LintContext): readonly LintFinding[] {
  const report = parseReport(text)
  return reportChecks.flatMap((check) => check(report, context)).sort((a, b) => a.line - b.line)
}
