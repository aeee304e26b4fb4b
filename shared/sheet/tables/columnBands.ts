import type { ColumnField } from '../../record/reading.ts'
import { findArea } from '../../register/findArea.ts'
import type { Register } from '../../register/register.ts'
import { headingFields } from '../headings/headingFields.ts'
import type { SheetView } from '../view/sheetView.ts'
import { columnPaths } from './columnPaths.ts'
import { type HeadingBlock, headingRows, isSubjectHeading } from './headingRows.ts'

/** Columns that belong to one table or to tables above each other. */
export interface ColumnBand {
  readonly left: number
  readonly right: number
}

const KEYS: ReadonlySet<ColumnField> = new Set<ColumnField>(['area', 'task', 'indicator', 'milestone'])
const VALUES: ReadonlySet<ColumnField> = new Set<ColumnField>([
  'target',
  'cumulative',
  'period_value',
  'percent',
  'progress_text',
  'actual_date',
  'planned_date',
  'completed_flag',
  'status',
  'invest_done',
])

/**
 * Parts a sheet into bands of columns whose tables stand side by side: at columns that are blank in every row but those
 * of titles and notes, where both sides have headings of their own (a key and a value each). One band is the usual case.
 */
export function columnBands(view: SheetView, register: Register): readonly ColumnBand[] {
  const whole = { left: view.left, right: view.right }
  const blank = blankColumns(view)
  if (blank.length === 0) return [whole]
  const bands: ColumnBand[] = []
  let left = view.left
  for (const gap of blank) {
    if (gap <= left) {
      left = gap === left ? gap + 1 : left
      continue
    }
    if (selfSufficient(view, register, left, gap - 1) && selfSufficient(view, register, gap + 1, view.right)) {
      bands.push({ left, right: gap - 1 })
      left = gap + 1
    }
  }
  bands.push({ left, right: view.right })
  return bands
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

function selfSufficient(view: SheetView, register: Register, left: number, right: number): boolean {
  return headingRows(view, register, left, right).some((block) => hasKeyAndValue(view, register, block))
}

/** Whether headings name what rows are about and what is said of it. */
export function hasKeyAndValue(view: SheetView, register: Register, block: HeadingBlock): boolean {
  let key = false
  let value = false
  for (const path of columnPaths(view, block)) {
    for (const part of path.parts) {
      const fields = headingFields(part.text).filter(({ score }) => score >= 0.7)
      if (fields.some(({ field }) => VALUES.has(field))) value = true
      else if (fields.some(({ field }) => KEYS.has(field))) key = true
      // 目标任务 is a key where words stand below it, and a value where figures do.
      if (!key && fields.some(({ field }) => KEYS.has(field))) key = holdsWords(view, path.column, block.bottom)
      if (isSubjectHeading(register, part.text) || findArea(register, part.text)) value = true
    }
  }
  return key && value
}

const holdsWords = (view: SheetView, column: number, above: number): boolean => {
  const row = view.filledRows.find((r) => r > above && view.value(r, column) !== null)
  const value = row === undefined ? null : view.value(row, column)
  return typeof value === 'string' && !/^[\s约]*[\d０-９—\-/]/u.test(value)
}

/**
 * Parts one heading block where its headings begin anew without a blank column between (县区 目标 完成 县区 目标 完成):
 * the first heading comes back, and what precedes it has a key and a value.
 */
export function splitRepeatedHeadings(view: SheetView, register: Register, block: HeadingBlock): readonly HeadingBlock[] {
  const paths = columnPaths(view, block)
  const first = paths.find((path) => path.parts.length > 0)
  const opening = first?.parts[0]
  if (!first || !opening) return [block]
  const starts = paths.filter(
    (path) =>
      path.column > first.column &&
      path.parts.length === first.parts.length &&
      path.parts[0]?.text.replace(/\s/gu, '') === opening.text.replace(/\s/gu, '') &&
      path.parts[0]?.column === path.column,
  )
  if (starts.length === 0 || !headingFields(opening.text).some((guess) => KEYS.has(guess.field) || guess.field === 'seq')) return [block]
  const edges = [first.column, ...starts.map((path) => path.column)]
  const parts = edges.map((left, i): HeadingBlock => ({ ...block, left, right: (edges[i + 1] ?? block.right + 1) - 1 }))
  return parts.every((part) => hasKeyAndValue(view, register, part)) ? parts : [block]
}
