import { fail, ok, type Result } from '../../../shared/base/result.ts'
import type { Database } from '../database/database.ts'
import { REPLACE_RECORD, SNAPSHOT_COLUMNS } from '../sync/recordColumns.ts'
import { contentHash } from './exportCity.ts'
import { type ExportEnd, exportLine } from './exportLine.ts'
import type { ExportTable } from './exportTables.ts'

/** Why an export was not taken. */
export type ImportFault =
  /** Something was reported here already. */
  | { readonly tag: 'notEmpty' }
  /** A line is not one of ours, or the export was cut off. */
  | { readonly tag: 'malformed'; readonly line: number }
  /** Read whole, yet what is stored now is not what was exported. */
  | { readonly tag: 'different' }

/** Of rows in one statement: far below the 2 MB that a bound value may have, at three bytes a character. */
const BATCH_CHARACTERS = 300_000

/**
 * Fills a migrated database without periods or records from an export's lines; records are replayed from history.
 * The era changes, so that every client pulls before it sends. A database that a fault leaves half filled is thrown away.
 */
export async function importCity(
  db: Database,
  lines: AsyncIterable<string>,
): Promise<Result<{ lines: number; contentHash: string; era: string }, ImportFault>> {
  const filled = await db
    .prepare('SELECT EXISTS (SELECT 1 FROM periods) OR EXISTS (SELECT 1 FROM history) OR EXISTS (SELECT 1 FROM registers) AS filled')
    .first<{ filled: number }>()
  if (filled?.filled !== 0) return fail({ tag: 'notEmpty' })

  const read = await fillFrom(db, lines)
  if (!read.ok) return read
  const { end, count } = read.value
  await replayHistory(db)
  await db.prepare('UPDATE city SET seq = ?, era = lower(hex(randomblob(16)))').bind(end.seq).all()
  // What is stored is read back: types, triggers and constraints may have made another city of it.
  const hash = await contentHash(db)
  if (hash !== end.contentHash) return fail({ tag: 'different' })
  const city = await db.prepare('SELECT era FROM city').first<{ era: string }>()
  return ok({ lines: count, contentHash: hash, era: city?.era ?? '' })
}

/** Stores the rows as they are read, some hundred kilobytes at a time: an export may be larger than the worker's memory. */
async function fillFrom(db: Database, lines: AsyncIterable<string>): Promise<Result<{ end: ExportEnd; count: number }, ImportFault>> {
  let count = 0
  let end: ExportEnd | undefined
  let table: ExportTable | undefined
  let waiting: string[] = []
  let characters = 0
  const flush = async () => {
    if (table && waiting.length > 0) await insertRows(db, table, waiting)
    waiting = []
    characters = 0
  }
  for await (const text of lines) {
    count += 1
    if (text === '') continue
    const line = exportLine(text)
    if (line === undefined || end !== undefined || (line.kind === 'format') !== (count === 1))
      return fail({ tag: 'malformed', line: count })
    if (line.kind === 'end') end = line.end
    if (line.kind !== 'row') continue
    if (line.table !== table || characters > BATCH_CHARACTERS) await flush()
    table = line.table
    waiting.push(text)
    characters += text.length
  }
  await flush()
  return end?.complete ? ok({ end, count }) : fail({ tag: 'malformed', line: count })
}

/** Makes `records` from `history`, version by version, under the same triggers as any other writing. */
async function replayHistory(db: Database): Promise<void> {
  const last = await db.prepare('SELECT coalesce(max(version), 0) AS version FROM history').first<{ version: number }>()
  const columns = SNAPSHOT_COLUMNS.join(', ')
  for (let version = 1; version <= (last?.version ?? 0); version += 1) {
    await db
      .prepare(`INSERT INTO records (${columns}) SELECT ${columns} FROM history WHERE version = ? ${REPLACE_RECORD}`)
      .bind(version)
      .all()
  }
}

/** Accounts may be there already: whoever imports has one. */
async function insertRows(db: Database, table: ExportTable, lines: readonly string[]): Promise<void> {
  const key = table.columns.slice(0, table.key).join(', ')
  const again = table.name === 'accounts' || table.name === 'units'
  const values = table.columns.map((_, index) => `v ->> ${index + 1}`).join(', ')
  await db
    .prepare(
      `INSERT INTO ${table.name} (${table.columns.join(', ')})
      WITH sent AS MATERIALIZED (SELECT value AS v FROM json_each(?)) SELECT ${values} FROM sent WHERE true
      ${again ? `ON CONFLICT (${key}) DO UPDATE SET ${table.columns.map((column) => `${column} = excluded.${column}`).join(', ')}` : ''}`,
    )
    .bind(`[${lines.join(',')}]`)
    .all()
}
