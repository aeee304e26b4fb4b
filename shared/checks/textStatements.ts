import type { Check, CheckFacts } from '../finding/facts.ts'
import type { Finding, FindingCode } from '../finding/finding.ts'
import { figuresOfTexts } from './lookups/textClaims.ts'
import { textFindings } from './lookups/textFindings.ts'

/**
 * The codes that a text shares with the figures, at the text's cell: its stated percentages against its own figures, an
 * indicator with figures only at stages that do not count, approximate progress, figures above the target.
 *
 *     text                                   finding
 *     已完成130场，占目标任务的43.34%             PCT_ROUNDING
 *     已受理援助案件1105件 (2500 to be completed)  STAGE_MISMATCH
 *     已发放约420户                             APPROX_VALUE
 *     the text is the row's only figure          only APPROX_VALUE; the record has the other findings
 */
export const textStatements: Check = (facts) => textFindings(facts, SHARED).filter((finding) => !isOfRecord(facts, finding))

/** Where the sheet has no figure column the text's figures are records: what is found of those is not reported twice. */
function isOfRecord(facts: CheckFacts, finding: Finding): boolean {
  const read = figuresOfTexts(facts).get(`${finding.sheet}!${finding.cell}`)
  return finding.code !== 'APPROX_VALUE' && (read?.has(String(finding.params.indicator)) ?? false)
}

const SHARED: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'STAGE_MISMATCH',
  'APPROX_VALUE',
  'OVER_TARGET',
  'PCT_MISMATCH',
  'PCT_ROUNDING',
  'PCT_UNVERIFIABLE',
])
