import { columnFieldsWhere } from '../../record/columnFields.ts'
import type { RecognizedColumn, RecognizedTable, SkippedRow } from '../../record/reading.ts'
import { areaOfName } from '../subjects/areaOfName.ts'
import { isDecided, matchSubjects } from '../subjects/matchSubjects.ts'
import type { BodyRows, Section } from '../tables/bodyRows.ts'
import type { TableOfColumns } from '../tables/tableOfColumns.ts'
import type { SheetView } from '../view/sheetView.ts'
import { type ClosingTotals, closingTotals } from './closingTotals.ts'
import { addsUp, areaColumns, columnsOf, figureColumns } from './sumsOfGroups.ts'

/** The rows of a body, and those that say what the rows below or above them are about without being sections of their own. */
export interface GroupedRows extends BodyRows {
  /** Totals that open their group: their figures are its sum, their words its subject. */
  readonly opening: ReadonlyMap<number, Section>
  /** What the rows from one on are about, where a total below them says it. */
  readonly begins: ReadonlyMap<number, Section>
}

/**
 * Rows that stand above their group in the column that names its rows. With figures they are its total, without them a
 * section.
 *
 *     整治窨井设施（个）| 7000 | 3932        total, and the counties below are about 窨井
 *     湖滨区           | 2200 | 1241
 *
 *     新建农村公路（公里）                  section of the fields below
 *       年度目标       | 20 | 60
 *       累计完成       | 17.2 | 48
 */
export function groupRows(table: TableOfColumns, rows: BodyRows, fields: RecognizedTable['rowFields']): GroupedRows {
  const closing = fields ? undefined : closingTotals(table, rows)
  if (closing) return closedBy(closing, rows)
  const group = fields ? aboveFields(table, fields) : aboveAreas(table, rows.dataRows)
  const sections = new Map(rows.sections)
  const opening = new Map<number, Section>()
  for (const at of rows.dataRows.keys()) {
    const row = rows.dataRows[at] ?? 0
    const section = group(row, at, rows.dataRows[at + 1])
    if (!section) continue
    if (!hasFigures(table, row)) sections.set(row, section)
    else if (!fields) opening.set(row, section)
  }
  if (sections.size === rows.sections.size && opening.size === 0) return { ...rows, opening, begins: NONE }
  const totals = [...opening.keys()].map((row): SkippedRow => ({ row, reason: 'total' }))
  return {
    dataRows: rows.dataRows.filter((row) => !sections.has(row) && !opening.has(row)),
    sections: new Map([...sections].sort(([a], [b]) => a - b)),
    skipRows: [...rows.skipRows, ...totals].sort((a, b) => a.row - b.row),
    opening,
    begins: NONE,
  }
}

const NONE: ReadonlyMap<number, Section> = new Map()

/** The same where the totals stand below their groups. */
function closedBy({ totals, begins }: ClosingTotals, { dataRows, sections, skipRows }: BodyRows): GroupedRows {
  const named = dataRows.filter((row) => totals.has(row)).map((row): SkippedRow => ({ row, reason: 'total' }))
  return {
    dataRows: dataRows.filter((row) => !totals.has(row)),
    sections,
    skipRows: [...skipRows, ...named].sort((a, b) => a.row - b.row),
    opening: NONE,
    begins,
  }
}

/** The section that a row opens, by its number, its place among the rows of data, and the row of data below it. */
type OpensGroup = (row: number, at: number, next: number | undefined) => Section | undefined

/** A name above rows that are its target, its figure and its rate. */
function aboveFields({ view, columns }: TableOfColumns, { column, fields }: NonNullable<RecognizedTable['rowFields']>): OpensGroup {
  const measure = columns.find(({ field }) => field === 'unit_of_measure')
  const names = columnsOf(columns, NAMES_SUBJECT)
  const nameOf = (row: number) => names.map((own) => view.mergedText(row, own)).join('')
  return (row, _, next) => {
    if (next === undefined || fields.has(row) || !fields.has(next)) return undefined
    const name = view.text(row, column) || (nameOf(next) === '' ? nameOf(row) : '')
    if (name === '') return undefined
    const word = measure ? view.text(row, measure.column) : ''
    return { kind: 'section', text: word === '' ? name : `${name}(${word})` }
  }
}

/** A name above rows of areas: one indicator's in their own column, or one whose figures are their sum. */
function aboveAreas(table: TableOfColumns, dataRows: readonly number[]): OpensGroup {
  const { view, columns } = table
  const areas = areaColumns(table)
  if (areas.length === 0) return () => undefined
  const names = columnsOf(columns, NAMES_SUBJECT)
  const figures = figureColumns(table)
  return (row, at, next) => {
    if (next === undefined) return undefined
    const above = areas.map((column) => amongAreas(table, column, row, next)).find((text) => text !== undefined)
    if (above !== undefined) return { kind: 'section', text: above }
    const text = names.map((column) => view.text(row, column)).join('')
    if (text === '' || areas.some((column) => view.mergedText(row, column) !== '')) return undefined
    let end = at + 1
    for (let below = dataRows[end]; below !== undefined && isNameless(view, names, areas, below); below = dataRows[end]) end++
    return end - at > FEWEST_AREAS && addsUp(view, figures, dataRows.slice(at, end)) ? { kind: 'section', text } : undefined
  }
}

/** One indicator's name in the column of areas, above an area. */
function amongAreas({ view, register }: TableOfColumns, column: number, row: number, next: number): string | undefined {
  const text = view.text(row, column)
  if (text.length < SHORTEST_NAME || areaOfName(register, text)) return undefined
  if (areaOfName(register, view.text(next, column))?.kind !== 'area') return undefined
  const match = matchSubjects(register, text, { figures: true })
  return isDecided(match) && match.indicators.length === 1 ? text : undefined
}

const SHORTEST_NAME = 3

/** An area's row that names nothing itself. */
const isNameless = (view: SheetView, names: readonly number[], areas: readonly number[], row: number): boolean =>
  names.every((column) => view.value(row, column) === null) && areas.some((column) => view.text(row, column) !== '')

const FEWEST_AREAS = 2

const hasFigures = ({ view, columns }: TableOfColumns, row: number): boolean =>
  columns.some(({ column, field }) => OF_FIGURES.has(field) && /\d/u.test(view.text(row, column)))

const NAMES_SUBJECT: ReadonlySet<RecognizedColumn['field']> = new Set<RecognizedColumn['field']>(['task', 'indicator'])
const OF_FIGURES = columnFieldsWhere(({ group }) => group === 'figure' || group === 'percentage')
