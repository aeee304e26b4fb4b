import type { ReportDocument } from '../reportDocument.ts'
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
import { parsedDocument } from './parsedDocument.ts'
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

/**
 * What is wrong with a report, in order of lines: a document of ours, whose paragraphs are known, or the plain text of one
 * that somebody wrote by hand, which is read by its shape.
 */
export function lintReport(written: string | ReportDocument, context: LintContext): readonly LintFinding[] {
  const report = typeof written === 'string' ? parseReport(written) : parsedDocument(written)
  return reportChecks.flatMap((check) => check(report, context)).sort((a, b) => a.line - b.line)
}
