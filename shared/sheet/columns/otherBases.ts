import { normaliseHeading } from '../headings/normaliseHeading.ts'
import { OTHER_PERCENTAGES } from '../headings/timeWords.ts'
import { compactText } from '../view/compactText.ts'
import { type ColumnCandidate, FIELDS_OF_SUBJECT, likeliest } from './columnCandidate.ts'
import { isMostly } from './columnContent.ts'

/**
 * Percentages that their own heading calls something else than the part of the year's target that is done, where another
 * column has the figure that counts: nobody computes them from figure and target.
 *
 *     累计完成 | 环比增长（%）         环比增长（%）
 *     累计完成 / 数量 | 同比±%          同比±%
 *     累计完成 | 完成率较上月（百分点）    完成率较上月
 *     环比增长（%） alone              none: it may be all that the sheet reports
 *     较上月增加（公里）                none: a step
 */
export function otherBases(candidates: readonly ColumnCandidate[]): ReadonlySet<ColumnCandidate> {
  const others = candidates.filter(isOfOtherBase)
  const isCounted = (one: ColumnCandidate) => likeliest(one)?.field === 'cumulative' && !others.includes(one) && one.content.filled > 0
  return new Set(candidates.some(isCounted) ? others : [])
}

function isOfOtherBase(candidate: ColumnCandidate): boolean {
  const own = compactText(candidate.path.parts.at(-1)?.text ?? '')
  const field = likeliest(candidate)?.field
  if (!OTHER_PERCENTAGES.pattern.test(own) || DONE_RATE.test(own)) return false
  if (field === 'percent') return true
  if (field !== undefined && !FIELDS_OF_SUBJECT.has(field)) return false
  return isMostly(candidate.content, 'percent') || POINTS.test(own) || normaliseHeading(own).percentSign
}

/** 增长率 names a rate of something else, 同比完成率 the rate that is done. */
const DONE_RATE = /完成(?:率|比例|百分比)(?:[（(][^（()）]*[)）])?$/u
const POINTS = /百分点/u
