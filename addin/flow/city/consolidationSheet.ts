import { columnName } from '../../../shared/grid/a1.ts'
import type { Register } from '../../../shared/register/register.ts'
import type { Consolidation } from '../../../shared/wire/consolidation.ts'
import type { SheetCell, SheetDocument } from '../../ports/sheetDocument.ts'
import { blankCell, lineCells, textCell } from '../makeCells.ts'
import { consolidationColumns, indicatorRow } from './consolidationColumns.ts'
import { type ConsolidationTable, consolidationTables } from './consolidationTables.ts'
import type { ConsolidationWords } from './consolidationWords.ts'

/** Title, note and headings stay in sight, and come again on each printed page. */
const FROZEN_ROWS = 3

/**
 * The city's figures as a sheet: title, the position they were computed from, one row an indicator with change, light and a
 * column for each county; below, who reported in time, the counties' ranks, where reporters disagree, and who has not
 * reported. `at` is the ISO time at which they were asked for.
 */
export function consolidationSheet(answer: Consolidation, register: Register, words: ConsolidationWords, at: string): SheetDocument {
  const columns = consolidationColumns(register, words)
  const width = columns.length
  const rows: SheetCell[][] = [
    lineCells(words.title(register.year, answer.period), 'title', width),
    lineCells(
      `${words.madeFrom(answer.asOfSeq, at, answer.registerVersion)}${words.judged(answer.judgedOn, answer.before)}`,
      'note',
      width,
    ),
    columns.map(({ heading }) => textCell(heading, 'heading')),
  ]
  for (const found of answer.indicators) {
    const row = indicatorRow(found, register)
    if (row !== undefined) rows.push(columns.map((column) => column.cell(row)))
  }
  const last = columnName(width)
  const merges = [`A1:${last}1`, `A2:${last}2`]
  for (const table of consolidationTables({ answer, register, words, width })) appendTable(table, rows, merges, width)
  return {
    name: words.sheetName(answer.period),
    rows,
    merges,
    widths: columns.map((column) => column.width),
    frozenRows: FROZEN_ROWS,
    paper: 'a3',
  }
}

/** An empty line, the title, and the table, or a sentence in place of one without rows. */
function appendTable(table: ConsolidationTable, rows: SheetCell[][], merges: string[], width: number): void {
  const line = (value: string, role: SheetCell['role']): void => {
    rows.push(lineCells(value, role, width))
    merges.push(`A${rows.length}:${columnName(width)}${rows.length}`)
  }
  rows.push(lineCells('', 'body', width))
  line(table.title, 'title')
  if (table.rows.length === 0) line(table.none, 'note')
  else appendRows(table, rows, merges, width)
}

function appendRows(table: ConsolidationTable, rows: SheetCell[][], merges: string[], width: number): void {
  for (const cells of [table.columns.map(({ heading }) => textCell(heading, 'heading')), ...table.rows]) {
    rows.push(spread(cells, table, width))
    for (const { from, to } of table.columns)
      if (from < to) merges.push(`${columnName(from)}${rows.length}:${columnName(to)}${rows.length}`)
  }
}

/** Cells of a table over the columns that they take; what is left of the sheet's width is no part of the table. */
function spread(cells: readonly SheetCell[], { columns }: ConsolidationTable, width: number): SheetCell[] {
  const row = columns.flatMap(({ from, to }, at) => {
    const cell = cells[at] ?? blankCell()
    return [cell, ...Array.from({ length: to - from }, () => blankCell(cell.role))]
  })
  return [...row, ...Array.from({ length: width - row.length }, () => blankCell('note'))]
}
