import type { FoundFigure } from '../../quantity/findQuantities.ts'

/** The index of the first figure that begins at or behind a place, by halving, so that many figures stay cheap. */
export function figureAt(found: readonly FoundFigure[], from: number): number {
  let low = 0
  let high = found.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((found[middle]?.at ?? 0) < from) low = middle + 1
    else high = middle
  }
  return low
}
