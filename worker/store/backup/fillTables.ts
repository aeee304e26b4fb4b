import type { Database, Statement } from '../database/database.ts'
import { failedGuard, guardSql } from '../database/guards.ts'
import { isConstraintError } from '../database/isDatabaseError.ts'
import { REPLACE_RECORD, SNAPSHOT_COLUMNS } from '../sync/recordColumns.ts'
import { EXPORT_TABLES, type ExportTable } from './exportTables.ts'

/** Columns in one call of a function: D1 allows 32. */
const MAX_ARGUMENTS = 25

/** Rows of one table, in `import_parts`. */
export interface Piece {
  readonly part: number
  readonly table: ExportTable
  /** The line of its first row. */
  readonly first: number
  readonly rows: number
}

/** An import, and what it brought. */
export interface Pieces {
  readonly id: string
  readonly pieces: readonly Piece[]
}

/** The rows of a piece (?1, ?2) as `v`, each rendered once. */
const SENT = `sent AS MATERIALIZED (SELECT e.key, e.value AS v FROM import_parts p, json_each(p.rows) e WHERE p.import = ?1 AND p.part = ?2)`

/** Fills the tables from the pieces up to a line, in the order of their references, and makes the records. */
export const fillStatements = (db: Database, { id, pieces }: Pieces, upTo: number): Statement[] => [
  ...pieces.filter(({ first }) => first <= upTo).map(({ part, table, first }) => db.prepare(insertSql(table)).bind(id, part, upTo - first)),
  // Version by version of each row, under the same triggers as any other writing.
  db.prepare(
    `INSERT INTO records (${SNAPSHOT_COLUMNS.join(', ')}) SELECT ${SNAPSHOT_COLUMNS.join(', ')} FROM history WHERE true
    ORDER BY period, reporter, subject, area, part, version ${REPLACE_RECORD}`,
  ),
]

/** Accounts and units may be there already: whoever imports has an account. ?3 is the last row of the piece that counts. */
function insertSql({ name, columns, key }: ExportTable): string {
  const again = name === 'accounts' || name === 'units'
  const values = columns.map((_, index) => `v ->> ${index + 1}`).join(', ')
  return `INSERT INTO ${name} (${columns.join(', ')}) WITH ${SENT} SELECT ${values} FROM sent WHERE key <= ?3
    ${again ? `ON CONFLICT (${columns.slice(0, key).join(', ')}) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}` : ''}`
}

/**
 * Fails the guard `state` unless every table holds what was sent and nothing else: types, triggers and constraints may have
 * made another city of it.
 */
export function compareStatements(db: Database, { id, pieces }: Pieces): Statement[] {
  const counts = EXPORT_TABLES.map(({ name }) => {
    const sent = pieces.filter(({ table }) => table.name === name).reduce((sum, { rows }) => sum + rows, 0)
    return `(SELECT count(*) FROM ${name}) = ${sent}`
  })
  const guards = [
    guardSql({ state: { sql: `SELECT ${counts.join(' AND ')}`, values: [] } }),
    ...pieces.map(({ part, table }) => guardSql({ state: { sql: sameSql(table), values: [id, part] } })),
  ]
  return guards.map(({ sql, values }) => db.prepare(sql).bind(...values))
}

/** Whether each row of a piece is stored as it was sent. */
function sameSql({ name, columns, key }: ExportTable): string {
  const on = columns
    .slice(0, key)
    .map((column, index) => `t.${column} = s.v ->> ${index + 1}`)
    .join(' AND ')
  const stored = jsonOf(columns.map((column) => `t.${column}`))
  const said = jsonOf(columns.map((_, index) => `s.v ->> ${index + 1}`))
  return `SELECT NOT EXISTS (WITH ${SENT} SELECT 1 FROM sent s LEFT JOIN ${name} t ON ${on} WHERE ${stored} IS NOT ${said})`
}

/** Columns as one text that tells 5 from '5'. */
function jsonOf(columns: readonly string[]): string {
  const calls: string[] = []
  for (let at = 0; at < columns.length; at += MAX_ARGUMENTS) calls.push(`json_array(${columns.slice(at, at + MAX_ARGUMENTS).join(', ')})`)
  return calls.join(' || ')
}

/**
 * The first line with which the database does not take the lines up to it, by halves: each trial is a transaction that ends
 * in a guard of ours and leaves nothing.
 */
export async function firstBadLine(db: Database, sent: Pieces, lines: number): Promise<number> {
  let good = 1
  let bad = lines
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2)
    if (await taken(db, sent, middle)) good = middle
    else bad = middle
  }
  return bad
}

/** Whether the database takes the lines up to one. */
async function taken(db: Database, sent: Pieces, upTo: number): Promise<boolean> {
  const never = guardSql({ state: { sql: 'SELECT 0', values: [] } })
  try {
    await db.batch([...fillStatements(db, sent, upTo), db.prepare(never.sql)])
  } catch (error) {
    if (failedGuard(error) === 'state') return true
    if (isConstraintError(error)) return false
    throw error
  }
  throw new Error('a guard that never holds let a batch through')
}
