import type { CheckFacts } from '../../finding/facts.ts'
import { asScaled, decimalFromScaled, SCALE, type Scaled } from '../../quantity/scaled.ts'
import type { FigureRecord } from '../../record/figureRecord.ts'
import { earlierOf } from './earlier.ts'
import { isCorrected } from './isCorrected.ts'
import { headingOf } from './isOfOtherTime.ts'

/** What was spent by now, and by the newest period before that has it, in 元. */
export interface MoneyStep {
  readonly now: Scaled
  readonly last: Scaled
  readonly plan: Scaled | undefined
  readonly period: string | undefined
}

/**
 * The money of a record beside what was stored before; undefined in a first report, where nothing was spent before, where the
 * row says that something was taken back, and under a heading of one month or week (本月完成投资).
 */
export function moneyBefore(facts: CheckFacts, record: FigureRecord): MoneyStep | undefined {
  const { investDone: now, investPlan } = record.values
  if (now == null || isCorrected(record) || OF_PERIOD.test(headingOf(facts, record, 'investDone') ?? '')) return undefined
  for (const { values, period } of earlierOf(facts, record))
    if (values.investDone != null)
      return values.investDone > 0 ? { now, last: values.investDone, plan: investPlan ?? undefined, period } : undefined
  return undefined
}

const OF_PERIOD = /[本当上][月周旬季期]|\d月(?!底|末|止)|同期|去年|上年/u

/** What a finding says of it, in 万元 as offices do: 1,234.5. */
export const inTenThousands = (money: Scaled): string => decimalFromScaled(asScaled(Math.round(money / TEN_THOUSAND)))
const TEN_THOUSAND = 10_000
/** Sums are rounded to a 万 here and there. */
export const ROUNDED_MONEY = TEN_THOUSAND * SCALE
