import { type Area, address, parseArea } from '../../grid/a1.ts'
import type { CellValue, Grid } from '../../grid/grid.ts'
import { compactText, isCompact } from './compactText.ts'

/**
 * A grid made ready for reading: merges resolved, texts compacted once, the filled rows known. A class, so that what the
 * engine learnt of one sheet's cells holds for the next one.
 */
export class SheetView {
  readonly grid: Grid
  /** Excel row numbers that hold anything, ascending. */
  readonly filledRows: readonly number[]
  /** First and last filled column. */
  readonly left: number
  readonly right: number
  private readonly cells: Grid['cells']
  private readonly hasFormats: boolean
  private readonly texts = new Map<string, string>()
  private readonly mergesByRow: ReadonlyMap<number, readonly Area[]>

  /** Of `viewSheet`, which knows the filled rows and columns. */
  constructor(grid: Grid, filledRows: readonly number[], left: number, right: number) {
    this.grid = grid
    this.cells = grid.cells
    this.hasFormats = Object.keys(grid.formats).length > 0
    this.filledRows = filledRows
    this.left = left
    this.right = right
    this.mergesByRow = mergesByRow(grid.merges)
  }

  /** The value of a cell; null where blank (also for text of white space only). */
  value(row: number, column: number): CellValue {
    const found = this.cells[row - 1]?.[column - 1]
    return isBlank(found) ? null : (found ?? null)
  }

  /** The compacted text of a cell, "" where blank. Numbers are printed. */
  text(row: number, column: number): string {
    const found = this.value(row, column)
    if (found === null) return ''
    if (typeof found !== 'string') return String(found)
    if (isCompact(found)) return found
    let compact = this.texts.get(found)
    if (compact === undefined) {
      compact = compactText(found)
      this.texts.set(found, compact)
    }
    return compact
  }

  /** The number format of a cell; undefined where it has none of its own. Most sheets have none, and need no addresses made. */
  format(row: number, column: number): string | undefined {
    return this.hasFormats ? this.grid.formats[address(row, column)] : undefined
  }

  /** The merge that a cell belongs to, where it is part of one. */
  mergeAt(row: number, column: number): Area | undefined {
    return this.mergesByRow.get(row)?.find((area) => area.left <= column && column <= area.right)
  }

  /** Vertical and horizontal merges: the value of the merge's top-left cell. */
  mergedText(row: number, column: number): string {
    const own = this.text(row, column)
    if (own !== '') return own
    const area = this.mergeAt(row, column)
    return area ? this.text(area.top, area.left) : ''
  }

  /** Merges that touch these rows. */
  mergesIn(top: number, bottom: number): readonly Area[] {
    const found = new Set<Area>()
    for (let row = top; row <= bottom; row++) for (const area of this.mergesByRow.get(row) ?? []) found.add(area)
    return [...found]
  }
}

const LONGEST_BLANK = 64
const MOST_MERGED_ROWS = 400_000

/**
 * Nothing, or white space only. Most texts begin with a Latin or Chinese letter, which decides without looking further; a
 * text longer than a line is not white space by accident.
 */
export function isBlank(value: CellValue | undefined): boolean {
  if (typeof value !== 'string') return value === null || value === undefined
  const first = value.charCodeAt(0)
  if ((first > 0x20 && first < 0x7f) || (first >= 0x4e00 && first <= 0x9fff)) return false
  return value === '' || (value.length < LONGEST_BLANK && value.trim() === '')
}

/** Looks at every cell once; costs grow with the filled cells, not with the used range. */
export function viewSheet(grid: Grid): SheetView {
  const filledRows: number[] = []
  let left = Number.POSITIVE_INFINITY
  let right = 0
  for (let index = 0; index < grid.cells.length; index++) {
    const cells = grid.cells[index]
    if (!cells || cells.length === 0) continue
    let first = -1
    let last = -1
    for (let column = 0; column < cells.length; column++) {
      const value = cells[column]
      if (value === null || value === undefined || value === '') continue
      if (isBlank(value)) continue
      if (first < 0) first = column
      last = column
    }
    if (first < 0) continue
    filledRows.push(index + 1)
    if (first + 1 < left) left = first + 1
    if (last + 1 > right) right = last + 1
  }
  return new SheetView(grid, filledRows, Number.isFinite(left) ? left : 1, right)
}

/**
 * Merges by each row they touch. A sheet may merge whole columns, a million rows each: beyond so many entries the rows that
 * come last are left out, which are blank in any sheet that people fill in.
 */
function mergesByRow(references: readonly string[]): ReadonlyMap<number, readonly Area[]> {
  const byRow = new Map<number, Area[]>()
  let room = MOST_MERGED_ROWS
  for (const reference of references) {
    const area = parseArea(reference)
    if (!area) continue
    for (let row = area.top; row <= area.bottom && room > 0; row++, room--) {
      const list = byRow.get(row)
      if (list) list.push(area)
      else byRow.set(row, [area])
    }
  }
  return byRow
}
