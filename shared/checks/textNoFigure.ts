import type { Check } from '../finding/facts.ts'
import type { FindingCode } from '../finding/finding.ts'
import { isOnlyFigure, textFindings } from './lookups/textFindings.ts'

/**
 * TEXT_NO_FIGURE: the task has a quantified target and the text holds no progress figure at all. Not where the row has a
 * figure column of its own: there the figure, or NOT_REPORTED, says it.
 *
 *     target  text                    figure column   finding
 *     986个   目前处于可研阶段           none            warning
 *     986个   已开通120个               none            none
 *     100场   已确定100个行政村          yes             none
 */
export const textNoFigure: Check = (facts) => textFindings(facts, CODE, isOnlyFigure)

const CODE: ReadonlySet<FindingCode> = new Set<FindingCode>(['TEXT_NO_FIGURE'])
