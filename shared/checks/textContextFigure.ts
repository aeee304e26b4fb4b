import type { Check } from '../finding/facts.ts'
import type { FindingCode } from '../finding/finding.ts'
import { isOnlyFigure, textFindings } from './lookups/textFindings.ts'

/**
 * TEXT_CONTEXT_FIGURE: an indicator has no progress figure in the text while a context figure of its measure is there
 * (surveys, plans, approvals, selections, carry-over): named, and left out. Not where the row has a figure column.
 *
 *     indicator  text                       finding
 *     7000个     已录入系统12.8万余座           info, 12.8万余座
 *     60名       编办已批准招聘100人            info, 100人
 *     7000个     已整治2030个，录入12.8万余座    none
 */
export const textContextFigure: Check = (facts) => textFindings(facts, CODE, isOnlyFigure)

const CODE: ReadonlySet<FindingCode> = new Set<FindingCode>(['TEXT_CONTEXT_FIGURE'])
