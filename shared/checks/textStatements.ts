import type { Check } from './facts.ts'
import type { FindingCode } from './finding.ts'
import { textFindings } from './textClaims.ts'

/**
 * The codes that a text shares with the figures, at the text's cell: its stated percentages against its own figures, an
 * indicator with figures only at stages that do not count, approximate progress, figures above the target.
 *
 *     text                                   finding
 *     已完成130场，占目标任务的43.34%             PCT_ROUNDING
 *     已受理援助案件1105件 (2500 to be completed)  STAGE_MISMATCH
 *     已发放约420户                             APPROX_VALUE
 */
export const textStatements: Check = (facts) => textFindings(facts, SHARED)

const SHARED: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'STAGE_MISMATCH',
  'APPROX_VALUE',
  'OVER_TARGET',
  'PCT_MISMATCH',
  'PCT_ROUNDING',
  'PCT_UNVERIFIABLE',
])
