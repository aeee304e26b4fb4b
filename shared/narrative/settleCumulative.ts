import type { RoleReason } from './claims.ts'
import { INCREMENT, STANDING, THIS_YEAR } from './cues.ts'
import type { CountedFigure } from './readFigures.ts'
import type { IndicatorWords } from './taskWords.ts'

/**
 * Decides between several figures of one indicator: this month's increment is context where a cumulative figure stands
 * too; a standing total (全市累计1.86万个) is context where this year's own figure stands beside it and it exceeds both that
 * and the target.
 */
export function settleCumulative(figures: readonly CountedFigure[], all: readonly IndicatorWords[]): CountedFigure[] {
  const left = new Map<CountedFigure, RoleReason>()
  for (const { indicator } of all) {
    const own = figures.filter((figure) => figure.indicator === indicator.id && figure.role === 'progress')
    if (own.length < 2) continue
    const increments = own.filter((figure) => INCREMENT.test(figure.pre) && /本|当|月/.test(figure.pre))
    const others = own.filter((figure) => !increments.includes(figure))
    if (others.length > 0) for (const figure of increments) left.set(figure, 'increment')
    const target = indicator.target?.value ?? 0
    for (const figure of others) {
      if (!STANDING.test(figure.pre) || (figure.value ?? 0) <= target) continue
      const year = others.find(
        (other) =>
          other !== figure && (THIS_YEAR.test(other.pre) || other.start < figure.start) && (other.value ?? 0) < (figure.value ?? 0),
      )
      if (year && !STANDING.test(year.pre)) left.set(figure, 'stock')
    }
  }
  return figures.map((figure) => {
    const reason = left.get(figure)
    return reason ? { ...figure, role: 'context', reason, indicator: null } : figure
  })
}
