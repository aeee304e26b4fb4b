import { address } from '../../../shared/grid/a1.ts'
import { cellContent } from '../../ports/cellContent.ts'
import type { OwnSheet, RowChange, RowInsert, SheetChanges } from '../../ports/sheetChanges.ts'
import { textCell } from '../makeCells.ts'
import { changeRows, insertRows, leftRow, type TablePlan } from './changeRows.ts'
import { findTables, textAt } from './foundTables.ts'
import { type KeyedSheet, tableTitle } from './keyedSheet.ts'
import { type Finding, placeRows } from './placeRows.ts'
import { betweenRows, changedRow, memoryOf, memoryText, parseMemory, rowMemory } from './sheetMemory.ts'

/** How an earlier sheet is brought up to date, and what is left as people made it. */
export interface RefreshPlan {
  readonly changes: SheetChanges
  /** Cells of ours (A1) that a person gave another content, a formula or a word: they are not changed. */
  readonly kept: readonly string[]
  /** How many rows are no longer in the answer. */
  readonly left: number
  /** Headings and titles of what people deleted. */
  readonly deleted: readonly string[]
}

/**
 * The changes of single cells after which an earlier sheet says what the new one says, wherever people moved, sorted or
 * inserted its rows and columns: figures by row key and heading, new rows at their place, rows that left marked. What is
 * not ours is in no change, and what a cell holds already is not written. Planned again after an interruption it names
 * what is left to do. Undefined where the earlier sheet cannot be recognised.
 */
export function planRefresh(sheet: KeyedSheet, found: OwnSheet): RefreshPlan | undefined {
  const memory = parseMemory(found.memory)
  const at = memory && findTables(sheet, found, memory)
  if (!at) return undefined
  const finding: Finding = { found, at, memory }
  const tables = at.tables.map((where): TablePlan => ({ where, rows: placeRows(where, finding) }))
  const note = findNote(sheet, finding)
  const after = [...tables.flatMap(({ rows }) => rows.inserts), ...(note.row === 0 ? [{ after: at.headingRow - 1, rows: [[]] }] : [])]
  const moved: Moved = (row) => row + after.reduce((sum, insert) => (insert.after < row ? sum + insert.rows.length : sum), 0)
  const kept: string[] = []
  const rows = tables
    .flatMap((plan) => [
      ...titleChange(plan, finding),
      ...changeRows(plan, finding, (row, column) => kept.push(address(moved(row), column))),
    ])
    .map((change) => ({ ...change, row: moved(change.row) }))
    .sort((one, other) => one.row - other.row)
  return {
    kept,
    left: tables.reduce((sum, plan) => sum + plan.rows.left.length, 0),
    deleted: [
      ...sheet.columns.filter((_, i) => at.columns[i] === undefined).map(({ heading }) => heading),
      ...at.missing.map(({ title }) => title),
    ],
    changes: {
      sheet: found.name,
      note: {
        row: note.row === 0 ? moved(at.headingRow) - 1 : moved(note.row),
        column: note.column,
        meanwhile: cellContent(textCell(sheet.note.meanwhile)),
        after: cellContent(textCell(sheet.note.text)),
      },
      inserts: [
        ...tables.flatMap((plan) => insertRows(plan, finding)),
        ...(note.row === 0 ? [noteInsert(sheet, note.column, at.headingRow)] : []),
      ].sort((one, other) => other.before - one.before),
      rows,
      memory: memories(sheet, tables, finding),
    },
  }
}

/** A row's number once all rows are inserted. */
type Moved = (row: number) => number

/** The note is the line above the headings that begins as it does; row 0 where people deleted it. */
function findNote({ note }: KeyedSheet, { found, at }: Finding): { row: number; column: number } {
  for (let row = 1; row < at.headingRow; row++) {
    for (let column = 1; column <= (found.cells[row - 1]?.length ?? 0); column++) {
      const text = textAt(found, row, column)
      if (text.startsWith(note.begins) || text === note.meanwhile) return { row, column }
    }
  }
  return { row: 0, column: at.columns.find((column) => column !== undefined) ?? 1 }
}

const noteInsert = ({ note }: KeyedSheet, column: number, before: number): RowInsert => ({
  before,
  above: [],
  rows: [{ cells: [{ column, content: cellContent(textCell(note.meanwhile)), role: 'note' }], fresh: false, merges: [] }],
})

/** The title follows whether the table has rows, as long as it is in our words. */
function titleChange({ where: { table, titleRow } }: TablePlan, { found, at }: Finding): RowChange[] {
  const column = at.columns.find((one) => one !== undefined) ?? 1
  const text = textAt(found, titleRow, column)
  const isOurs = [table.title, table.none, ...(table.formerTitles ?? [])].includes(text)
  if (titleRow === 0 || !isOurs || text === tableTitle(table)) return []
  const content = cellContent(textCell(tableTitle(table)))
  return [{ row: titleRow, anchors: [{ column, text }], cells: [{ column, content }], fresh: false, merges: [] }]
}

/** Beforehand every row of ours is remembered as it may be found in between, a new one as not dressed; afterwards as it is then. */
function memories(sheet: KeyedSheet, tables: readonly TablePlan[], finding: Finding): SheetChanges['memory'] {
  const wanted = memoryOf(sheet)
  const { memory } = finding
  const headings = [...new Set([...memory.headings, ...wanted.headings])]
  const [between, after] = [new Map(memory.tables), new Map(memory.tables)]
  for (const { where, rows } of tables) {
    const { name } = where.table
    const old = memory.tables.get(name)
    const left = rows.left.map(({ leaving }) => [leaving, rowMemory(where.table, leftRow(where.table, leaving, finding))] as const)
    const now = new Map([...left, ...(wanted.tables.get(name) ?? [])])
    between.set(name, new Map([...(old ?? []), ...[...now].map(([key, row]) => [key, betweenRows(old?.get(key), row)] as const)]))
    after.set(name, new Map([...now].map(([key, row]) => [key, changedRow(old?.get(key), row)] as const)))
  }
  return { before: memoryText({ headings, tables: between }), after: memoryText({ headings, tables: after }) }
}
