import type { FoundFigure } from '../../quantity/findQuantities.ts'

/** The indexes of the text's percentages; those with nothing but 、 or 和 between them are one list. */
export function percentLists(found: readonly FoundFigure[], text: string): number[][] {
  const lists: number[][] = []
  let previousEnd = -1
  found.forEach(({ at, end, quantity }, i) => {
    if (quantity.measure !== '%') return
    const list = lists.at(-1)
    const joined = list !== undefined && list.length < LONGEST_LIST && /^[、和及与]$|^以及$/.test(text.slice(previousEnd, at))
    if (joined) list.push(i)
    else lists.push([i])
    previousEnd = end
  })
  return lists
}

/** Longer lists are pasted tables; the bound keeps the reading linear. */
const LONGEST_LIST = 24
