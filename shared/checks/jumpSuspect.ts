import type { Check, CheckFacts } from '../finding/facts.ts'
import type { Finding } from '../finding/finding.ts'
import { decimalFromScaled, SCALE, type Scaled } from '../quantity/scaled.ts'
import type { FigureRecord } from '../record/figureRecord.ts'
import { foundIn } from './lookups/foundIn.ts'
import { isCorrected } from './lookups/isCorrected.ts'
import { inTenThousands, moneyBefore, ROUNDED_MONEY } from './lookups/moneyBefore.ts'
import { placeOf, raise } from './lookups/raise.ts'
import { indicatorOf, previousOf, targetOf } from './lookups/truth.ts'
import { isOverTargetSuspect } from './overTargetSuspect.ts'

/**
 * JUMP_SUSPECT: a figure far beyond the pace so far, as a digit too many, a lost point or a forgotten 万 makes it: at least
 * ten times the last one, where a good part of the target was done by then or where it goes past the target; or more than a
 * whole target in one period. A first report, a last figure of a few, a start after months of nothing, and whoever reaches
 * the target are let pass: real series do that. What OVER_TARGET_SUSPECT says is not said again.
 *
 *     target  last  now    finding
 *     300     20    240    warning, 12 times
 *     300     120   1460   OVER_TARGET_SUSPECT alone
 *     300     120   440    warning: more than 300 in one period
 *     300     310   650    none: past the target before
 *     300     0     460    warning: from nothing to 153 %
 *     300     20    300    none: done
 *     300     5     60     none: a start
 *     10      1     8      none: a few
 *     300     120   240    none
 *     300     —     460    none (OVER_TARGET)
 *     —       12    146    warning
 *
 * Of the money that was spent: a thousand times as much, or ten times and past the plan.
 *
 *     plan 3,000万元, last 190万元, now 1,900,000万元   warning: 元 taken for 万元
 *     plan 3,000万元, last 190万元, now 19,000万元      warning
 *     plan 3,000万元, last 190万元, now 2,100万元       none
 */
export const jumpSuspect: Check = (facts) => [...figures(facts), ...foundIn(facts.records, (record) => money(facts, record))]

function money(facts: CheckFacts, record: FigureRecord): Finding | undefined {
  const step = moneyBefore(facts, record)
  if (!step || step.last < ROUNDED_MONEY) return undefined
  const { now, last, plan, period } = step
  const isPastPlan = plan !== undefined && plan > 0 && now >= last * TENFOLD && now > plan * PAST_TARGET
  if (now < last * OTHER_SCALE && !isPastPlan) return undefined
  const params = {
    cumulative: inTenThousands(now),
    previous: inTenThousands(last),
    times: String(Math.round(now / last)),
    unit: '万元',
    source: 'period',
    ...(period !== undefined && { period }),
  }
  return raise('JUMP_SUSPECT', placeOf(record, 'investDone'), params, { field: 'investDone' })
}

const figures: Check = (facts) =>
  foundIn(facts.records, (record) => {
    const now = record.values.cumulative
    const last = now == null ? undefined : previousOf(facts, record)
    if (now == null || !last || last.value < 0 || !isCount(facts, record) || isCorrected(record)) return undefined
    const target = targetOf(facts, record)
    const jump = { now, last: last.value, target: target !== undefined && target > 0 ? target : undefined }
    if (!isFarBeyond(jump) || isOverTargetSuspect(facts, record)) return undefined
    const { value, ...of } = last
    const params = {
      cumulative: decimalFromScaled(now),
      previous: decimalFromScaled(value),
      ...(now >= value * 2 && value > 0 && { times: String(Math.round(now / value)) }),
      ...(target !== undefined && { target: decimalFromScaled(target) }),
      ...of,
    }
    return raise('JUMP_SUSPECT', placeOf(record, 'cumulative'), params, { field: 'cumulative' })
  })

function isCount(facts: CheckFacts, record: FigureRecord): boolean {
  const indicator = indicatorOf(facts, record)
  return indicator?.kind === 'count' && indicator.direction === 'up' && indicator.target?.op !== '<='
}

interface Jump {
  readonly now: Scaled
  readonly last: Scaled
  readonly target: Scaled | undefined
}

function isFarBeyond({ now, last, target }: Jump): boolean {
  const tenfold = now >= last * TENFOLD
  const isFew = last < A_FEW * SCALE
  if (target === undefined) return tenfold && !isFew
  if (last === 0) return now >= target * FROM_NOTHING && now >= A_FEW * SCALE
  if (now > target * PAST_TARGET) return (tenfold && now >= A_FEW * SCALE) || (last < target && now - last > target)
  return tenfold && !isFew && last >= target * UNDER_WAY && now < target * NEARLY_DONE
}

/** A digit too many makes ten times this month's figure, which is at least the last one. */
const TENFOLD = 10
/** 元 and 万元, 千元 and 万元 of few: nobody spends as much between two reports. */
const OTHER_SCALE = 1000
/** Past the target by more than a rounding or a few. */
const PAST_TARGET = 1.05
/** Nobody does half as much again as was promised between two reports. */
const FROM_NOTHING = 1.5
/** Before this part of the target work can begin with a leap. */
const UNDER_WAY = 0.03
/** From this part of the target on the figure says that the work is done. */
const NEARLY_DONE = 0.9
/** Of fewer one month can bring ten times as many. */
const A_FEW = 3
