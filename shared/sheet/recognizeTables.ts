import type { Grid } from '../grid/grid.ts'
import type { Correction, Orientation, ReadingContext, RecognizedColumn, RecognizedTable, SkippedRow } from '../record/reading.ts'
import { findUnit } from '../register/findUnit.ts'
import type { Register } from '../register/register.ts'
import { unitById } from '../register/registerIndex.ts'
import { assignColumns } from './columns/assignColumns.ts'
import { rowFields } from './columns/rowFields.ts'
import { contentReader, subjectShare } from './columns/tableContent.ts'
import { isItemHeading } from './headings/itemHeadings.ts'
import { correctColumns, correctRows, pointedRows } from './rows/applyCorrections.ts'
import { bindRows } from './rows/bindRows.ts'
import { classifyRow, type RowClass } from './tables/classifyRows.ts'
import { columnBands } from './tables/columnBands.ts'
import { columnPaths } from './tables/columnPaths.ts'
import { continues } from './tables/continuesRow.ts'
import { outsideSections } from './tables/outsideSections.ts'
import { isPointed, type Region, regionsOf, SIGNED, textsOf } from './tables/sheetRegions.ts'
import { type Surroundings, tableMeta } from './tables/tableMeta.ts'
import { type SheetView, viewSheet } from './view/sheetView.ts'

/**
 * Finds the tables of a sheet: which rows are headings, data, sections, totals, notes; which column is which field,
 * indicator and area. Tables stacked or side by side are several, left to right, then down. Corrections win.
 */
export function recognizeTables(
  grid: Grid,
  register: Register,
  context: ReadingContext,
  corrections: readonly Correction[] = [],
): readonly RecognizedTable[] {
  return recognizeView(viewSheet(grid), register, context, corrections)
}

/** The same for a view that is already made. */
export function recognizeView(
  view: SheetView,
  register: Register,
  context: ReadingContext,
  corrections: readonly Correction[],
): readonly RecognizedTable[] {
  const pointed = pointedRows(view, corrections)
  const regions = columnBands(view, register).flatMap((band) => regionsOf(view, register, band.left, band.right, pointed))
  const tables = regions
    .map((region) => recognize(view, register, context, corrections, region, isPointed(region.block, pointed)))
    .filter((table) => table !== undefined)
    .sort((a, b) => order(a, b))
  return tables.map((table, i) => ({ ...table, id: `t${i + 1}` }))
}

/** Left to right where the rows overlap, else down. */
function order(a: RecognizedTable, b: RecognizedTable): number {
  const span = (t: RecognizedTable) => [t.headerRows[0] ?? 0, Math.max(...t.headerRows, ...t.dataRows.slice(-1))] as const
  const [topA, endA] = span(a)
  const [topB, endB] = span(b)
  if (topA <= endB && topB <= endA) return (a.columns[0]?.column ?? 0) - (b.columns[0]?.column ?? 0)
  return topA - topB
}

function recognize(
  view: SheetView,
  register: Register,
  context: ReadingContext,
  corrections: readonly Correction[],
  region: Region,
  pointed: boolean,
): RecognizedTable | undefined {
  const { block } = region
  const tail = region.body.slice(-8).filter((row) => textsOf(view, row, block.left, block.right).some((text) => SIGNED.test(text)))
  const around = tableMeta(view, region.above, tail, block.left, block.right, context.year)
  const reporter = context.reporter ? (unitById(register, context.reporter) ?? findUnit(register, context.reporter)?.unit) : undefined
  const filing = around.meta.reportingUnit ? findUnit(register, around.meta.reportingUnit)?.unit : undefined
  const month = context.period ? Number(context.period.slice(5, 7)) : around.meta.asOf ? Number(around.meta.asOf.slice(5, 7)) : undefined
  const content = contentReader(view, register, region)
  const paths = columnPaths(view, block)
  const assigned = assignColumns(paths, {
    register,
    title: around.lines.join(' '),
    countySheet: reporter?.kind === 'county_government' || filing?.kind === 'county_government',
    ...(month === undefined ? {} : { month }),
    ...(around.year === undefined ? {} : { year: around.year }),
    content,
    subjectShare: (column) => subjectShare(view, register, region, column),
  })
  const byRow = rowFields(view, assigned, region.body)
  const columns = correctColumns(
    byRow ? assigned.map((column) => (column.column === byRow.column ? namesFields(column) : column)) : assigned,
    corrections,
  )
  if (!pointed && !isTable(columns)) return undefined
  const table = withRows(view, register, context, corrections, region, around, columns)
  return byRow ? { ...table, rowFields: byRow } : table
}

/** Its cells are headings: it is no column of words or figures. */
function namesFields(column: RecognizedColumn): RecognizedColumn {
  const { field: _, ...rest } = column
  return { ...rest, field: undefined, why: { confidence: 0.9, reason: 'names_fields' } }
}

const isTable = (columns: readonly RecognizedColumn[]): boolean => {
  const fields = new Set(columns.map((column) => column.field))
  const key = ['task', 'indicator', 'area', 'milestone', 'category'].some((field) => fields.has(field as 'task'))
  // townships or schools with their figures: the title says of what
  const items = fields.has('cumulative') && columns.some((column) => column.field === undefined && isItemHeading(column.header))
  return key || items || columns.some((column) => column.indicator !== undefined || column.area !== undefined)
}

function withRows(
  view: SheetView,
  register: Register,
  context: ReadingContext,
  corrections: readonly Correction[],
  region: Region,
  around: Surroundings,
  columns: readonly RecognizedColumn[],
): RecognizedTable {
  const { block } = region
  const dataRows: number[] = []
  const sectionRows: number[] = []
  const sections = new Map<number, RowClass & { kind: 'section' }>()
  const skipRows: SkippedRow[] = [
    ...region.repeats.map((row): SkippedRow => ({ row, reason: 'header_repeat' })),
    ...region.retitled.map((row): SkippedRow => ({ row, reason: 'title' })),
  ]
  const setting = { view, register, columns, left: block.left, right: block.right }
  let last = block.bottom
  region.body.forEach((row) => {
    for (let blank = last + 1; blank < row && blank - last < 1000; blank++) {
      if (!region.repeats.includes(blank) && !region.retitled.includes(blank)) skipRows.push({ row: blank, reason: 'blank' })
    }
    last = row
    const found = classifyRow(setting, row)
    if (found.kind === 'data' && dataRows.length > 0 && continues(setting, row)) skipRows.push({ row, reason: 'continuation' })
    else if (found.kind === 'data') dataRows.push(row)
    else if (found.kind === 'section') {
      sectionRows.push(row)
      sections.set(row, found)
    } else skipRows.push({ row, reason: found.reason })
  })
  const headerRows = Array.from({ length: block.bottom - block.top + 1 }, (_, i) => block.top + i)
  const draft: RecognizedTable = {
    id: '',
    orientation: orientationOf(columns),
    headerRows,
    ...outsideSections(register, { dataRows, sectionRows, skipRows, sections }),
    sectionRows,
    columns,
    rows: [],
    ...(around.title ? { title: around.title } : {}),
    meta: around.meta,
  }
  const corrected = correctRows(view, draft, corrections)
  const lines = around.lines
  return { ...corrected, rows: bindRows({ view, register, context, table: corrected, sections, lines, corrections }) }
}

function orientationOf(columns: readonly RecognizedColumn[]): Orientation {
  const has = (field: string) => columns.some((column) => column.field === field)
  if (has('milestone') || (columns.some((column) => column.node !== undefined) && !has('cumulative'))) return 'milestones_as_rows'
  const areas = new Set(columns.flatMap((column) => (column.area && !column.derived ? [column.area] : [])))
  if (areas.size >= 2) return 'indicators_as_rows_counties_as_columns'
  if (has('area') && !has('task') && !has('indicator')) return 'counties_as_rows'
  return 'tasks_as_rows'
}
