import { HUNDRED_PERCENT } from '../quantity/percent.ts'
import type { Scaled } from '../quantity/scaled.ts'
import type { CityFigures } from '../wire/consolidation.ts'
import { knownPercent } from './knownPercent.ts'
import { sumOf } from './sumOf.ts'

/** An entry with its place among the others. */
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

/**
 * The counties by the mean of their completion, over the counts for which they have a part of the target; each at most
 * 100, so that one task overshot does not hide others left undone. A part without a figure is 0 here, and here alone: to
 * report nothing must not help a rank. Areas without a task are left out.
 */
export function rankAreas({ indicators }: Pick<CityFigures, 'indicators'>, areas: readonly string[]): readonly Ranked[] {
  return rank(
    areas.map((area) => {
      const parts = indicators.flatMap((indicator) =>
        indicator.areas.filter((one) => one.area === area && one.target !== null && one.target > 0),
      )
      const reached = parts.map((part) => Math.min(knownPercent(part.cumulative, part.target) ?? 0, HUNDRED_PERCENT))
      return { id: area, score: parts.length === 0 ? null : knownPercent(sumOf(reached), parts.length * HUNDRED_PERCENT) }
    }),
  )
}
