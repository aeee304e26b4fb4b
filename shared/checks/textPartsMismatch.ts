import type { Check } from '../finding/facts.ts'
import type { FindingCode } from '../finding/finding.ts'
import { textFindings } from './lookups/textFindings.ts'

/**
 * TEXT_PARTS_MISMATCH: parts named in the text do not add up to the target or the stated total.
 *
 *     target  text                       finding
 *     220千米  一批152.9千米，剩余60千米      warning (212.9)
 *     220个    一批92个，剩余128个           none
 */
export const textPartsMismatch: Check = (facts) => textFindings(facts, CODE)

const CODE: ReadonlySet<FindingCode> = new Set<FindingCode>(['TEXT_PARTS_MISMATCH'])
