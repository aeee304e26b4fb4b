import type { Grid } from '../../../shared/grid/grid.ts'
import { areaOfRow, plainNumber, type Taken } from './way.ts'

/**
 * The third way: a plain script, as somebody handy would write it for the office. Its ten lines of rules:
 * 1. The headings are the first row with three filled cells of which one has 完成 or 进度.
 * 2. A row below it belongs to the headings too as long as it holds no number.
 * 3. The figure's column is the first under a heading with 累计; else the first with 完成;
 * 4. but never one with 率, 比, 目标, 任务, 计划 or 资金.
 * 5. Rows from there to the end count,
 * 6. but for those that have 合计, 小计, 总计 or 全市,
 * 7. and those without a number in the column.
 * 8. A number may have commas, full-width digits and a measure behind it.
 * 9. It is ten thousand times as much where the heading has 万, or the cell.
 * 10. Its area is the county that the row names.
 */
export function tenLines({ cells }: Grid): readonly Taken[] {
  const at = cells.findIndex(
    (row) => row.filter((cell) => cell !== null && cell !== '').length >= 3 && row.some((cell) => /完成|进度/.test(String(cell ?? ''))),
  )
  if (at < 0) return []
  const below = cells.findIndex((row, i) => i > at && row.some((cell) => typeof cell === 'number'))
  const from = below < 0 ? at + 1 : below
  const width = Math.max(...cells.map((row) => row.length))
  const headings = Array.from({ length: width }, (_, column) =>
    cells
      .slice(at, from)
      .map((row) => row[column] ?? '')
      .join(''),
  )
  const find = (word: string) => headings.findIndex((text) => text.includes(word) && !/[率比]|目标|任务|计划|资金/.test(text))
  const column = find('累计') >= 0 ? find('累计') : find('完成')
  if (column < 0) return []
  return cells.slice(from).flatMap((row) => {
    const value = plainNumber(row[column])
    if (value === undefined || row.some((cell) => /合计|小计|总计|全市/.test(String(cell ?? '')))) return []
    const isTenThousands = headings[column]?.includes('万') === true || String(row[column]).includes('万')
    return [{ area: areaOfRow(row), value: isTenThousands ? value * 10_000 : value }]
  })
}
