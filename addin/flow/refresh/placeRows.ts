import type { OwnSheet } from '../../ports/sheetChanges.ts'
import { cellAt, type FoundSheet, type FoundTable, isBlankRow, textAt } from './foundTables.ts'
import { rowKey, type TableRow } from './keyedSheet.ts'
import { keyOf, type SheetMemory } from './sheetMemory.ts'

/** Where the rows of a table go. Row numbers are those of the sheet as it was found. */
export interface PlacedRows {
  readonly placed: readonly PlacedRow[]
  /** New rows that need a row of their own, after a row of the sheet. */
  readonly inserts: readonly { readonly after: number; readonly rows: readonly TableRow[] }[]
  /** Rows of ours that are no longer in the answer, with the key that each is to show. */
  readonly left: readonly LeftRow[]
}

interface LeftRow extends OwnRow {
  readonly leaving: string
}

/** A row of ours, by the key that it has now. */
interface OwnRow {
  readonly row: number
  readonly key: string
}

/** A row of the answer, where it is written; `key` is null where nothing of ours is there yet. */
export interface PlacedRow {
  readonly row: number
  readonly content: TableRow
  readonly key: string | null
}

/** The sheet as it was found, and what is known of it. */
export interface Finding {
  readonly found: OwnSheet
  readonly at: FoundSheet
  readonly memory: SheetMemory
}

/**
 * Places the rows of a table: one that is known by its key where it is; a new one on an empty line after the row before it,
 * such as an interrupted time leaves, or else on a row that is inserted there. Rows that are not ours keep theirs.
 */
export function placeRows(where: FoundTable, finding: Finding): PlacedRows {
  const { table } = where
  const own = ownRows(where, finding)
  if (table.ordered && !own.some(({ row }) => hasTheirs(row, where, finding))) return placeInOrder(where, own, finding)
  const placed: PlacedRow[] = []
  const inserts: { after: number; rows: TableRow[] }[] = []
  const taken = new Set<OwnRow>()
  let spare = spareRows(where, where.headingRow, finding)
  for (const content of table.rows) {
    const key = keyOf(table, content)
    const there = own.find((one) => one.key === key && !taken.has(one))
    if (there) {
      taken.add(there)
      placed.push({ ...there, content })
      spare = spareRows(where, there.row, finding)
    } else placeNew(content, spare, { placed, inserts })
  }
  const wanted = new Set(table.rows.map((row) => keyOf(table, row)))
  // Of a key that is no longer wanted only the first is ours: others are somebody's copies.
  const left = own.filter((one, i) => !wanted.has(one.key) && own.findIndex(({ key }) => key === one.key) === i)
  return { placed, inserts, left: left.map((one) => ({ ...one, leaving: one.key })) }
}

/** From the top down in the order of the answer, whichever of ours a row held; empty lines between ours are taken first. */
function placeInOrder(where: FoundTable, own: readonly OwnRow[], finding: Finding): PlacedRows {
  const { rows } = where.table
  const there = [...own, ...emptyBetween(where, own, finding).slice(0, Math.max(0, rows.length - own.length))]
  there.sort((one, other) => one.row - other.row)
  const placed = rows.flatMap((content, i): PlacedRow[] => {
    const at = there[i]
    return at === undefined ? [] : [{ ...at, content }]
  })
  const inserts: { after: number; rows: TableRow[] }[] = []
  const spare = spareRows(where, there.at(-1)?.row ?? where.headingRow, finding)
  for (const content of rows.slice(there.length)) placeNew(content, spare, { placed, inserts })
  const surplus = own.slice(rows.length)
  const leaving = leavingKeys(where, surplus.length, { own, finding })
  return { placed, inserts, left: surplus.map((one, i) => ({ ...one, leaving: leaving[i] ?? one.key })) }
}

/** The keys that are no longer wanted, one for each surplus row: one may have been written over by an interrupted time. */
function leavingKeys(
  { table }: FoundTable,
  count: number,
  { own, finding }: { readonly own: readonly OwnRow[]; readonly finding: Finding },
): string[] {
  const wanted = new Set(table.rows.map((row) => keyOf(table, row)))
  const shown = new Set(own.map(({ key }) => key))
  const keys = [...(finding.memory.tables.get(table.name)?.keys() ?? [])].filter((key) => !wanted.has(key))
  return keys.length > count ? keys.filter((key) => shown.has(key)) : keys
}

function emptyBetween({ headingRow }: FoundTable, own: readonly OwnRow[], { found }: Finding): { row: number; key: null }[] {
  const empty: { row: number; key: null }[] = []
  for (let row = headingRow + 1; row < (own.at(-1)?.row ?? 0); row++) if (isBlankRow(found, row)) empty.push({ row, key: null })
  return empty
}

/** Empty lines after a row, from `after` on. */
interface SpareRows {
  after: number
  count: number
}

function placeNew(
  content: TableRow,
  spare: SpareRows,
  { placed, inserts }: { placed: PlacedRow[]; inserts: { after: number; rows: TableRow[] }[] },
): void {
  if (spare.count > 0) {
    spare.count -= 1
    spare.after += 1
    placed.push({ row: spare.after, content, key: null })
    return
  }
  const last = inserts.at(-1)
  if (last?.after === spare.after) last.rows.push(content)
  else inserts.push({ after: spare.after, rows: [content] })
}

/** The rows known by a key that was written here, from the top down. */
function ownRows({ table, headingRow, last }: FoundTable, { found, at, memory }: Finding): OwnRow[] {
  const keys = memory.tables.get(table.name)
  const rows: OwnRow[] = []
  for (let row = headingRow + 1; row <= last; row++) {
    const key = rowKey(table, ({ from }) => textAt(found, row, at.columns[from - 1] ?? 0))
    if (keys?.has(key)) rows.push({ row, key })
  }
  return rows
}

/** Empty lines right after a row; one is left before the next table, and below the last there is no end of them. */
function spareRows({ last }: FoundTable, after: number, { found }: Finding): SpareRows {
  let count = 0
  while (after + count < last && isBlankRow(found, after + count + 1)) count += 1
  if (after + count < last) return { after, count }
  return { after, count: last < found.cells.length ? Math.max(0, count - 1) : Number.POSITIVE_INFINITY }
}

/** Something of a person's stands in the row, outside of the table's columns. */
function hasTheirs(row: number, { table }: FoundTable, { found, at }: Finding): boolean {
  const own = new Set(table.columns.flatMap(({ from, to }) => at.columns.slice(from - 1, to)))
  return (found.cells[row - 1] ?? []).some((_, i) => !own.has(i + 1) && cellAt(found, row, i + 1).held !== '')
}
