import type { CellValue } from '../../grid/grid.ts'
import { type ColumnField, columnFieldsWhere } from '../../record/columnFields.ts'
import type { Correction, RecognizedColumn, RecognizedTable, RowBinding } from '../../record/reading.ts'
import { compactText } from '../view/compactText.ts'
import type { SheetView } from '../view/sheetView.ts'

/** What a column is remembered by: its heading path, compact. */
export const columnAnchor = (column: Pick<RecognizedColumn, 'header'>): string => compactText(column.header)

/** A place by what is written there instead of by its number: it holds when rows and columns are inserted, or in next month's copy. */
export type Anchor = Pick<Correction, 'anchor' | 'occurrence'>

/** Which of several places with the same words one is, by its index among them. */
export function nthAnchor(anchors: readonly string[], index: number): Anchor {
  const anchor = anchors[index] ?? ''
  return { anchor, occurrence: anchors.slice(0, index + 1).filter((one) => one === anchor).length }
}

/** Anchors a word on a column of a table by its heading and which of equal headings it is. */
export const anchorColumn = (columns: readonly RecognizedColumn[], column: number): Anchor =>
  nthAnchor(
    columns.map(columnAnchor),
    columns.findIndex((one) => one.column === column),
  )

/** Fields whose words a row is remembered by: a running number changes when a row is inserted. */
const ANCHORS_ROW = columnFieldsWhere(({ group }) => group === 'naming')

/** Anchors travel and are stored with the workbook. */
const LONGEST_ANCHOR = 200

/** What a row is remembered by: the words of its naming cells; those of its first filled cell where it names nothing. */
export function rowAnchor(view: SheetView, columns: readonly RecognizedColumn[], row: number): string {
  const texts = (named: readonly RecognizedColumn[]) => named.map(({ column }) => view.text(row, column)).filter((text) => text !== '')
  const names = texts(columns.filter(({ field }) => ANCHORS_ROW.has(field))).join('|')
  return (names !== '' ? names : (texts(columns)[0] ?? '')).slice(0, LONGEST_ANCHOR)
}

/** What a row of headings is remembered by: the words of its cells, blank ones left out, so that inserted columns do not matter. */
export const headingAnchor = (cells: readonly CellValue[]): string =>
  cells.flatMap((cell) => (cell === null || cell === '' ? [] : [compactText(String(cell))])).join('|')

/** Finds the correction of an anchor that is met, counting how often it was: call it once for each row or column, in order. */
function correctionFinder(corrections: readonly Correction[], kind: Correction['kind']): (anchor: string) => Correction | undefined {
  const wanted = new Map<string, Correction>()
  for (const correction of corrections) {
    const place = `${correction.anchor}\n${correction.occurrence}`
    if (correction.kind === kind) wanted.set(place, correction)
  }
  const seen = new Map<string, number>()
  return (anchor) => {
    if (wanted.size === 0) return undefined
    const occurrence = (seen.get(anchor) ?? 0) + 1
    seen.set(anchor, occurrence)
    return wanted.get(`${anchor}\n${occurrence}`)
  }
}

const hasKind = (corrections: readonly Correction[], ...kinds: readonly Correction['kind'][]): boolean =>
  corrections.some(({ kind }) => kinds.includes(kind))

/** The rows at which a person pointed as headings. */
export function pointedRows(view: SheetView, corrections: readonly Correction[]): readonly number[] {
  if (!hasKind(corrections, 'headerRow')) return []
  const find = correctionFinder(corrections, 'headerRow')
  return view.grid.cells.flatMap((cells, i) => {
    const anchor = headingAnchor(cells)
    return find(anchor) && anchor !== '' ? [i + 1] : []
  })
}

/** A column as another field than it was recognised by, with what its headings say of indicator and area. */
export type ReadAs = (column: RecognizedColumn, field: ColumnField) => RecognizedColumn

/** A person's word on columns wins: field, indicator and area; anchored by heading, so inserted columns do not matter. */
export function correctColumns(
  columns: readonly RecognizedColumn[],
  corrections: readonly Correction[],
  readAs: ReadAs,
): readonly RecognizedColumn[] {
  const find = correctionFinder(corrections, 'column')
  return columns.map((column) => {
    const correction = find(columnAnchor(column))
    if (!correction) return column
    const { field } = correction
    return correctedColumn(field === undefined || field === null || field === column.field ? column : readAs(column, field), correction)
  })
}

function correctedColumn(column: RecognizedColumn, correction: Correction): RecognizedColumn {
  const { indicator, area, aside: _, derived, ...rest } = column
  const use = correction.use ?? (derived ? 'compared' : 'stored')
  const subject = correction.subject === undefined ? indicator : (correction.subject ?? undefined)
  // a total that is the row's own figure after all is of the row's area
  const own = derived && use === 'stored' ? undefined : area
  const code = correction.area === undefined ? own : (correction.area ?? undefined)
  return {
    ...rest,
    ...(correction.field === undefined ? {} : { field: correction.field ?? undefined }),
    ...(subject === undefined ? {} : { indicator: subject }),
    ...(code === undefined ? {} : { area: code }),
    ...(use === 'aside' ? { aside: true } : use === 'compared' ? { derived: true } : {}),
    why: BY_USER,
  }
}

const BY_USER = { confidence: 1, reason: 'by_user' } as const

/** The rows of a table by what they are. */
export type RowKinds = Pick<RecognizedTable, 'dataRows' | 'sectionRows' | 'skipRows'>

/** The rows among which equal anchors are counted: all below the headings, so that a row has the same number whatever it is read as. */
export const rowsToAnchor = ({ dataRows, sectionRows, skipRows }: RowKinds): readonly number[] =>
  [...dataRows, ...sectionRows, ...skipRows.map(({ row }) => row)].sort((a, b) => a - b)

/** Rows that a person wants skipped, or read although they were not. */
export function correctRows(
  view: SheetView,
  { columns, ...table }: RowKinds & Pick<RecognizedTable, 'columns'>,
  corrections: readonly Correction[],
): RowKinds {
  if (!hasKind(corrections, 'skipRow', 'row')) return table
  const findSkip = correctionFinder(corrections, 'skipRow')
  const findRead = correctionFinder(corrections, 'row')
  const skip: number[] = []
  const read: number[] = []
  for (const row of rowsToAnchor(table)) {
    const anchor = rowAnchor(view, columns, row)
    if (anchor === '') continue
    const [isSkipped, isRead] = [findSkip(anchor), findRead(anchor)]
    if (isSkipped) skip.push(row)
    else if (isRead) read.push(row)
  }
  const stays = (row: number) => !skip.includes(row)
  return {
    dataRows: [...new Set([...table.dataRows, ...read])].filter(stays).sort((a, b) => a - b),
    sectionRows: table.sectionRows.filter((row) => stays(row) && !read.includes(row)),
    skipRows: [
      ...table.skipRows.filter(({ row }) => stays(row) && !read.includes(row)),
      ...skip.map((row) => ({ row, reason: 'by_user' as const })),
    ].sort((a, b) => a.row - b.row),
  }
}

/** What a person says that rows are about. */
export function correctBindings(
  view: SheetView,
  { columns, ...kinds }: RowKinds & Pick<RecognizedTable, 'columns'>,
  bindings: readonly RowBinding[],
  corrections: readonly Correction[],
): readonly RowBinding[] {
  if (!hasKind(corrections, 'row')) return bindings
  const find = correctionFinder(corrections, 'row')
  const said = new Map(
    rowsToAnchor(kinds).flatMap((row) => {
      const anchor = rowAnchor(view, columns, row)
      const correction = anchor === '' ? undefined : find(anchor)
      return correction ? [[row, correction] as const] : []
    }),
  )
  return bindings.map((binding) => {
    const correction = said.get(binding.row)
    if (!correction) return binding
    const area = correction.area === undefined ? binding.area : (correction.area ?? undefined)
    return {
      row: binding.row,
      subjects: correction.subject ? [correction.subject] : correction.subject === null ? [] : binding.subjects,
      ...(area === undefined ? {} : { area }),
      why: BY_USER,
    }
  })
}
