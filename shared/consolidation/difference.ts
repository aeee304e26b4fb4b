import { asScaled, type Scaled } from '../quantity/scaled.ts'
import type { Consolidation } from '../wire/consolidation.ts'

export interface Difference {
  readonly indicator: string
  readonly before: Scaled | null
  readonly now: Scaled | null
  /** now − before; null where either is missing. */
  readonly change: Scaled | null
  readonly percentChange: Scaled | null
}

/** How each indicator of the city moved since an earlier period; indicators that the earlier one lacks have no change. */
export function differences(now: Pick<Consolidation, 'indicators'>, before: Pick<Consolidation, 'indicators'>): readonly Difference[] {
  const earlier = new Map(before.indicators.map((indicator) => [indicator.indicator, indicator]))
  return now.indicators.map((current) => {
    const known = earlier.get(current.indicator)
    return {
      indicator: current.indicator,
      before: scaledOrNull(known?.cumulative),
      now: scaledOrNull(current.cumulative),
      change: minus(current.cumulative, known?.cumulative),
      percentChange: minus(current.percent, known?.percent),
    }
  })
}

const scaledOrNull = (figure: number | null | undefined): Scaled | null => (figure == null ? null : asScaled(figure))

const minus = (now: number | null | undefined, before: number | null | undefined): Scaled | null =>
  now == null || before == null ? null : asScaled(now - before)
