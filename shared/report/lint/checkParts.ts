import { sumOf } from '../../consolidation/knownPercent.ts'
import { stageCounts } from '../../consolidation/stageCounts.ts'
import { decimalFromScaled } from '../../quantity/scaled.ts'
import { indicatorOf, progressParts, segmentAt } from './figuresOf.ts'
import { type Remark, type ReportCheck, remark } from './remark.ts'

const REMAINING = /剩余|其余|余下|尚余|尚有|还有/

/**
 * Parts against totals: what is under way and what remains must make the target; parts that make the target although
 * they stand at different stages are not all done; 其中 parts must not exceed their total.
 */
export const checkParts: ReportCheck = (report, { register }) => {
  const remarks: Remark[] = []
  for (const part of progressParts(report, register)) {
    for (const indicator of part.indicators) {
      const target = indicator.target?.value
      if (indicator.kind !== 'count' || target === undefined) continue
      const own = part.figures.filter((one) => indicatorOf(register, part, one) === indicator)
      const quote = own.map((one) => one.quantity.raw).join(' + ')
      const sum = sumOf(own.map((one) => one.quantity.value))
      if (sum === null || own.length < 2) continue
      const remaining = own.filter((one) => REMAINING.test(part.text.slice(segmentAt(part.text, one.at).start, one.at)))
      const params = { sum: decimalFromScaled(sum), target: decimalFromScaled(target) }
      if (remaining.length > 0 && remaining.length < own.length && sum !== target) {
        remarks.push(remark('PARTS_MISMATCH', part.line, part.task.id, quote, params))
      }
      const counting = own.filter((one) => stageCounts(one.quantity.stage, indicator.countsStage))
      if (sum === target && remaining.length === 0 && counting.length < own.length) {
        const done = sumOf(counting.map((one) => one.quantity.value))
        remarks.push(
          remark('PARTS_STAGES', part.line, part.task.id, quote, { ...params, done: done === null ? '0' : decimalFromScaled(done) }),
        )
      }
    }
    for (const [index, total] of part.figures.entries()) {
      const { text, start, end } = segmentAt(part.text, total.at)
      const among = part.text.slice(total.end, end).indexOf('其中')
      if (among < 0 || /其中/.test(text.slice(0, total.at - start))) continue
      const parts = part.figures.slice(index + 1).filter((one) => one.at > total.end + among && one.end <= end)
      const same = parts.filter(
        (one) => one.quantity.measure !== null && one.quantity.measure === total.quantity.measure && one.quantity.measure !== '%',
      )
      const sum = sumOf(same.map((one) => one.quantity.value))
      if (sum !== null && same.length > 1 && sum > total.quantity.value) {
        const params = { sum: decimalFromScaled(sum), target: decimalFromScaled(total.quantity.value) }
        remarks.push(
          remark(
            'PARTS_MISMATCH',
            part.line,
            part.task.id,
            `${total.quantity.raw}，其中${same.map((one) => one.quantity.raw).join(' + ')}`,
            params,
          ),
        )
      }
    }
  }
  return remarks
}
