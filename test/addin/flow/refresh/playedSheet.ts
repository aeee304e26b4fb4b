import { cellContent } from '../../../../addin/ports/cellContent.ts'
import type { FoundCell, OwnSheet, RowContents, SheetChanges } from '../../../../addin/ports/sheetChanges.ts'
import type { SheetCell, SheetDocument } from '../../../../addin/ports/sheetDocument.ts'

type Role = SheetCell['role']

export interface PlayedCell extends FoundCell {
  /** The look that we gave; undefined of a cell that is not ours. */
  readonly role?: Role
}

/** A sheet without Excel: what it holds, what is remembered with it, and what people do to it. */
export interface PlayedSheet {
  readonly cells: readonly (readonly PlayedCell[])[]
  readonly memory: string
}

const NOTHING: PlayedCell = { held: '', formula: false, numberFormat: 'General' }

/** A sheet as it is when it was written for the first time. */
export const played = (document: SheetDocument): PlayedSheet => ({
  cells: document.rows.map((row) =>
    row.map((cell) => {
      const { value, numberFormat } = cellContent(cell)
      return { held: value, formula: false, numberFormat, role: cell.role }
    }),
  ),
  memory: document.memory ?? '',
})

/** As the port answers it: rows of one length, without empty ones at the end. */
export function ownSheet({ cells, memory }: PlayedSheet): OwnSheet {
  const width = Math.max(0, ...cells.map((row) => row.findLastIndex(({ held }) => held !== '') + 1))
  const last = cells.findLastIndex((row) => row.some(({ held }) => held !== '')) + 1
  return {
    name: '汇总',
    memory,
    cells: cells.slice(0, last).map((row) => Array.from({ length: width }, (_, i) => row[i] ?? NOTHING)),
  }
}

/** The changes one by one, as a host that fails anywhere can have done them. `torn`: an inserted row is there and empty. */
export function* applied(
  sheet: PlayedSheet,
  { note, memory, inserts, rows }: SheetChanges,
): Generator<PlayedSheet & { readonly torn: boolean }> {
  let { cells } = sheet
  const noteIsInserted = inserts.some(({ before }) => before === note.row)
  const now = (torn = false) => ({ cells, memory: memory.before, torn })
  yield { cells, memory: sheet.memory, torn: false }
  if (inserts.length + rows.length > 0 && !noteIsInserted)
    cells = write(cells, note.row, { ...NO_ROW, cells: [{ column: note.column, content: note.meanwhile }] })
  if (inserts.length + rows.length > 0) yield now()
  for (const { before, rows: inserted } of inserts) {
    const blank = inserted.map((): PlayedCell[] => [])
    cells = [...filled(cells, before - 1), ...blank, ...cells.slice(before - 1)]
    yield now(true)
    for (const [i, row] of inserted.entries()) cells = write(cells, before + i, row)
    yield now()
  }
  for (const [i, row] of rows.entries()) {
    cells = write(cells, row.row, row)
    if (row.together === undefined || row.together !== rows[i + 1]?.together) yield now()
  }
  cells = write(cells, note.row, { ...NO_ROW, cells: [{ column: note.column, content: note.after }] })
  yield { cells, memory: memory.after, torn: false }
}

const NO_ROW: RowContents = { cells: [], fresh: false, merges: [] }

const filled = (cells: PlayedSheet['cells'], count: number): PlayedSheet['cells'] => Array.from({ length: count }, (_, i) => cells[i] ?? [])

function write(cells: PlayedSheet['cells'], row: number, { cells: changes }: RowContents): PlayedSheet['cells'] {
  const next = [...filled(cells, Math.max(cells.length, row))]
  const line = [...(next[row - 1] ?? [])]
  for (const { column, content, role } of changes) {
    while (line.length < column) line.push(NOTHING)
    const before = line[column - 1] ?? NOTHING
    line[column - 1] = {
      ...before,
      ...(content === undefined ? {} : { held: content.value, formula: false, numberFormat: content.numberFormat }),
      ...(role === undefined ? {} : { role }),
    }
  }
  next[row - 1] = line
  return next
}

/** Somebody types into a cell. */
export const typed = (sheet: PlayedSheet, row: number, column: number, held: string): PlayedSheet => ({
  ...sheet,
  cells: write(sheet.cells, row, { ...NO_ROW, cells: [{ column, content: { value: held, numberFormat: 'General' } }] }).map((line, i) =>
    i === row - 1 ? line.map((cell, j) => (j === column - 1 ? { ...cell, formula: held.startsWith('=') } : cell)) : line,
  ),
})

/** Somebody inserts a row above another, with a text in one of its cells. */
export const withRow = (sheet: PlayedSheet, before: number, column: number, held: string): PlayedSheet =>
  typed({ ...sheet, cells: [...sheet.cells.slice(0, before - 1), [], ...sheet.cells.slice(before - 1)] }, before, column, held)

/** Somebody inserts a column to the left of another. */
export const withColumn = (sheet: PlayedSheet, before: number): PlayedSheet => ({
  ...sheet,
  cells: sheet.cells.map((line) => (line.length < before ? line : [...line.slice(0, before - 1), NOTHING, ...line.slice(before - 1)])),
})

/** Somebody sorts: two rows change places. */
export function swapped(sheet: PlayedSheet, one: number, other: number): PlayedSheet {
  const cells = [...sheet.cells]
  ;[cells[one - 1], cells[other - 1]] = [cells[other - 1] ?? [], cells[one - 1] ?? []]
  return { ...sheet, cells }
}

/** What it shows, by rows, without empty cells at the ends. */
export const shown = ({ cells }: PlayedSheet): string[][] =>
  ownSheet({ cells, memory: '' }).cells.map((row) => {
    const texts = row.map(({ held }) => String(held))
    return texts.slice(0, texts.findLastIndex((text) => text !== '') + 1)
  })
