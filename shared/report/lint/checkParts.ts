import { stageCounts } from '../../consolidation/stageCounts.ts'
import { sumOf } from '../../consolidation/sumOf.ts'
import type { FoundQuantity } from '../../quantity/findQuantities.ts'
import { asScaled, decimalFromScaled, type Scaled } from '../../quantity/scaled.ts'
import type { Indicator, Register } from '../../register/register.ts'
import { type LintFinding, lintFinding, type ReportCheck } from './lintFinding.ts'
import { CARRIED_OVER, PARTS_END, REMAINING, RESTATED } from './lintWords.ts'
import { indicatorOf, isPercentage, type ProgressPart, progressParts, segmentAt } from './progressParts.ts'

/**
 * Parts against totals: what is done and what remains (剩余) must make the target; parts that make the target although
 * they are at different stages are not all done; what 其中 lists must not exceed its total.
 *
 * | text, target 220 | |
 * | --- | --- |
 * | 已完成152.9公里，剩余60公里 | PARTS_MISMATCH 212.9 |
 * | 完工65套，主体完工27套，开工15套 (target 107) | PARTS_STAGES, done 65 |
 * | 完成100个，其中甲县60个、乙县50个 | PARTS_MISMATCH 110 |
 */
export const checkParts: ReportCheck = (report, { register }) =>
  progressParts(report, register).flatMap((part) => [
    ...part.indicators.flatMap((indicator) => partsOfTarget(register, part, indicator)),
    ...part.figures.flatMap((total, index) => partsOfTotal(part, total, index)),
  ])

/** Compares all that a paragraph says of one indicator with its target. */
function partsOfTarget(register: Register, part: ProgressPart, indicator: Indicator): readonly LintFinding[] {
  const target = indicator.target?.value
  if (indicator.kind !== 'count' || target === undefined) return []
  const clauseBefore = (one: FoundQuantity) => part.text.slice(segmentAt(part.text, one.at).start, one.at)
  const own = part.figures.filter((one) => indicatorOf(register, part, one) === indicator && !isRestated(part, one))
  const remaining = own.filter((one) => REMAINING.pattern.test(clauseBefore(one)))
  const done = own.filter((one) => !REMAINING.pattern.test(clauseBefore(one)) && !CARRIED_OVER.pattern.test(clauseBefore(one)))
  const stated = [...done, ...remaining]
  const sum = sumOfFigures(stated)
  if (sum === null || stated.length < 2) return []
  const quote = stated.map((one) => one.quantity.raw).join(' + ')
  const params = { sum: decimalFromScaled(sum), target: decimalFromScaled(target) }
  if (remaining.length > 0) {
    const wanted = target - (sumOfFigures(remaining) ?? 0)
    const reachable = sumsOf(done.map((one) => one.quantity.value))
    return done.length > 0 && !reachable.has(wanted) ? [lintFinding('PARTS_MISMATCH', part.place, quote, params)] : []
  }
  const counting = done.filter((one) => stageCounts(one.quantity.stage, indicator.countsStage))
  const allStarted = done.every((one) => stageCounts(one.quantity.stage, 'started'))
  if (sum !== target || !allStarted || counting.length === done.length) return []
  return [lintFinding('PARTS_STAGES', part.place, quote, { ...params, done: decimalFromScaled(sumOfFigures(counting) ?? NOTHING) })]
}

const isRestated = (part: ProgressPart, figure: FoundQuantity): boolean => RESTATED.pattern.test(part.text.slice(0, figure.at))
const sumOfFigures = (figures: readonly FoundQuantity[]): Scaled | null => sumOf(figures.map((one) => one.quantity.value))
const NOTHING = asScaled(0)

/** More figures than this make too many sums to try; the last ones of a text are the likelier parts. */
const MOST_PARTS = 16

/** Every sum that some of the figures make: a text may name subsets and totals besides the parts. */
function sumsOf(figures: readonly number[]): ReadonlySet<number> {
  let sums = new Set([0])
  for (const figure of figures.slice(-MOST_PARTS)) sums = new Set([...sums, ...[...sums].map((sum) => sum + figure)])
  return sums
}

/** Compares a total with the parts that 其中 lists after it, up to the sentence's end or a new total. */
function partsOfTotal(part: ProgressPart, total: FoundQuantity, index: number): readonly LintFinding[] {
  const { text, start, end } = segmentAt(part.text, total.at)
  const among = part.text.slice(total.end, end).indexOf('其中')
  if (among < 0 || text.slice(0, total.at - start).includes('其中') || isPercentage(total)) return []
  const from = total.end + among
  const closed = PARTS_END.pattern.exec(part.text.slice(from, end))
  const until = closed ? from + closed.index : end
  const parts = part.figures.slice(index + 1).filter((one) => one.at > from && one.end <= until)
  const same = parts.filter((one) => one.quantity.measure === total.quantity.measure && !isRestated(part, one))
  const sum = sumOfFigures(same)
  if (sum === null || same.length < 2 || sum <= total.quantity.value) return []
  const params = { sum: decimalFromScaled(sum), target: decimalFromScaled(total.quantity.value) }
  const quote = `${total.quantity.raw}，其中${same.map((one) => one.quantity.raw).join(' + ')}`
  return [lintFinding('PARTS_MISMATCH', part.place, quote, params)]
}
