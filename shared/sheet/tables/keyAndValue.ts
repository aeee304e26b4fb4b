import { columnFieldsWhere } from '../../record/columnFields.ts'
import { findArea } from '../../register/findArea.ts'
import { headingFields } from '../headings/headingFields.ts'
import type { SheetView } from '../view/sheetView.ts'
import type { ColumnBand } from './columnBand.ts'
import type { HeadingBlock } from './headingBlocks.ts'
import { isSubjectHeading } from './rowLook.ts'

/** Fields of which a table has one at least, which says what each row is about. */
export const IDENTIFIES_ROW = columnFieldsWhere(({ identifies }) => identifies !== undefined)

/** Fields that report something of what the row is about. */
const REPORTS = columnFieldsWhere(({ group, fills }) => {
  if (group === 'figure' || group === 'percentage' || group === 'flag') return true
  return fills === 'progressText' || fills === 'planned' || fills === 'actual'
})

/** Whether a heading names a figure or a report: what a table tells of its rows. */
export const isReport = (text: string): boolean => headingFields(text).some(({ field }) => REPORTS.has(field))

/** Whether headings name what rows are about (a key) and what is reported of it (a value): other tables are not read. */
export function hasKeyAndValue({ view, register }: ColumnBand, block: HeadingBlock): boolean {
  let key = false
  let value = false
  for (const path of block.paths) {
    for (const part of path.parts) {
      const fields = headingFields(part.text)
      if (fields.some(({ field }) => REPORTS.has(field))) value = true
      else if (fields.some(({ field }) => IDENTIFIES_ROW.has(field))) key = true
      // 目标任务 is a key over words, and a value over figures
      if (!key && fields.some(({ field }) => IDENTIFIES_ROW.has(field))) key = holdsWords(view, path.column, block.bottom)
      if (isSubjectHeading(register, part.text) || findArea(register, part.text)) value = true
    }
  }
  return key && value
}

/** Whether the first filled cell of a column below a row is a text that does not begin with a figure. */
const holdsWords = (view: SheetView, column: number, above: number): boolean => {
  const row = view.filledRows.find((r) => r > above && view.value(r, column) !== null)
  const value = row === undefined ? null : view.value(row, column)
  return typeof value === 'string' && !/^[\s约]*[\d０-９—\-/]/u.test(value)
}
