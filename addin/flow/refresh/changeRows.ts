import { cellContent } from '../../ports/cellContent.ts'
import type { Anchor, CellChange, RowChange, RowContents, RowInsert } from '../../ports/sheetChanges.ts'
import type { SheetCell } from '../../ports/sheetDocument.ts'
import { blankCell, textCell } from '../makeCells.ts'
import { changeCell } from './changeCell.ts'
import { cellAt, type FoundTable, textAt } from './foundTables.ts'
import { type KeyedTable, keyTexts, rowKey, type TableRow } from './keyedSheet.ts'
import type { Finding, PlacedRows } from './placeRows.ts'
import { isOurs, type RowMemory } from './sheetMemory.ts'

/** A table with where its rows go. */
export interface TablePlan {
  readonly where: FoundTable
  readonly rows: PlacedRows
}

/** Hears of a cell, by row and column as found, that holds something of a person's and is left. */
export type OnKept = (row: number, column: number) => void

/** The changes of a table's rows that are there, by their numbers as found. */
export function changeRows({ where: { table }, rows }: TablePlan, finding: Finding, onKept: OnKept): RowChange[] {
  const memory = finding.memory.tables.get(table.name)
  const known = (key: string | null) => (key === null ? undefined : memory?.get(key))
  const placed = rows.placed.map((row) => changeRow(table, { ...row, known: known(row.key) }, { finding, onKept }))
  const left = rows.left.map((row) =>
    changeRow(table, { ...row, content: leftRow(table, row.leaving, finding), known: known(row.key) }, { finding, onKept }),
  )
  return [...placed, ...left].filter(({ cells, fresh }) => cells.length > 0 || fresh)
}

interface RowToChange {
  readonly row: number
  /** The key that it shows now; null where nothing of ours is there yet. */
  readonly key: string | null
  /** A cell for each of the table's columns; undefined where it is not to be touched. */
  readonly content: readonly (SheetCell | undefined)[]
  readonly known: RowMemory | undefined
}

interface ChangeInputs {
  readonly finding: Finding
  readonly onKept: OnKept
}

function changeRow(table: KeyedTable, change: RowToChange, inputs: ChangeInputs): RowChange {
  const { row, content, key, known } = change
  const fresh = known === undefined || known.roles.length === 0
  // A row that shows another key than it is to have gets all of its cells.
  const whole = fresh || key !== rowKey(table, (_, i) => content[i]?.value ?? '')
  const cells = table.columns.flatMap(({ use }, i) => (use === 'figure' || whole ? changeAt(table, i, { ...change, fresh }, inputs) : []))
  return {
    row,
    cells,
    fresh,
    ...(table.ordered ? { together: table.name } : {}),
    anchors: anchorsOf(table, row, inputs.finding),
    merges: fresh ? mergesOf(table, inputs.finding) : [],
  }
}

/** The change of a row's cell in the column at `i` of its table; none where a person has put something else there. */
function changeAt(
  { columns }: KeyedTable,
  i: number,
  { row, content, known, fresh }: RowToChange & { readonly fresh: boolean },
  { finding: { found, at }, onKept }: ChangeInputs,
): CellChange[] {
  const [column, cell] = [at.columns[(columns[i]?.from ?? 0) - 1], content[i]]
  if (column === undefined || cell === undefined) return []
  const there = cellAt(found, row, column)
  const change = changeCell(cell, there)
  const isTheirs = there.formula || (!fresh && columns[i]?.use === 'figure' && !isOurs(there.held, known?.held[i] ?? ''))
  if (isTheirs && change !== undefined) {
    onKept(row, column)
    return []
  }
  const role = fresh || known?.roles[i] !== cell.role ? cell.role : undefined
  if (change === undefined && role === undefined) return []
  return [{ column, ...(change === undefined ? {} : { content: change }), ...(role === undefined ? {} : { role }) }]
}

/** A row that left shows the texts it is known by; its figures go, since they are of another time, and a word stands last. */
export function leftRow(table: KeyedTable, key: string, { at }: Finding): (SheetCell | undefined)[] {
  const texts = keyTexts(key)
  const last = table.columns.findLastIndex(({ from, use }) => use === 'figure' && at.columns[from - 1] !== undefined)
  return table.columns.map(({ use }, i) => {
    if (use === 'key') return textCell(texts.shift() ?? '')
    if (use === 'name') return undefined
    return i === last ? textCell(table.left, 'note') : blankCell()
  })
}

/** The texts by which a row is known now. */
function anchorsOf({ columns }: KeyedTable, row: number, { found, at }: Finding): Anchor[] {
  return columns.flatMap(({ from, use }) => {
    const column = at.columns[from - 1]
    return use === 'key' && column !== undefined ? [{ column, text: textAt(found, row, column) }] : []
  })
}

function mergesOf({ columns }: KeyedTable, { at }: Finding): (readonly [number, number])[] {
  return columns.flatMap(({ from, to }) => {
    const [first, last] = [at.columns[from - 1], at.columns.slice(from - 1, to).findLast((column) => column !== undefined)]
    return first !== undefined && last !== undefined && first < last ? [[first, last] as const] : []
  })
}

/** The rows of a table that need a row of their own. */
export function insertRows({ where: { table }, rows }: TablePlan, finding: Finding): RowInsert[] {
  return rows.inserts.map(({ after, rows: contents }) => ({
    before: after + 1,
    above: anchorsOf(table, after, finding),
    rows: contents.map((content) => newRow(table, content, finding)),
  }))
}

function newRow(table: KeyedTable, content: TableRow, finding: Finding): RowContents {
  const cells = table.columns.flatMap(({ from }, i): CellChange[] => {
    const [column, cell] = [finding.at.columns[from - 1], content[i]]
    return column === undefined || cell === undefined ? [] : [{ column, content: cellContent(cell), role: cell.role }]
  })
  return { cells, fresh: true, merges: mergesOf(table, finding) }
}
