import { asScaled, type Scaled } from '../quantity/scaled.ts'
import type { CityFigures } from '../wire/consolidation.ts'
import { knownPercent, sumOf } from './knownPercent.ts'

export interface Ranked {
  readonly id: string
  readonly score: Scaled
  /** 1, 1, 3: ties share a rank. */
  readonly rank: number
}

/** Ranks by score, highest first; ties share a rank, and who has no score is left out. Equal scores keep their order. */
export function rank(entries: readonly { readonly id: string; readonly score: Scaled | null }[]): readonly Ranked[] {
  const scored = entries.flatMap(({ id, score }) => (score === null ? [] : [{ id, score }]))
  scored.sort((a, b) => b.score - a.score)
  const ranked: Ranked[] = []
  for (const [position, entry] of scored.entries()) {
    const before = ranked[position - 1]
    ranked.push({ ...entry, rank: before && before.score === entry.score ? before.rank : position + 1 })
  }
  return ranked
}

/** Above this an indicator adds no more to an area's score: one overshot task must not hide others left undone. */
const CAP = asScaled(1_000_000)

/**
 * The counties by the mean of their completion, over the counts for which they have a share of the target; each at
 * most 100. A share without a figure is 0 here, and here alone: to report nothing must not help a rank. Areas without
 * a task are left out.
 */
export function rankAreas(consolidation: Pick<CityFigures, 'indicators'>, areas: readonly string[]): readonly Ranked[] {
  return rank(
    areas.map((area) => {
      const shares = consolidation.indicators.flatMap((indicator) =>
        indicator.areas.filter((one) => one.area === area && one.target !== null && one.target > 0),
      )
      const reached = shares.map((share) => Math.min(knownPercent(share.cumulative, share.target) ?? 0, CAP))
      const mean = shares.length === 0 ? null : knownPercent(sumOf(reached), shares.length * CAP)
      return { id: area, score: mean }
    }),
  )
}
