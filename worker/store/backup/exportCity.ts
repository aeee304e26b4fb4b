import { hashOf } from '../../secrets/hashOf.ts'
import type { Database } from '../database/database.ts'
import { readCity } from '../periods.ts'
import { EXPORT_FORMAT, EXPORT_TABLES, type ExportTable } from './exportTables.ts'

/** A value of a column. */
type Cell = string | number | null
/** Rows read at once. */
const PAGE = 500

/**
 * Everything as JSON lines, a page at a time: a line with the format, a line `[table, …columns]` for each row in the
 * order of keys, and a last line with the position and the hash of the content. If the city moved on meanwhile the
 * last line says `complete: false`, and the export is to be made again.
 */
export async function* exportCity(db: Database): AsyncGenerator<string> {
  const { seq } = await readCity(db)
  yield `${JSON.stringify({ format: EXPORT_FORMAT, tables: EXPORT_TABLES.map(({ name, columns }) => [name, ...columns]) })}\n`
  let hash = ''
  for await (const page of pages(db)) {
    hash = await hashOf(hash + page)
    yield page
  }
  // An export of a city that moved would mix two moments.
  const complete = (await readCity(db)).seq === seq
  yield `${JSON.stringify({ complete, seq, contentHash: hash })}\n`
}

/** The hash of what an export would hold; equal for equal cities, whatever their era. */
export async function contentHash(db: Database): Promise<string> {
  let hash = ''
  for await (const page of pages(db)) hash = await hashOf(hash + page)
  return hash
}

/** Pages by key, not by number: rows that come in between shift nothing. */
async function* pages(db: Database): AsyncGenerator<string> {
  for (const table of EXPORT_TABLES) {
    let after: readonly Cell[] | undefined
    for (;;) {
      const rows = await readPage(db, table, after)
      if (rows.length > 0) yield rows.map((row) => `${JSON.stringify([table.name, ...row])}\n`).join('')
      if (rows.length < PAGE) break
      after = rows.at(-1)?.slice(0, table.key)
    }
  }
}

async function readPage(db: Database, table: ExportTable, after: readonly Cell[] | undefined): Promise<Cell[][]> {
  const key = table.columns.slice(0, table.key).join(', ')
  const where = after ? `WHERE (${key}) > (${after.map(() => '?').join(', ')})` : ''
  const { results } = await db
    .prepare(`SELECT ${table.columns.join(', ')} FROM ${table.name} ${where} ORDER BY ${key} LIMIT ${PAGE}`)
    .bind(...(after ?? []))
    .all<Record<string, Cell>>()
  return results.map((row) => table.columns.map((column) => row[column] ?? null))
}
