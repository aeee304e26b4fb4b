import type { FoundQuantity } from '../../quantity/findQuantities.ts'
import { judgePercent } from '../../quantity/percent.ts'
import { decimalFromScaled } from '../../quantity/scaled.ts'
import { type ProgressPart, progressParts, segmentAt } from './figuresOf.ts'
import { type Remark, type ReportCheck, remark } from './remark.ts'

const MILLION = 1_000_000

/**
 * Rates that are no percentage of a target: coverage rates (筛查率) beside counts and without a denominator, with the
 * one denominator that fits them all; rates above 100 %, which are legitimate; stage rates (完工率) after figures of
 * several measures, which leave open what they are a rate of.
 */
export const checkRates: ReportCheck = (report, { register }) => {
  const remarks: Remark[] = []
  for (const part of progressParts(report, register)) {
    const pairs = coveragePairs(part)
    const open = pairs.filter((pair) => !hasDenominator(part, pair))
    if (open.length > 0) {
      const implied = commonDenominator(open)
      const quote = open.map(([, rate]) => rate.quantity.raw).join('、')
      remarks.push(remark('DENOMINATOR_MISSING', part.line, part.task.id, quote, implied === undefined ? {} : { implied: String(implied) }))
    }
    for (const [, rate] of pairs) {
      if (rate.quantity.value > MILLION) remarks.push(remark('RATE_OVER_100', part.line, part.task.id, rate.quantity.raw))
    }
    const stageRates = part.figures.filter(
      (one) => one.quantity.measure === '%' && /(?:开工|完工|竣工|投资完成)率$/.test(one.quantity.before),
    )
    const first = stageRates[0]
    if (!first) continue
    const { start, text } = segmentAt(part.text, first.at)
    const before = part.figures.filter((one) => one.at >= start && one.at < first.at && one.quantity.measure !== '%')
    const measures = new Set(before.map((one) => one.quantity.measure))
    if (measures.size > 1) {
      const quote = stageRates.map((rate) => `${rate.quantity.before.slice(-3)}${rate.quantity.raw}`).join('、')
      remarks.push(
        remark('RATE_BASE', part.line, part.task.id, quote, {
          candidates: before.map((one) => one.quantity.raw).join('、'),
          sentence: text,
        }),
      )
    }
  }
  return remarks
}

type Pair = readonly [count: FoundQuantity, rate: FoundQuantity]

/** "4405例，筛查率71.36%": a count and the coverage rate that follows it at once. */
function coveragePairs({ figures, text }: ProgressPart): readonly Pair[] {
  return figures.flatMap((rate, index): Pair[] => {
    const count = figures[index - 1]
    if (!count || rate.quantity.measure !== '%' || count.quantity.measure === '%') return []
    return /^[，、,（(]?[^，。；\d]{0,4}(?:筛查|覆盖|普及|建档|参保|接种)率[为达]?$/.test(text.slice(count.end, rate.at))
      ? [[count, rate]]
      : []
  })
}

/** Whether another count of the text gives the rate: 14013例 of 活产新生儿14210人 is 98.61%. */
const hasDenominator = ({ figures }: ProgressPart, [count, rate]: Pair): boolean =>
  figures.some(
    (one) =>
      one !== count &&
      one.quantity.measure !== '%' &&
      judgePercent(rate.quantity.value, rate.quantity.decimals, count.quantity.value, one.quantity.value) === 'right',
  )

/** The one whole number that gives every stated rate at its own precision; undefined where none or several do. */
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
