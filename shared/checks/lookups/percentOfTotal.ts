import type { CheckFacts } from '../../finding/facts.ts'
import { asScaled, type Scaled } from '../../quantity/scaled.ts'
import type { FigureRecord } from '../../record/figureRecord.ts'
import type { StatedTotal } from '../../record/reading.ts'
import { indicatorById } from '../../register/registerIndex.ts'
import { coveredRecords } from './coveredRecords.ts'
import { percentDecimals } from './percentDecimals.ts'
import { doubted, type Judged, judgeStated, pairs } from './percentVerdict.ts'
import { sumVerdict } from './sumVerdicts.ts'

/**
 * Judges the percentage that a total states, against its own figures and the recomputed sums. Where these differ either may
 * be what is wrong, which SUM_MISMATCH says: a percentage of one of the two is right.
 *
 *     total's figures            records add up to   stated   judged
 *     146 of 300, both fit       146 of 300          48.67%   right
 *     164 of 300 (SUM_MISMATCH)  146 of 300          48.67%   right (of the sum recomputed)
 *     164 of 300 (SUM_MISMATCH)  146 of 300          54.67%   right (of the sum stated)
 *     164 of 300 (SUM_MISMATCH)  146 of 300          62%      wrong
 *     one of contradictory rows  —                   any      unverifiable, unless it fits the total's own figures
 *     146, no target at all      146                 any      unverifiable (the registered target is a guess)
 *     a rate, 4405 of 6173       4405 of 6173        71.36%   right (of its denominator)
 *     a rate without denominator  —                  any      not
 *     of which (其中)             —                   any      not
 *     of a milestone, falling    —                   any      not
 */
export function percentOfTotal(facts: CheckFacts, total: StatedTotal): Judged {
  const { statedPercent, cumulative, target } = total.values
  const [subject = ''] = total.subject.split('/')
  const indicator = indicatorById(facts.register, subject)
  if (indicator?.kind === 'percent') return rateOfTotal(facts, total)
  if (statedPercent == null || indicator?.kind !== 'count' || indicator.direction === 'down' || total.kind === 'of_which')
    return 'notJudged'
  const decimals = percentDecimals(facts, total)
  const wholes = [target, indicator.area === total.area ? indicator.target?.value : undefined]
  const own = cumulative == null ? [] : pairs(cumulative, wholes)
  const completedSum = sumVerdict(facts, total, 'cumulative')
  const targetSum = sumVerdict(facts, total, 'target')
  if (completedSum === 'uncertain' || targetSum === 'uncertain') return doubted(judgeStated(total, decimals, own))

  const records = coveredRecords(facts, total)
  const completed = sumOf(records, 'cumulative')
  const targets = sumOf(records, 'target')
  if (completedSum !== 'differs' && targetSum !== 'differs') {
    const recomputed = completed === undefined ? [] : pairs(completed, [targets])
    const judged = judgeStated(total, decimals, [...recomputed, ...own])
    // Without a target of its own the total's base is a guess.
    return target == null && targets === undefined ? doubted(judged) : judged
  }
  const part = completedSum === 'differs' ? completed : (cumulative ?? undefined)
  const whole = targetSum === 'differs' ? targets : target
  return part === undefined ? 'notJudged' : judgeStated(total, decimals, [...pairs(part, [whole, ...wholes]), ...own])
}

/** A rate of what is counted: of the sums of its rows, or of what the total itself states. */
function rateOfTotal(facts: CheckFacts, total: StatedTotal): Judged {
  const { statedPercent, cumulative, denominator } = total.values
  if (statedPercent == null || total.kind === 'of_which') return 'notJudged'
  const records = coveredRecords(facts, total)
  const counted = sumOf(records, 'cumulative')
  const recomputed = counted === undefined ? [] : pairs(counted, [sumOf(records, 'denominator')])
  const own = cumulative == null ? [] : pairs(cumulative, [denominator])
  return judgeStated(total, percentDecimals(facts, total), [...recomputed, ...own])
}

function sumOf(records: readonly FigureRecord[], field: 'cumulative' | 'target' | 'denominator'): Scaled | undefined {
  const values = records.flatMap((record) => record.values[field] ?? [])
  const sum = values.reduce((total, value) => total + value, 0)
  return values.length > 0 && Number.isSafeInteger(sum) ? asScaled(sum) : undefined
}
