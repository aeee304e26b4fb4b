import { address } from '../grid/a1.ts'
import type { Grid } from '../grid/grid.ts'
import { findUnit, unitById } from '../register/findUnit.ts'
import type { Register } from '../register/register.ts'
import { correctColumns, correctRows } from './applyCorrections.ts'
import { assignColumns } from './assignColumns.ts'
import { bindRows } from './bindRows.ts'
import { classifyRow, type RowClass } from './classifyRows.ts'
import { columnBands, splitRepeatedHeadings } from './columnBands.ts'
import { type CellKind, type ColumnContent, cellKind } from './columnContent.ts'
import { columnPaths } from './columnPaths.ts'
import { compactText } from './compactText.ts'
import { type HeadingBlock, headingRows } from './headingRows.ts'
import { matchSubjects } from './matchSubjects.ts'
import type { Correction, Orientation, ReadingContext, RecognizedColumn, RecognizedTable, SkippedRow } from './reading.ts'
import { rowFields } from './rowFields.ts'
import { type SheetView, viewSheet } from './sheetView.ts'
import { type Surroundings, tableMeta } from './tableMeta.ts'

/** A block of headings with the rows that belong to it. */
interface Region {
  readonly block: HeadingBlock
  /** Lines above the headings: title, filing unit, dates. */
  readonly above: readonly number[]
  /** Filled rows below the headings, up to the next region. */
  readonly body: readonly number[]
  /** Headings repeated at page breaks, and title lines repeated with them. */
  readonly repeats: readonly number[]
  readonly retitled: readonly number[]
}

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
  const regions = columnBands(view, register).flatMap((band) => regionsOf(view, register, band.left, band.right))
  const tables = regions
    .map((region) => recognize(view, register, context, corrections, region))
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

function regionsOf(view: SheetView, register: Register, left: number, right: number): readonly Region[] {
  const blocks = headingRows(view, register, left, right)
  const filled = view.filledRows.filter((row) => rowHas(view, row, left, right) || spansInto(view, row, left))
  const regions: Region[] = []
  let open: { block: HeadingBlock; above: number[]; body: number[]; repeats: number[]; retitled: number[]; signature: string } | undefined
  let at = 0
  const close = () => {
    if (open) for (const block of splitRepeatedHeadings(view, register, open.block)) regions.push({ ...open, block })
  }
  for (const block of blocks) {
    const before: number[] = []
    while (at < filled.length && (filled[at] as number) < block.top) before.push(filled[at++] as number)
    while (at < filled.length && (filled[at] as number) <= block.bottom) at++
    const cut = open ? preambleStart(view, before, block.top, left, right) : 0
    const above = before.slice(cut)
    open?.body.push(...before.slice(0, cut))
    const signature = signatureOf(view, block)
    if (open && open.signature === signature && !newTitle(view, above, open.above, left, right)) {
      open.retitled.push(...above)
      for (let row = block.top; row <= block.bottom; row++) open.repeats.push(row)
      continue
    }
    close()
    open = { block, above, body: [], repeats: [], retitled: [], signature }
  }
  open?.body.push(...filled.slice(at))
  close()
  return regions
}

/** A title merged across several tables that stand side by side. */
const spansInto = (view: SheetView, row: number, left: number): boolean => {
  const merge = view.mergeAt(row, left)
  return merge !== undefined && merge.left < left && merge.bottom === merge.top
}

const rowHas = (view: SheetView, row: number, left: number, right: number): boolean => {
  const cells = view.grid.cells[row - 1] ?? []
  for (let column = left; column <= Math.min(right, cells.length); column++) if (view.value(row, column) !== null) return true
  return false
}

const signatureOf = (view: SheetView, block: HeadingBlock): string =>
  columnPaths(view, block)
    .map((path) => path.parts.map((part) => compactText(part.text)).join('/'))
    .join('|')

const NOT_TITLE = /^(注|备注|说明|附注|填表说明|填报说明)\d?[:：.、]|(填报人|填表人|审核人|制表人|负责人|联系电话)[^:：]{0,6}[:：]/u
const SIGNED = /(填报|填表|制表|报送|审核|负责人|联系电话|联系人|签发|审签|领导)[^:：]{0,6}([:：]|$)/u
const TOTALS = /^(合计|总计|小计|共计|全市|其中)/u

/** Where the lines of titles above the next headings begin, among the rows between two tables. */
function preambleStart(view: SheetView, rows: readonly number[], top: number, left: number, right: number): number {
  let start = rows.length
  for (let i = rows.length - 1; i >= 0; i--) {
    const row = rows[i] as number
    const texts = textsOf(view, row, left, right)
    const below = rows[i + 1] ?? top
    if (texts.length > 3 || texts.some((text) => text.length > 60) || texts.some((text) => NOT_TITLE.test(text))) break
    if (texts.length > 1 && !texts.some((text) => /[:：]|截[至止]|年\d{1,2}月/u.test(text))) break
    if (TOTALS.test(texts[0] ?? '')) break
    if (below - row > 4) break
    start = i
  }
  return start
}

const textsOf = (view: SheetView, row: number, left: number, right: number): string[] => {
  const texts: string[] = []
  for (let column = left; column <= right; column++) {
    const text = view.text(row, column)
    if (text !== '') texts.push(text)
  }
  return texts
}

/** A title between equal headings that is not the first one repeated (续表, 第2页) opens a new table. */
function newTitle(view: SheetView, above: readonly number[], first: readonly number[], left: number, right: number): boolean {
  const plain = (text: string) => text.replace(/[(（]?续(表)?\d*[)）]?|第\d+页(共\d+页)?|[(（]\d+[)）]$/gu, '')
  const known = new Set(first.flatMap((row) => textsOf(view, row, left, right)).map(plain))
  return above
    .flatMap((row) => textsOf(view, row, left, right))
    .some((text) => {
      const title = plain(text)
      return title !== '' && !known.has(title) && !/^第\d+页/u.test(text)
    })
}

function recognize(
  view: SheetView,
  register: Register,
  context: ReadingContext,
  corrections: readonly Correction[],
  region: Region,
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
    content,
    subjectShare: (column) => subjectShare(view, register, region, column),
  })
  const byRow = rowFields(view, assigned, region.body)
  const columns = correctColumns(
    byRow ? assigned.map((column) => (column.column === byRow.column ? namesFields(column) : column)) : assigned,
    corrections,
  )
  if (!isTable(columns)) return undefined
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
  return key || columns.some((column) => column.indicator !== undefined || column.area !== undefined)
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
  for (const row of region.body) {
    for (let blank = last + 1; blank < row && blank - last < 1000; blank++) {
      if (!region.repeats.includes(blank) && !region.retitled.includes(blank)) skipRows.push({ row: blank, reason: 'blank' })
    }
    last = row
    const found = classifyRow(setting, row)
    if (found.kind === 'data') dataRows.push(row)
    else if (found.kind === 'section') {
      sectionRows.push(row)
      sections.set(row, found)
    } else skipRows.push({ row, reason: found.reason })
  }
  const headerRows = Array.from({ length: block.bottom - block.top + 1 }, (_, i) => block.top + i)
  const draft: RecognizedTable = {
    id: '',
    orientation: orientationOf(columns),
    headerRows,
    dataRows,
    sectionRows,
    skipRows: skipRows.sort((a, b) => a.row - b.row),
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
  if (has('milestone')) return 'milestones_as_rows'
  const areas = new Set(columns.flatMap((column) => (column.area && !column.derived ? [column.area] : [])))
  if (areas.size >= 2) return 'indicators_as_rows_counties_as_columns'
  if (has('area') && !has('task') && !has('indicator')) return 'counties_as_rows'
  return 'tasks_as_rows'
}

const SAMPLE = 40

/** Looks at the first rows of a column; notes and totals among them weigh little. */
function contentReader(view: SheetView, register: Register, region: Region): (column: number) => ColumnContent {
  const rows = region.body.length > SAMPLE * 2 ? region.body.slice(0, SAMPLE) : region.body.slice(0, SAMPLE * 2)
  const read = rows.filter((row) => {
    let filled = 0
    for (let column = region.block.left; column <= region.block.right; column++) if (view.value(row, column) !== null) filled++
    return filled >= 2
  })
  return (column) => {
    const kinds: Partial<Record<CellKind, number>> = {}
    let filled = 0
    let fractions = 0
    let steps = 0
    let numbers = 0
    let previous: number | undefined
    for (const row of read) {
      const value = view.value(row, column)
      const kind = cellKind(register, value, view.grid.formats[address(row, column)])
      if (kind === undefined) continue
      filled++
      kinds[kind] = (kinds[kind] ?? 0) + 1
      const number =
        typeof value === 'number' ? value : /^\d{1,4}$/u.test(view.text(row, column)) ? Number(view.text(row, column)) : undefined
      if (number === undefined) continue
      numbers++
      if (number > 0 && number < 1) fractions++
      if (previous !== undefined && number === previous + 1) steps++
      previous = number
    }
    return { filled, kinds, countsUp: numbers >= 1 && steps >= (numbers - 1) * 0.6 && numbers >= filled * 0.6 && numbers > 1, fractions }
  }
}

/** How many of a column's first texts name something of the register. */
function subjectShare(view: SheetView, register: Register, region: Region, column: number): number {
  const texts = region.body
    .slice(0, 24)
    .map((row) => view.text(row, column))
    .filter((text) => text.length > 2 && text.length < 200 && !/^[\d.,%]+$/u.test(text))
  if (texts.length === 0) return 0
  const named = texts.filter((text) => {
    const match = matchSubjects(register, text)
    return match.confidence >= 0.6 && (match.indicators.length > 0 || match.candidates !== undefined || match.task !== undefined)
  })
  return named.length / texts.length
}
