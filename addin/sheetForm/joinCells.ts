import { type Area, address, parseArea } from '../../shared/grid/a1.ts'

/** Areas as few as cells allow: neighbours in a row are joined, and equal stretches of following rows. */
export function joinCells(cells: Iterable<string>): Area[] {
  const rows = new Map<number, number[]>()
  for (const cell of new Set(cells)) {
    const area = parseArea(cell)
    if (!area) continue
    for (let row = area.top; row <= area.bottom; row++) {
      const columns = rows.get(row) ?? []
      for (let column = area.left; column <= area.right; column++) columns.push(column)
      rows.set(row, columns)
    }
  }
  const done: Area[] = []
  let open: Area[] = []
  for (const [row, columns] of [...rows].sort(([one], [other]) => one - other)) {
    const stretches = stretchesOf(columns).map(([left, right]) => {
      const above = open.find((area) => area.bottom === row - 1 && area.left === left && area.right === right)
      return above ? { ...above, bottom: row } : { top: row, left, bottom: row, right }
    })
    done.push(...open.filter((area) => !stretches.some((next) => next.top === area.top && next.left === area.left)))
    open = stretches
  }
  return [...done, ...open]
}

/** "E7" of one cell, "E7:G9" of several. */
export function areaAddress({ top, left, bottom, right }: Area): string {
  const first = address(top, left)
  return top === bottom && left === right ? first : `${first}:${address(bottom, right)}`
}

function stretchesOf(columns: readonly number[]): [left: number, right: number][] {
  const stretches: [number, number][] = []
  for (const column of [...new Set(columns)].sort((one, other) => one - other)) {
    const last = stretches.at(-1)
    if (last && last[1] === column - 1) last[1] = column
    else stretches.push([column, column])
  }
  return stretches
}
