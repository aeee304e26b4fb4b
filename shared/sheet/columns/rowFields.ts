import { type ColumnField, columnFieldsWhere } from '../../record/columnFields.ts'
import type { RecognizedColumn } from '../../record/reading.ts'
import { headingFields, isWholeHeading } from '../headings/headingFields.ts'
import type { SheetView } from '../view/sheetView.ts'

/** A column whose cells are headings themselves: its rows are the target, the completed figure and the rate of one thing. */
export interface RowFields {
  readonly column: number
  readonly fields: ReadonlyMap<number, ColumnField>
}

/** Fields of figures that are reported in rows below each other. */
const REPORTED_IN_ROWS = columnFieldsWhere(({ perTable }) => perTable === 'onePerSubject')

/** Nearly all cells of such a column are headings; the first few others are notes, then it is another column. */
const NEARLY_ALL = 0.8
const MOST_OTHERS = 3
const LONGEST_HEADING = 12

/**
 * Finds such a column (目标 / 完成 / 完成率 below each other, counties as columns). Nearly all of its cells must be
 * headings of figures, two different ones at least, and the figures must be under areas or indicators. Names in rows of
 * their own, without figures, are what the rows below are about. Where the title names one indicator, `titled`, headings
 * that are known by their parts are enough: 全年应整治 / 5月当月整治 / 年初以来累计整治, a figure that counts among them.
 */
export function rowFields(
  view: SheetView,
  columns: readonly RecognizedColumn[],
  rows: readonly number[],
  titled = false,
): RowFields | undefined {
  if (!columns.some((column) => column.area !== undefined || column.indicator !== undefined)) return undefined
  for (const { column, area, indicator } of columns) {
    if (area !== undefined || indicator !== undefined) continue
    const fields = new Map<number, ColumnField>()
    let filled = 0
    for (const row of rows) {
      const text = view.text(row, column)
      if (text === '') continue
      const guess =
        text.length > LONGEST_HEADING
          ? undefined
          : headingFields(text).find((guess) => (titled || isWholeHeading(guess)) && REPORTED_IN_ROWS.has(guess.field))
      if (guess) fields.set(row, guess.field)
      else if (isNameAlone(view, columns, row, column)) continue
      else if (filled - fields.size >= MOST_OTHERS) break
      filled++
    }
    const kinds = new Set(fields.values())
    if (fields.size < 2 || fields.size < filled * NEARLY_ALL || kinds.size < 2) continue
    // a row for each figure of the one indicator, or rows of several
    if (!titled || view.text(rows[0] ?? 0, column) === '' || kinds.size === fields.size || isKnownAsWhole(view, column, fields))
      return { column, fields }
  }
  return undefined
}

/** All of them are known as they are, not by their parts. */
const isKnownAsWhole = (view: SheetView, column: number, fields: ReadonlyMap<number, ColumnField>): boolean =>
  [...fields.keys()].every((row) => headingFields(view.text(row, column)).some(isWholeHeading))

/** 新建农村公路（公里） without figures beside it: what the rows below are about. */
const isNameAlone = (view: SheetView, columns: readonly RecognizedColumn[], row: number, column: number): boolean =>
  columns.every((other) => other.column === column || !OF_FIGURES.has(other.field) || !/\d/u.test(view.text(row, other.column)))

const OF_FIGURES = columnFieldsWhere(({ group }) => group === 'figure' || group === 'percentage')
