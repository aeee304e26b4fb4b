import type { Grid } from '../../shared/grid/grid.ts'

/** What this floor does, in words. */
export const PLAIN_PASS = 'one regular expression a text cell, one number parse a number cell'

const FIGURE = /^\s*[^\d]{0,12}?([-+]?\d[\d,]*(?:\.\d+)?)\s*(万|亿)?\s*([\p{Script=Han}a-zA-Z%％]{0,6})/u

/** The least that a reading of a grid could do: one pass over its cells. The sum keeps the engine from leaving it out. */
export function plainPass(grid: Grid): number {
  let sum = 0
  for (const row of grid.cells) {
    for (const cell of row) {
      if (cell === null) continue
      if (typeof cell === 'string') {
        const found = FIGURE.exec(cell)
        if (found?.[1]) sum += found[1].length
      } else sum += Number.parseFloat(String(cell))
    }
  }
  return sum
}
