import { columnsOf, rowsOf } from '../book/area.ts'
import type { Book } from '../book/book.ts'
import { addChart, seriesOf } from '../book/change/charts.ts'
import { setSheetFilter } from '../book/change/filterRows.ts'
import { regionOf } from '../book/change/region.ts'
import { addTable } from '../book/change/tables.ts'
import { bookStep } from '../book/undo.ts'
import { changeRefusal } from './refusal.ts'

/** Puts arrows over the headings of the selected cells, or takes those of the sheet away. Answers why it cannot. */
export function toggleFilter(book: Book): string | undefined {
  const { active, selection } = book
  const refusal = changeRefusal(book)
  if (refusal) return refusal
  const area = regionOf(active, selection)
  if (!active.content.filter && rowsOf(area) < 2) return '请先选中要筛选的表中的一个单元格。'
  book.remember(bookStep(book, active, selection))
  setSheetFilter(active, active.content.filter ? undefined : area)
  book.redraw()
  return undefined
}

/** Makes a table of the cells around the selected one, the first row its headings. Answers why it cannot. */
export function makeTable(book: Book): string | undefined {
  const { active, selection } = book
  const refusal = changeRefusal(book)
  if (refusal) return refusal
  const area = regionOf(active, selection)
  if (rowsOf(area) * columnsOf(area) < 2) return '请先选中要做成表格的单元格。'
  const step = bookStep(book, active, area)
  if (typeof addTable(book, active, area, true) === 'string') return '表格不能与另一个表格重叠。'
  book.remember(step)
  return undefined
}

/** Makes a chart of columns of the cells around the selected one. Answers why it cannot. */
export function makeChart(book: Book): string | undefined {
  const { active, selection } = book
  const refusal = changeRefusal(book)
  if (refusal) return refusal
  const area = regionOf(active, selection)
  if (rowsOf(area) * columnsOf(area) < 2) return '请先选中要做成图表的单元格。'
  book.remember(bookStep(book, active, area))
  addChart(active, 'ColumnClustered', area, seriesOf(active, area, 'Auto'))
  book.redraw()
  return undefined
}
