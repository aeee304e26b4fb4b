import { readdirSync, readFileSync } from 'node:fs'
import { address, columnOf, rowOf } from '../../../shared/grid/a1.ts'
import type { CellValue, Grid } from '../../../shared/grid/grid.ts'
import { gridFromJson } from '../../../shared/grid/gridFromJson.ts'
import { readSheet } from '../../../shared/pipeline/readSheet.ts'
import type { SheetReading } from '../../../shared/pipeline/sheetReading.ts'
import { numberFormat } from '../../../shared/quantity/numberFormat.ts'
import { COLUMN_FIELDS } from '../../../shared/record/columnFields.ts'
import { recordKeyText } from '../../../shared/record/figureRecord.ts'
import type { ReadingContext, RecognizedTable } from '../../../shared/record/reading.ts'
import { register2021 } from '../../../shared/register/year2021/register2021.ts'
import { labelledSheet, sheetNames } from '../../sheets/labelledSheet.ts'

/** A sheet as it is read, and its name. */
export interface NamedSheet {
  readonly name: string
  readonly grid: Grid
  readonly context: ReadingContext
}

const kinds = new URL('kinds/', import.meta.url)

/** The labelled sheets, and small ones of a kind each that were once misread. */
export const sheetsToAlter: readonly NamedSheet[] = [
  ...sheetNames.map((name) => {
    const { expect: _, ...question } = labelledSheet<{ readonly expect: unknown }>(name)
    return load(name, question)
  }),
  ...readdirSync(kinds).map((name) => load(`kinds/${name}`, JSON.parse(readFileSync(new URL(name, kinds), 'utf8')))),
]

function load(name: string, question: unknown): NamedSheet {
  const read = gridFromJson(question)
  if (!read.ok) throw new Error(name)
  const { unit, ...context } = read.value.context
  return { name, grid: read.value.grid, context: { ...context, ...(unit === undefined ? {} : { reporter: unit }) } }
}

/**
 * The numbers of a sheet, with their measure or without, that are in nothing that the reading shows: no record, total, finding, question, list of figures set aside,
 * name, date or line of labels. Told from what a person sees alone, not from how the reader counts.
 */
export function lostNumbers(grid: Grid, context: ReadingContext): readonly string[] {
  const read = readSheet(grid, register2021, context)
  if (!read.ok) return []
  const shown = shownCells(read.value)
  const lost: string[] = []
  grid.cells.forEach((cells, r) => {
    cells.forEach((value, c) => {
      const cell = address(r + 1, c + 1)
      if (!isFigure(value) || shown.has(cell) || isSetAside(read.value, cell)) return
      const table = read.value.tables.find((one) => holds(one, r + 1, c + 1))
      if (table ? !isNoFigure(table, r + 1, c + 1) : !isLabelled(grid, cells, cell)) lost.push(`${cell} ${value}`)
    })
  })
  return lost
}

/** A number, or words that are one with its measure: 41公里, 0.36万, 48.67%. */
const isFigure = (value: CellValue | undefined): boolean =>
  typeof value === 'number' || (typeof value === 'string' && /^\d+(?:\.\d+)?万?(?:公里|个|户|人|场|[%％])?$/u.test(value.normalize('NFKC')))

const shownCells = ({ records, totals, findings, questions, tables, ledgers }: SheetReading): ReadonlySet<string> =>
  new Set([
    // of single projects that are added up, each figure is in the sum of its column
    ...ledgers.flatMap(({ sums }) =>
      sums.flatMap(({ rows, ...key }) => {
        const sum = records.find((one) => one.origin.row === rows[0] && recordKeyText(one) === recordKeyText(key))
        const columns = Object.values(sum?.origin.cells ?? {}).map(columnOf)
        return rows.flatMap((row) => columns.map((column) => address(row, column)))
      }),
    ),
    // of a column that is asked about, each figure is in the question
    ...questions.flatMap(({ table, columns }) =>
      (tables.find(({ id }) => id === table)?.dataRows ?? []).flatMap((row) => columns.map((column) => address(row, column))),
    ),
    ...[...records, ...totals].flatMap(({ origin }) => Object.values(origin.cells)),
    ...findings.flatMap(({ cell, cells, params }) => [cell, ...(cells ?? []), ...(Array.isArray(params.cells) ? params.cells : [])]),
  ])

/** In one of the stretches of a column or a row that the reading shows as set aside. */
const isSetAside = ({ setAside }: SheetReading, cell: string): boolean =>
  setAside.some(
    ({ first, last }) =>
      (columnOf(first) === columnOf(cell) &&
        columnOf(last) === columnOf(cell) &&
        rowOf(first) <= rowOf(cell) &&
        rowOf(cell) <= rowOf(last)) ||
      (rowOf(first) === rowOf(cell) &&
        rowOf(last) === rowOf(cell) &&
        columnOf(first) <= columnOf(cell) &&
        columnOf(cell) <= columnOf(last)),
  )

const rowsOf = ({ headerRows, sectionRows, dataRows, skipRows }: RecognizedTable): readonly number[] => [
  ...headerRows,
  ...sectionRows,
  ...dataRows,
  ...skipRows.map(({ row }) => row),
]

const holds = (table: RecognizedTable, row: number, column: number): boolean =>
  (table.columns[0]?.column ?? 1) <= column && column <= (table.columns.at(-1)?.column ?? 0) && rowsOf(table).includes(row)

/** Headings, and columns of names, numbers, dates, answers, texts and people. */
function isNoFigure(table: RecognizedTable, row: number, column: number): boolean {
  if (table.headerRows.includes(row)) return true
  const field = table.columns.find((one) => one.column === column)?.field
  if (field === undefined) return table.rowFields?.column === column
  const { group } = COLUMN_FIELDS[field]
  return group !== 'figure' && group !== 'percentage'
}

/** Outside of tables: dates, running numbers, and numbers beside words of dates, people or papers. */
function isLabelled(grid: Grid, cells: readonly CellValue[], cell: string): boolean {
  const format = grid.formats[cell]
  if (format !== undefined && numberFormat(format).isDate) return true
  return cells.some((value) => typeof value === 'string' && LABELS.test(value)) || isRunning(grid, cell)
}

/** 1, 2, 3 below each other, with a blank row between them at most. */
function isRunning(grid: Grid, cell: string): boolean {
  const at = (down: number) => grid.cells[rowOf(cell) - 1 + down]?.[columnOf(cell) - 1]
  const own = Number(at(0))
  return [1, 2].some((step) => at(step) === own + 1 || at(-step) === own - 1)
}

const LABELS = /^[年月日号]$|\d[年月]|截[至止]|日期|时间|电话|手机|传真|邮编|附件|编号|文号|第.{0,3}[页期]|填报|填表|审核|负责/u
