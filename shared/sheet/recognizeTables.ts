import { oncePer } from '../base/oncePer.ts'
import type { Scaled } from '../quantity/scaled.ts'
import { columnFieldsWhere } from '../record/columnFields.ts'
import type { Correction, Orientation, ReadingContext, RecognizedColumn, RecognizedTable } from '../record/reading.ts'
import { findUnit } from '../register/findUnit.ts'
import type { Register } from '../register/register.ts'
import { unitById } from '../register/registerIndex.ts'
import { assignColumns, columnCandidates } from './columns/assignColumns.ts'
import type { ColumnContext } from './columns/columnCandidate.ts'
import { columnAs } from './columns/recognizedColumn.ts'
import { rowFields } from './columns/rowFields.ts'
import { contentReader, subjectRatio } from './columns/tableContent.ts'
import { isItemHeading } from './headings/itemHeadings.ts'
import { recallLayout } from './memory/recallLayout.ts'
import { type ReadColumns, readColumns } from './reading/readColumns.ts'
import { isSaid } from './reading/valueColumn.ts'
import { correctColumns, pointedRows, type ReadAs } from './rows/applyCorrections.ts'
import { tableRows } from './rows/tableRows.ts'
import { titleSubject } from './rows/titleSubject.ts'
import { surroundings } from './tables/surroundings.ts'
import { type TableLayout, tableLayouts } from './tables/tableLayouts.ts'
import type { Surroundings } from './tables/tableMeta.ts'
import { textTable } from './textTable.ts'
import type { SheetView } from './view/sheetView.ts'

/** A sheet whose tables are looked for, and what is known before. */
interface Sheet {
  readonly view: SheetView
  readonly register: Register
  readonly context: ReadingContext
  readonly corrections: readonly Correction[]
}

/**
 * Finds the tables of a sheet: which rows are headings, data, sections, totals, notes; which column is which field,
 * indicator and area. Where there is none, texts that report on tasks are a table of their own. Tables stacked or side by side are several, left to right, then down. Corrections win.
 */
export function recognizeTables(
  view: SheetView,
  register: Register,
  context: ReadingContext,
  corrections: readonly Correction[] = [],
): readonly RecognizedTable[] {
  const pointed = pointedRows(view, corrections)
  const layouts = tableLayouts(view, register, pointed)
  const tables = layouts
    .flatMap(
      (layout) =>
        recognize({ view, register, context, corrections }, layout, surroundings(view, layout, layouts, { register, ...context })) ?? [],
    )
    .sort(byPlace)
    .map((table, i) => ({ ...table, id: `t${i + 1}` }))
  if (tables.length > 0 || pointed.length > 0) return tables
  const texts = textTable(view, register, context)
  return texts ? [texts] : []
}

/** Left to right where the rows overlap, else down. */
function byPlace(a: RecognizedTable, b: RecognizedTable): number {
  const span = (t: RecognizedTable) => [t.headerRows[0] ?? 0, Math.max(...t.headerRows, ...t.dataRows.slice(-1))] as const
  const [topA, endA] = span(a)
  const [topB, endB] = span(b)
  if (topA <= endB && topB <= endA) return (a.columns[0]?.column ?? 0) - (b.columns[0]?.column ?? 0)
  return topA - topB
}

/** The table of a layout; undefined where its headings, at which nobody pointed, are those of another kind of table. */
function recognize(sheet: Sheet, layout: TableLayout, around: Surroundings): RecognizedTable | undefined {
  const { view, register, context, corrections } = sheet
  const reader = columnReader(sheet, layout, around)
  const byWords = reader.read([])
  const isOfOne = titleSubject(register, around, byWords.columns).indicators.length === 1
  const byRow = rowFields(view, byWords.columns, layout.body, isOfOne)
  const read = byWords.columns.map((column) => (column.column === byRow?.column ? namesFields(column) : column))
  const { top, bottom } = layout.headings
  const table = { view, top, bottom, body: layout.body, columns: read, ...reader }
  const recalled = recallLayout(table, register, context.layouts, corrections)
  const said = correctColumns(recalled.columns, corrections, reader.readAs).filter(isSaid)
  const { columns: all, open } = said.length === 0 ? byWords : reader.read(said)
  const columns = all.map((column) => (column.column === byRow?.column && !isSaid(column) ? namesFields(column) : column))
  if (!layout.pointed && !isProgressTable(columns) && !isOfTitle(columns, register, around)) return undefined
  return {
    id: '',
    orientation: orientationOf(columns),
    headerRows: Array.from({ length: bottom - top + 1 }, (_, i) => top + i),
    ...tableRows({ view, register, layout, columns }, around, corrections, byRow),
    columns,
    ...(around.title ? { title: around.title } : {}),
    meta: around.meta,
    memory: recalled.memory,
    ...(byRow ? { rowFields: byRow } : {}),
    // where rows are fields, their own headings say which figure counts
    ...(open.length > 0 && !byRow ? { open } : {}),
  }
}

/** Reads the columns of a table; what was said of some of them, now or of an earlier sheet, holds, and the others follow. */
interface ColumnReader {
  readonly read: (said: readonly RecognizedColumn[]) => ReadColumns
  readonly readAs: ReadAs
}

/** In a county's own sheet 责任单位 is a bureau of the county. */
function columnReader({ view, register, context }: Sheet, layout: TableLayout, around: Surroundings): ColumnReader {
  const reporter = context.reporter ? (unitById(register, context.reporter) ?? findUnit(register, context.reporter)?.unit) : undefined
  const filing = around.meta.reportingUnit ? findUnit(register, around.meta.reportingUnit)?.unit : undefined
  const month = monthOf(context.period || around.meta.asOf)
  const columns: ColumnContext = {
    register,
    title: around.lines.join(' '),
    countySheet: reporter?.kind === 'county_government' || filing?.kind === 'county_government',
    ...(month === undefined ? {} : { month }),
    ...(around.year === undefined ? {} : { year: around.year }),
    before: figuresBefore(context),
    content: contentReader(view, register, layout),
    subjectRatio: (column) => subjectRatio(view, register, layout, column),
  }
  const candidates = columnCandidates(layout.headings.paths, columns)
  const assigned = assignColumns(candidates, columns)
  return {
    read: (said) => {
      const words = new Map(said.map((column) => [column.column, column]))
      const given = assigned.map((column) => words.get(column.column) ?? column)
      return readColumns({ view, body: layout.body, context: columns }, candidates, given)
    },
    readAs: (column, field) => {
      const candidate = candidates.find(({ path }) => path.column === column.column)
      return candidate ? columnAs(candidate, field) : column
    },
  }
}

/** The completed figures of the newest period before. */
const figuresBefore = oncePer(({ earlier = [] }: ReadingContext): ReadonlySet<Scaled> => {
  const newest = earlier.reduce((latest, { period = '' }) => (period > latest ? period : latest), '')
  return new Set(earlier.flatMap(({ period = '', values }) => (period === newest && values.cumulative ? [values.cumulative] : [])))
})

/** Of "2021-05" or "2021-05-26" the month, 5. */
const monthOf = (date: string | undefined): number | undefined => (date ? Number(date.slice(5, 7)) : undefined)

const NAMES_FIELDS_CONFIDENCE = 0.9

/** Its cells are headings: it is not a column of words or figures. */
function namesFields(column: RecognizedColumn): RecognizedColumn {
  const { field: _, ...rest } = column
  return { ...rest, field: undefined, why: { confidence: NAMES_FIELDS_CONFIDENCE, reason: 'names_fields' } }
}

/** Fields of which one says what the rows are about. */
const NAMES_ROWS = columnFieldsWhere(({ group }) => group === 'naming')

/** Whether the columns name what rows are about, or are about something themselves. */
function isProgressTable(columns: readonly RecognizedColumn[]): boolean {
  if (columns.some(({ field, indicator, area }) => NAMES_ROWS.has(field) || indicator !== undefined || area !== undefined)) return true
  // townships or schools with their figures: the title says of what
  return (
    columns.some(({ field }) => field === 'cumulative') && columns.some(({ field, header }) => field === undefined && isItemHeading(header))
  )
}

/** 承演单位 | 签约场次 | 已演场次 under 政府采购百场戏: the title says of what, whatever the rows are called. */
const isOfTitle = (columns: readonly RecognizedColumn[], register: Register, around: Surroundings): boolean =>
  columns.some(({ field }) => field === 'cumulative') && titleSubject(register, around, columns).indicators.length === 1

/**
 * How a table is laid out, for the person who looks at the reading.
 *
 *     rows            columns                     orientation
 *     nodes           dates, or ticked nodes       milestones_as_rows
 *     indicators      two areas or more            indicators_as_rows_counties_as_columns
 *     areas           fields                      counties_as_rows
 *     tasks           fields                      tasks_as_rows
 */
function orientationOf(columns: readonly RecognizedColumn[]): Orientation {
  const has = (field: string) => columns.some((column) => column.field === field)
  if (has('milestone') || (columns.some((column) => column.node !== undefined) && !has('cumulative'))) return 'milestones_as_rows'
  const areas = new Set(columns.flatMap((column) => (column.area && !column.derived ? [column.area] : [])))
  if (areas.size >= 2) return 'indicators_as_rows_counties_as_columns'
  if (has('area') && !has('task') && !has('indicator')) return 'counties_as_rows'
  return 'tasks_as_rows'
}
