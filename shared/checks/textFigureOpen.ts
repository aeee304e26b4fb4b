import type { Check } from '../finding/facts.ts'
import type { FindingCode } from '../finding/finding.ts'
import { isOnlyFigure, textFindings } from './lookups/textFindings.ts'

/**
 * TEXT_FIGURE_OPEN: a figure of the text may be of several indicators of the task, or several figures may be the cumulative
 * one of an indicator, and neither words nor percentages nor sums decide: none is taken. Not where the row has a figure column.
 *
 *     indicators              text                         finding
 *     供热管网、燃气管道（公里）   完成8.6公里                    warning, 8.6公里
 *     供热管网、燃气管道（公里）   完成8.6公里，占86%              none (of 10公里)
 *     健康村                   创建健康村74个、健康社区32个       warning, 74个 and 32个
 *     公厕                     城东12座、城西8座，累计20座        none (20座)
 */
export const textFigureOpen: Check = (facts) => textFindings(facts, CODE, isOnlyFigure)

const CODE: ReadonlySet<FindingCode> = new Set<FindingCode>(['TEXT_FIGURE_OPEN'])
