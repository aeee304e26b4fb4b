import type { CellValue } from '../../grid/grid.ts'
import type { Correction, RecognizedColumn, RecognizedTable } from '../../record/reading.ts'
import { compactText } from '../view/compactText.ts'
import type { SheetView } from '../view/sheetView.ts'

/** What a column is remembered by: its heading path, compact. */
export const columnAnchor = (column: Pick<RecognizedColumn, 'header'>): string => compactText(column.header)

const NAMING: ReadonlySet<string> = new Set(['category', 'task', 'indicator', 'area', 'batch', 'milestone'])

/** What a row is remembered by: the words of its naming cells; those of its first filled cell where it names nothing. */
export function rowAnchor(view: SheetView, columns: readonly RecognizedColumn[], row: number): string {
  const words = columns.filter((c) => c.field !== undefined && NAMING.has(c.field)).map((c) => view.text(row, c.column))
  const named = words.filter((word) => word !== '').join('|')
  if (named !== '') return named.slice(0, 200)
  const first = columns.find((c) => view.text(row, c.column) !== '')
  return first ? view.text(row, first.column).slice(0, 200) : ''
}

/** What a row of headings is remembered by: the words of its cells, blank ones left out, so that inserted columns do not matter. */
export const headingAnchor = (cells: readonly CellValue[]): string =>
  cells.flatMap((cell) => (cell === null || cell === '' ? [] : [compactText(String(cell))])).join('|')

/** The rows at which a person pointed as headings. */
export function pointedRows(view: SheetView, corrections: readonly Correction[]): readonly number[] {
  const wanted = corrections.filter((correction) => correction.kind === 'headerRow')
  if (wanted.length === 0) return []
  const seen = new Map<string, number>()
  return view.grid.cells.flatMap((cells, i) => {
    const anchor = headingAnchor(cells)
    const occurrence = (seen.get(anchor) ?? 0) + 1
    seen.set(anchor, occurrence)
    return anchor !== '' && wanted.some((c) => c.anchor === anchor && c.occurrence === occurrence) ? [i + 1] : []
  })
}

/** A person's word on columns wins: field, indicator and area; anchored by heading, so inserted columns do not matter. */
export function correctColumns(columns: readonly RecognizedColumn[], corrections: readonly Correction[]): readonly RecognizedColumn[] {
  const wanted = corrections.filter((correction) => correction.kind === 'column')
  if (wanted.length === 0) return columns
  const seen = new Map<string, number>()
  return columns.map((column) => {
    const anchor = columnAnchor(column)
    const occurrence = (seen.get(anchor) ?? 0) + 1
    seen.set(anchor, occurrence)
    const correction = wanted.find((c) => c.anchor === anchor && c.occurrence === occurrence)
    return correction ? corrected(column, correction) : column
  })
}

function corrected(column: RecognizedColumn, correction: Correction): RecognizedColumn {
  const { indicator, area, aside: _, ...rest } = column
  const subject = correction.subject === undefined ? indicator : (correction.subject ?? undefined)
  const code = correction.area === undefined ? area : (correction.area ?? undefined)
  return {
    ...rest,
    ...(correction.field === undefined ? {} : { field: correction.field ?? undefined }),
    ...(subject === undefined ? {} : { indicator: subject }),
    ...(code === undefined ? {} : { area: code }),
    why: { confidence: 1, reason: 'by_user' },
  }
}

/** The rows of a table by what they are. */
export type RowKinds = Pick<RecognizedTable, 'dataRows' | 'sectionRows' | 'skipRows'>

/** Rows that a person wants skipped, or read although they were not. */
export function correctRows(
  view: SheetView,
  { columns, ...table }: RowKinds & Pick<RecognizedTable, 'columns'>,
  corrections: readonly Correction[],
): RowKinds {
  const skips = corrections.filter((correction) => correction.kind === 'skipRow')
  const reads = corrections.filter((correction) => correction.kind === 'row')
  if (skips.length === 0 && reads.length === 0) return table
  const seen = new Map<string, number>()
  const skip: number[] = []
  const read: number[] = []
  const every = [...table.dataRows, ...table.sectionRows, ...table.skipRows.map((s) => s.row)].sort((a, b) => a - b)
  for (const row of every) {
    const anchor = rowAnchor(view, columns, row)
    if (anchor === '') continue
    const occurrence = (seen.get(anchor) ?? 0) + 1
    seen.set(anchor, occurrence)
    const is = (correction: Correction) => correction.anchor === anchor && correction.occurrence === occurrence
    if (skips.some(is)) skip.push(row)
    else if (reads.some(is)) read.push(row)
  }
  const kept = (row: number) => !skip.includes(row)
  return {
    dataRows: [...new Set([...table.dataRows, ...read])].filter(kept).sort((a, b) => a - b),
    sectionRows: table.sectionRows.filter((row) => kept(row) && !read.includes(row)),
    skipRows: [
      ...table.skipRows.filter((s) => kept(s.row) && !read.includes(s.row)),
      ...skip.map((row) => ({ row, reason: 'by_user' as const })),
    ].sort((a, b) => a.row - b.row),
  }
}
