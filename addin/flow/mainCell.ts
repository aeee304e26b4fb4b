/** The cell that a row is best shown at. */
export const mainCell = (cells: Readonly<Record<string, string | undefined>>): string | undefined =>
  cells.cumulative ??
  cells.actual ??
  cells.periodValue ??
  cells.progressText ??
  Object.entries(cells).find(([name]) => name !== 'area')?.[1]
