import { firstFrom } from '../../base/ascending.ts'
import type { FoundQuantity } from '../../quantity/findQuantities.ts'
import { HUNDRED_PERCENT, judgePercent } from '../../quantity/percent.ts'
import { decimalFromScaled, type Scaled } from '../../quantity/scaled.ts'
import { type LintFinding, lintFinding, type ReportCheck } from './lintFinding.ts'
import { COVERAGE_RATE, STAGE_RATE } from './lintWords.ts'
import { isPercentage, type ProgressPart, progressParts } from './progressParts.ts'

/**
 * Rates that are no percentage of a target: coverage rates (筛查率) of counts without a denominator, with the one
 * denominator that fits them all; rates above 100 %, which are legitimate; stage rates (完工率) after figures of several
 * measures, which leave open what they are a rate of.
 */
export const checkRates: ReportCheck = (report, { register }) =>
  progressParts(report, register).flatMap((part) => {
    const pairs = coveragePairs(part)
    return [...missingDenominator(part, pairs), ...aboveWhole(part, pairs), ...openBase(part)]
  })

type Pair = readonly [count: FoundQuantity, rate: FoundQuantity]

/** "4405例，筛查率71.36%": a count and the coverage rate that follows it at once. */
function coveragePairs({ figures, text }: ProgressPart): readonly Pair[] {
  return figures.flatMap((rate, index): Pair[] => {
    const count = figures[index - 1]
    if (!count || !isPercentage(rate) || isPercentage(count)) return []
    return COVERAGE_RATE.pattern.test(text.slice(count.end, rate.at)) ? [[count, rate]] : []
  })
}

/** DENOMINATOR_MISSING: no count of the text gives the rate. 14013例 of 活产新生儿14210人 is 98.61%: there it is given. */
function missingDenominator({ place, figures }: ProgressPart, pairs: readonly Pair[]): readonly LintFinding[] {
  if (pairs.length === 0) return []
  const values = figures.filter((one) => !isPercentage(one)).map(({ quantity }) => quantity.value)
  const times = Map.groupBy(values, (value) => value)
  const ascending = [...times.keys()].sort((a, b) => a - b)
  const open = pairs.filter(([count, rate]) => {
    const { value } = count.quantity
    return !wholesNear(ascending, count, rate).some(
      (whole) =>
        // the count is not its own denominator
        (whole !== value || (times.get(whole)?.length ?? 0) > 1) &&
        judgePercent(rate.quantity.value, rate.quantity.decimals, value, whole) === 'right',
    )
  })
  if (open.length === 0) return []
  const implied = commonDenominator(open)
  const quote = open.map(([, rate]) => rate.quantity.raw).join('、')
  return [lintFinding('DENOMINATOR_MISSING', place, quote, implied === undefined ? {} : { implied: String(implied) })]
}

/** Of ascending figures those that can be what a rate is of: it lies half a unit of its last digit on either side. */
function wholesNear(
  ascending: readonly Scaled[],
  { quantity: count }: FoundQuantity,
  { quantity: rate }: FoundQuantity,
): readonly Scaled[] {
  const half = 10 ** (SCALED_DECIMALS - Math.min(rate.decimals, SCALED_DECIMALS)) / 2
  const wholeOf = (stated: number) => (stated > 0 ? (count.value * HUNDRED_PERCENT) / stated : Number.POSITIVE_INFINITY)
  const [least, most] = [wholeOf(rate.value + half) * (1 - SLACK) - 1, wholeOf(rate.value - half) * (1 + SLACK) + 1]
  return ascending.slice(firstFrom(ascending, least), firstFrom(ascending, most))
}

/** A Scaled has four digits after the point. */
const SCALED_DECIMALS = 4
/** What floats are off at most, and more: `judgePercent` has the exact word. */
const SLACK = 1e-12

/** RATE_OVER_100: legitimate (more were screened than planned), yet the unit should say why. */
const aboveWhole = ({ place }: ProgressPart, pairs: readonly Pair[]): readonly LintFinding[] =>
  pairs
    .filter(([, rate]) => rate.quantity.value > HUNDRED_PERCENT)
    .map(([, rate]) => lintFinding('RATE_OVER_100', place, rate.quantity.raw))

/** RATE_BASE: 座 and 公里 stand before one 完工率. */
function openBase({ place, figures, text, places }: ProgressPart): readonly LintFinding[] {
  const rates = figures.filter((one) => isPercentage(one) && STAGE_RATE.pattern.test(one.quantity.before))
  const first = rates[0]
  if (!first) return []
  const sentence = places.sentenceAt(first.at)
  const before = figures.filter((one) => one.at >= sentence.start && one.at < first.at && !isPercentage(one))
  if (new Set(before.map((one) => one.quantity.measure)).size < 2) return []
  const quote = rates.map((rate) => `${rate.quantity.before.slice(-3)}${rate.quantity.raw}`).join('、')
  const candidates = before.map((one) => one.quantity.raw).join('、')
  return [lintFinding('RATE_BASE', place, quote, { candidates, sentence: text.slice(sentence.start, sentence.end) })]
}

/**
 * The one whole number that gives every stated rate at its own precision; undefined where none or several do. A rate
 * with n decimals may lie half a unit of its last digit on either side; floats do, since only whole numbers are left.
 */
function commonDenominator(pairs: readonly Pair[]): number | undefined {
  let [low, high] = [1, Number.MAX_SAFE_INTEGER]
  for (const [count, rate] of pairs) {
    const figure = Number(decimalFromScaled(count.quantity.value))
    const stated = Number(decimalFromScaled(rate.quantity.value))
    const half = 0.5 / 10 ** rate.quantity.decimals
    low = Math.max(low, Math.ceil((figure * 100) / (stated + half)))
    high = Math.min(high, Math.floor((figure * 100) / Math.max(stated - half, Number.EPSILON)))
  }
  return low === high && pairs.length > 1 ? low : undefined
}
