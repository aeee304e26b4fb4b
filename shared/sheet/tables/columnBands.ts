import type { Register } from '../../register/register.ts'
import { headingFields } from '../headings/headingFields.ts'
import type { SheetView } from '../view/sheetView.ts'
import type { ColumnBand } from './columnBand.ts'
import { withoutColumnNumbers } from './columnNumbers.ts'
import { type HeadingBlock, headingBlocks } from './headingBlocks.ts'
import { hasKeyAndValue } from './keyAndValue.ts'

/** Columns that belong to one table or to tables above each other, with the headings found in them. */
export interface BandWithHeadings {
  readonly band: ColumnBand
  readonly blocks: readonly HeadingBlock[]
}

/**
 * Parts a sheet into bands of columns whose tables are side by side: at columns that are blank in every row but those
 * of titles and notes, where both sides have headings of their own (a key and a value each). One band is the usual case.
 */
export function columnBands(view: SheetView, register: Register): readonly BandWithHeadings[] {
  const found = (left: number, right: number): BandWithHeadings => {
    const band = { view, register, left, right }
    return { band, blocks: headingBlocks(band) }
  }
  const bands: BandWithHeadings[] = []
  let left = view.left
  let rest: BandWithHeadings | undefined
  for (const { from, to } of runsOf(blankColumns(view))) {
    if (from === left) {
      left = to + 1
      rest = undefined
    }
    for (const gap of from === to ? [from] : [from, to]) {
      if (gap < left) continue
      const before = found(left, gap - 1)
      if (!isTableAlone(before)) continue
      const behind = found(gap + 1, view.right)
      if (isListBeside(before, behind.band)) return [...bands, before]
      if (!isTableAlone(behind)) continue
      bands.push(before)
      left = to + 1
      rest = gap === to ? behind : undefined
    }
  }
  return [...bands, rest ?? found(left, view.right)]
}

const isTableAlone = ({ band, blocks }: BandWithHeadings): boolean => blocks.some((block) => hasKeyAndValue(band, block))

/**
 * Whether what stands behind a blank column is a list of its own beside a whole table (指标解释 | 数值): two columns or more
 * of which no heading is one that is known, words before figures. Its cells are none of the table's.
 */
function isListBeside({ band, blocks }: BandWithHeadings, { left, right }: ColumnBand): boolean {
  const [block] = blocks
  if (!block || left >= right) return false
  const { view } = band
  const { bottom } = withoutColumnNumbers(view, block)
  const headings = Array.from({ length: right - left + 1 }, (_, i) => view.mergedText(bottom, left + i))
  if (headings.some((heading) => headingFields(heading).some(({ score }) => score >= 0.9))) return false
  const rows = view.filledRows.filter((row) => row > block.bottom && view.value(row, left) !== null)
  const words = rows.filter((row) => typeof view.value(row, left) === 'string')
  const figures = rows.filter((row) => typeof view.value(row, left + 1) === 'number')
  return rows.length >= 2 && words.length === rows.length && figures.length * 2 > rows.length
}

/**
 * Columns next to each other, as first and last: a table ends where they begin and another begins where they end, however
 * many thousands lie between.
 */
function runsOf(columns: readonly number[]): readonly { readonly from: number; readonly to: number }[] {
  const runs: { from: number; to: number }[] = []
  for (const column of columns) {
    const last = runs.at(-1)
    if (last?.to === column - 1) last.to = column
    else runs.push({ from: column, to: column })
  }
  return runs
}

/** Columns without any cell; rows with a single cell are titles and notes and do not count. */
function blankColumns(view: SheetView): readonly number[] {
  const used = new Set<number>()
  const width = view.right - view.left + 1
  for (const row of view.filledRows) {
    if (used.size === width) return []
    const cells = view.grid.cells[row - 1] ?? []
    const filled: number[] = []
    for (let column = view.left; column <= Math.min(view.right, cells.length); column++)
      if (view.value(row, column) !== null) filled.push(column)
    if (filled.length < 2) continue
    for (const column of filled) used.add(column)
    for (const column of filled) {
      const merge = view.mergeAt(row, column)
      if (merge && merge.right > merge.left && merge.right - merge.left < width - 1)
        for (let c = merge.left; c <= merge.right; c++) used.add(c)
    }
  }
  const blank: number[] = []
  for (let column = view.left; column <= view.right; column++) if (!used.has(column)) blank.push(column)
  return blank
}
