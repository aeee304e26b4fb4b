import { firstFrom } from '../../base/ascending.ts'
import type { WordList } from '../../base/wordList.ts'
import { stageCounts } from '../../consolidation/stageCounts.ts'
import { sumOf } from '../../consolidation/sumOf.ts'
import type { FoundQuantity } from '../../quantity/findQuantities.ts'
import { asScaled, decimalFromScaled, type Scaled } from '../../quantity/scaled.ts'
import type { Indicator, Register } from '../../register/register.ts'
import { type LintFinding, lintFinding, type ReportCheck } from './lintFinding.ts'
import { AMONG, CARRIED_OVER, PARTS_END, REMAINING } from './lintWords.ts'
import { indicatorOf, isPercentage, type ProgressPart, progressParts } from './progressParts.ts'
import { isRestated } from './targetPercentages.ts'

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
    ...partsOfTotals(part),
  ])

/** Compares all that a paragraph says of one indicator with its target. */
function partsOfTarget(register: Register, part: ProgressPart, indicator: Indicator): readonly LintFinding[] {
  const target = indicator.target?.value
  if (indicator.kind !== 'count' || target === undefined) return []
  const isAfter = (words: WordList, one: FoundQuantity) =>
    part.places.first(words, part.places.sentenceAt(one.at).start, one.at) !== undefined
  const own = part.figures.filter((one) => indicatorOf(register, part, one) === indicator && !isRestated(part, one))
  const remaining = own.filter((one) => isAfter(REMAINING, one))
  const done = own.filter((one) => !isAfter(REMAINING, one) && !isAfter(CARRIED_OVER, one))
  const stated = [...done, ...remaining]
  const sum = sumOfFigures(stated)
  if (sum === null || stated.length < 2) return []
  const quote = stated.map((one) => one.quantity.raw).join(' + ')
  const params = { sum: decimalFromScaled(sum), target: decimalFromScaled(target) }
  if (remaining.length > 0) {
    const wanted = target - (sumOfFigures(remaining) ?? 0)
    const reachable = canMake(
      done.map((one) => one.quantity.value),
      wanted,
    )
    return done.length > 0 && !reachable ? [lintFinding('PARTS_MISMATCH', part.place, quote, params)] : []
  }
  const counting = done.filter((one) => stageCounts(one.quantity.stage, indicator.countsStage))
  const allStarted = done.every((one) => stageCounts(one.quantity.stage, 'started'))
  if (sum !== target || !allStarted || counting.length === done.length) return []
  return [lintFinding('PARTS_STAGES', part.place, quote, { ...params, done: decimalFromScaled(sumOfFigures(counting) ?? NOTHING) })]
}

const sumOfFigures = (figures: readonly FoundQuantity[]): Scaled | null => sumOf(figures.map((one) => one.quantity.value))
const NOTHING = asScaled(0)

/** More figures than this make too many sums to try; the last ones of a text are the likelier parts. */
const MOST_PARTS = 16

/**
 * Whether some of the figures make a sum: a text may name subsets and totals besides the parts. Of each half of the figures
 * every sum is made, and a sum of one half looks for what it lacks in the other: 2 × 256 sums instead of 65,536.
 */
function canMake(figures: readonly number[], wanted: number): boolean {
  const tried = figures.slice(-MOST_PARTS)
  const others = sumsOf(tried.slice(MOST_PARTS / 2))
  return [...sumsOf(tried.slice(0, MOST_PARTS / 2))].some((sum) => others.has(wanted - sum))
}

function sumsOf(figures: readonly number[]): ReadonlySet<number> {
  let sums = new Set([0])
  for (const figure of figures) sums = new Set([...sums, ...[...sums].map((sum) => sum + figure)])
  return sums
}

/** A total is near the list of its parts: of a sentence with many figures only the last before 其中 are compared with it. */
const MOST_TOTALS = 8

/** Compares the figures before the first 其中 of a sentence with the parts that it lists, up to the sentence's end or a new total. */
function partsOfTotals(part: ProgressPart): readonly LintFinding[] {
  const starts = part.figures.map(({ at }) => at)
  let searched = -1
  return part.places.all(AMONG).flatMap((among) => {
    const { start, end } = part.places.sentenceAt(among.start)
    if (start <= searched) return []
    searched = start
    const closed = part.places.first(PARTS_END, among.start, end)
    const [first, last] = [firstFrom(starts, among.start), firstFrom(starts, closed?.start ?? end)]
    const listed = part.figures.slice(first, last).filter((one) => !isRestated(part, one))
    const totals = part.figures.slice(Math.max(firstFrom(starts, start), first - MOST_TOTALS), first)
    return totals.filter((one) => !isPercentage(one)).flatMap((total) => partsOfTotal(part, total, listed))
  })
}

function partsOfTotal({ place }: ProgressPart, total: FoundQuantity, listed: readonly FoundQuantity[]): readonly LintFinding[] {
  const same = listed.filter((one) => one.quantity.measure === total.quantity.measure)
  const sum = sumOfFigures(same)
  if (sum === null || same.length < 2 || sum <= total.quantity.value) return []
  const params = { sum: decimalFromScaled(sum), target: decimalFromScaled(total.quantity.value) }
  const quote = `${total.quantity.raw}，其中${same.map((one) => one.quantity.raw).join(' + ')}`
  return [lintFinding('PARTS_MISMATCH', place, quote, params)]
}
