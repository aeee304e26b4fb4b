import { sumOf } from '../../consolidation/knownPercent.ts'
import { stageCounts } from '../../consolidation/stageCounts.ts'
import type { FoundQuantity } from '../../quantity/findQuantities.ts'
import { decimalFromScaled } from '../../quantity/scaled.ts'
import type { Indicator, Register } from '../../register/register.ts'
import { indicatorOf, type ProgressPart, progressParts, segmentAt } from './figuresOf.ts'
import { type Remark, type ReportCheck, remark } from './remark.ts'

const REMAINING = /剩余|其余|余下|尚余|尚有|还有/
/** A figure that restates a target, sums up others, or counts last year's work: no part of its own. */
const RESTATED = /(?:任务|目标|计划)[数为]?$/
const CARRIED = /续建|结转|上年|去年/
/** Where the parts that 其中 tells come to an end. */
const PARTS_END = /累计|合计|共计|[）)]/

/**
 * Parts against totals: what is done and what remains (剩余) must make the target; parts that make the target although
 * they stand at different stages are not all done; what 其中 tells must not exceed its total.
 */
export const checkParts: ReportCheck = (report, { register }) =>
  progressParts(report, register).flatMap((part) => [
    ...part.indicators.flatMap((indicator) => partsOfTarget(register, part, indicator)),
    ...part.figures.flatMap((total, index) => partsOfTotal(part, total, index)),
  ])

function partsOfTarget(register: Register, part: ProgressPart, indicator: Indicator): Remark[] {
  const target = indicator.target?.value
  if (indicator.kind !== 'count' || target === undefined) return []
  const own = part.figures.filter((one) => indicatorOf(register, part, one) === indicator && !RESTATED.test(part.text.slice(0, one.at)))
  const isRemaining = (one: FoundQuantity) => REMAINING.test(part.text.slice(segmentAt(part.text, one.at).start, one.at))
  const remaining = own.filter(isRemaining)
  const others = own.filter((one) => !isRemaining(one) && !CARRIED.test(part.text.slice(segmentAt(part.text, one.at).start, one.at)))
  const told = [...others, ...remaining]
  const sum = sumOf(told.map((one) => one.quantity.value))
  if (sum === null || told.length < 2) return []
  const quote = told.map((one) => one.quantity.raw).join(' + ')
  const params = { sum: decimalFromScaled(sum), target: decimalFromScaled(target) }
  if (remaining.length > 0) {
    const rest = sumOf(remaining.map((one) => one.quantity.value)) ?? 0
    const reachable = sumsOf(others.map((one) => one.quantity.value))
    return others.length > 0 && !reachable.has(target - rest) ? [remark('PARTS_MISMATCH', part.line, part.task.id, quote, params)] : []
  }
  const counting = others.filter((one) => stageCounts(one.quantity.stage, indicator.countsStage))
  const underWay = others.every((one) => stageCounts(one.quantity.stage, 'started'))
  if (sum !== target || !underWay || counting.length === others.length) return []
  const done = sumOf(counting.map((one) => one.quantity.value))
  return [remark('PARTS_STAGES', part.line, part.task.id, quote, { ...params, done: done === null ? '0' : decimalFromScaled(done) })]
}

/** Every sum that some of the figures make; of more than 16 figures the last 16 (a text may name subsets and totals). */
function sumsOf(figures: readonly number[]): ReadonlySet<number> {
  let sums = new Set([0])
  for (const figure of figures.slice(-16)) sums = new Set([...sums, ...[...sums].map((sum) => sum + figure)])
  return sums
}

function partsOfTotal(part: ProgressPart, total: FoundQuantity, index: number): Remark[] {
  const { text, start, end } = segmentAt(part.text, total.at)
  const among = part.text.slice(total.end, end).indexOf('其中')
  if (among < 0 || text.slice(0, total.at - start).includes('其中') || total.quantity.measure === '%') return []
  const from = total.end + among
  const closed = PARTS_END.exec(part.text.slice(from, end))
  const until = closed ? from + closed.index : end
  const parts = part.figures.slice(index + 1).filter((one) => one.at > from && one.end <= until)
  const same = parts.filter((one) => one.quantity.measure === total.quantity.measure && !RESTATED.test(part.text.slice(0, one.at)))
  const sum = sumOf(same.map((one) => one.quantity.value))
  if (sum === null || same.length < 2 || sum <= total.quantity.value) return []
  const params = { sum: decimalFromScaled(sum), target: decimalFromScaled(total.quantity.value) }
  const quote = `${total.quantity.raw}，其中${same.map((one) => one.quantity.raw).join(' + ')}`
  return [remark('PARTS_MISMATCH', part.line, part.task.id, quote, params)]
}
