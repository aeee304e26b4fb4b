/** Where in ascending numbers the first lies that is not below `least`; their count where all are. Found by halving. */
export function firstFrom(ascending: readonly number[], least: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ascending[middle] ?? 0) < least) low = middle + 1
    else high = middle
  }
  return low
}

/** The last of ascending numbers that is below a limit; undefined where none is. */
export const lastBelow = (ascending: readonly number[], limit: number): number | undefined => ascending[firstFrom(ascending, limit) - 1]

/** Of ascending whole numbers those above one and below another. */
export const between = (ascending: readonly number[], above: number, below: number): readonly number[] =>
  ascending.slice(firstFrom(ascending, above + 1), firstFrom(ascending, below))
