import type { Area } from '../../../shared/grid/a1.ts'
import { columnsOf, LAST_ROW, rowsOf } from '../area.ts'
import type { Book } from '../book.ts'
import type { Scalar } from '../cellValue.ts'
import type { Chart, ChartSeries } from '../chart.ts'
import { mapReferences, quotedName, referenceText } from '../references.ts'
import type { Sheet } from '../sheet.ts'
import { columnPixels, PIXELS_PER_POINT, rowPixels } from '../sheetSize.ts'

/** In points, as Excel makes one. */
const [WIDTH, HEIGHT] = [360, 216]

/** Of a source what is a series: its columns, its rows, or whichever are fewer. */
export type SeriesBy = 'Auto' | 'Columns' | 'Rows'

let lastId = 0

/** Adds a chart of some cells, a little below and to the right of their beginning. */
export function addChart(sheet: Sheet, type: string, { bottom, left }: Area, series: readonly ChartSeries[]): Chart {
  const number = ++lastId
  const chart: Chart = {
    id: `{Chart-${number}}`,
    name: `图表 ${number}`,
    type,
    title: '图表标题',
    hasTitle: true,
    from: { row: Math.min(bottom + 2, LAST_ROW), column: left, x: 0, y: 0 },
    width: WIDTH,
    height: HEIGHT,
    series,
  }
  sheet.content.charts = [...sheet.content.charts, chart]
  return chart
}

/** Changes what is said of a chart. */
export function changeChart(sheet: Sheet, id: string, change: Partial<Chart>): void {
  sheet.content.charts = sheet.content.charts.map((chart) => (chart.id === id ? { ...chart, ...change } : chart))
}

/** Takes a chart away; nothing is selected any more where it was. */
export function removeChart(book: Book, sheet: Sheet, id: string): void {
  sheet.content.charts = sheet.content.charts.filter((chart) => chart.id !== id)
  if (book.selectedChart === id) book.selectChart(undefined)
  book.redraw()
}

const FIXED = { top: true, left: true, bottom: true, right: true }
const refer = (sheet: Sheet, area: Area): string =>
  `${quotedName(sheet.name)}!${referenceText({ sheet: undefined, area, fixed: FIXED, isRange: rowsOf(area) * columnsOf(area) > 1 })}`

/** The series of some cells: a first row and a first column of texts are their names and categories. */
export function seriesOf(sheet: Sheet, source: Area, by: SeriesBy): ChartSeries[] {
  const area = sheet.extent(source)
  const byColumns = by === 'Columns' || (by === 'Auto' && rowsOf(area) >= columnsOf(area))
  const isNumber = (row: number, column: number) => typeof sheet.value(row, column) === 'number'
  const hasHeader = rowsOf(area) > 1 && !isNumber(area.top, area.right)
  const hasLabels = columnsOf(area) > 1 && !isNumber(area.bottom, area.left)
  const body = { ...area, top: area.top + (hasHeader ? 1 : 0), left: area.left + (hasLabels ? 1 : 0) }
  const header: Area | undefined = hasHeader ? { ...body, top: area.top, bottom: area.top } : undefined
  const labels: Area | undefined = hasLabels ? { ...body, left: area.left, right: area.left } : undefined
  const count = byColumns ? columnsOf(body) : rowsOf(body)
  return Array.from({ length: count }, (_, i) => {
    const line = byColumns ? { left: body.left + i, right: body.left + i } : { top: body.top + i, bottom: body.top + i }
    const [names, categories] = byColumns ? [header, labels] : [labels, header]
    return {
      values: refer(sheet, { ...body, ...line }),
      ...(names ? { name: refer(sheet, { ...names, ...line }) } : {}),
      ...(categories ? { categories: refer(sheet, categories) } : {}),
    }
  })
}

/** What a series' reference holds now, row by row; nothing where its cells are gone. */
export function referred(book: Book, reference: string | undefined): { readonly value: Scalar; readonly text: string }[] {
  const found: { value: Scalar; text: string }[] = []
  mapReferences(reference ?? '', ({ sheet: name, area }) => {
    const sheet = book.find(name ?? '')
    sheet?.each(area, (row, column) => found.push({ value: sheet.value(row, column), text: sheet.text(row, column) }))
    return undefined
  })
  return found
}

/** Points from the sheet's corner to where a chart begins. */
export function placeOf(sheet: Sheet, { from }: Chart): { readonly left: number; readonly top: number } {
  let [left, top] = [from.x, from.y]
  for (let column = 1; column < from.column; column++) left += columnPixels(sheet, column) / PIXELS_PER_POINT
  for (let row = 1; row < from.row; row++) top += rowPixels(sheet, row) / PIXELS_PER_POINT
  return { left, top }
}

/** The cell at some points from the sheet's corner, and how far into it. */
export function anchorAt(sheet: Sheet, left: number, top: number): Chart['from'] {
  let [row, column, x, y] = [1, 1, left, top]
  for (let width = columnPixels(sheet, 1) / PIXELS_PER_POINT; x >= width; width = columnPixels(sheet, column) / PIXELS_PER_POINT) {
    x -= width
    column++
  }
  for (let height = rowPixels(sheet, 1) / PIXELS_PER_POINT; y >= height; height = rowPixels(sheet, row) / PIXELS_PER_POINT) {
    y -= height
    row++
  }
  return { row, column, x, y }
}

/** Lays a chart over cells, as large as they are; without a last cell it keeps its size. */
export function layOver(sheet: Sheet, chart: Chart, first: Area, last: Area | undefined): void {
  const from = { row: first.top, column: first.left, x: 0, y: 0 }
  const start = placeOf(sheet, { ...chart, from })
  const end = last && placeOf(sheet, { ...chart, from: { ...from, row: last.bottom + 1, column: last.right + 1 } })
  changeChart(sheet, chart.id, { from, ...(end ? { width: end.left - start.left, height: end.top - start.top } : {}) })
}
