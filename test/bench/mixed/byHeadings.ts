import type { Grid } from '../../../shared/grid/grid.ts'
import { areaOfRow, plainNumber, type Taken } from './way.ts'

/** The headings that are looked for in the merged table, trimmed and otherwise equal: the usual names of what is completed. */
const FIGURE = ['累计完成', '累计完成数', '累计完成量', '已完成', '已完成数', '完成数', '完成量', '完成情况', '完成', '实际完成', '累计']

/**
 * The second way: the first row that holds anything is made the headings of each book, columns of equal, trimmed headings
 * are laid over each other, and the columns of `FIGURE` are added up. That is what a merge by Power Query (“use first row
 * as headers”, append) or by WPS (合并表格) gives. Rows of totals are rows like all others, as they are there.
 */
export function byHeadings({ cells }: Grid): readonly Taken[] {
  const first = cells.findIndex((row) => row.some((cell) => cell !== null && cell !== ''))
  const wanted = (cells[first] ?? []).flatMap((cell, column) => (FIGURE.includes(String(cell ?? '').trim()) ? [column] : []))
  return cells.slice(first + 1).flatMap((row) =>
    wanted.flatMap((column) => {
      const value = plainNumber(row[column])
      return value === undefined ? [] : [{ area: areaOfRow(row), value }]
    }),
  )
}
