import { fail, ok, type Result } from '../../../shared/base/result.ts'
import type { Database } from '../database/database.ts'
import { REPLACE_RECORD, SNAPSHOT_COLUMNS } from '../sync/recordColumns.ts'
import { contentHash } from './exportCity.ts'
import { EXPORT_FORMAT, EXPORT_TABLES, type ExportTable } from './exportTables.ts'

export type ImportFault =
  /** Something was reported here already. */
  | { readonly tag: 'notEmpty' }
  /** A line is none of ours, or the export was cut off. */
  | { readonly tag: 'malformed'; readonly line: number }
  /** Read whole, yet what is stored now is not what was exported. */
  | { readonly tag: 'different' }

const BATCH_CHARACTERS = 300_000

/**
 * Fills a migrated database without periods or records from an export's lines; records are replayed from history.
 * The era changes, so that every client pulls before it sends. What a fault leaves half filled is to be made anew.
 */
export async function importCity(
  db: Database,
  lines: AsyncIterable<string>,
): Promise<Result<{ lines: number; contentHash: string; era: string }, ImportFault>> {
  const filled = await db
    .prepare('SELECT EXISTS (SELECT 1 FROM periods) OR EXISTS (SELECT 1 FROM history) OR EXISTS (SELECT 1 FROM registers) AS filled')
    .first<{ filled: number }>()
  if (filled?.filled !== 0) return fail({ tag: 'notEmpty' })

  let number = 0
  let end: { complete: boolean; seq: number; contentHash: string } | undefined
  let table: ExportTable | undefined
  let waiting: string[] = []
  let characters = 0
  const flush = async () => {
    if (table && waiting.length > 0) await insertRows(db, table, waiting)
    waiting = []
    characters = 0
  }
  for await (const line of lines) {
    number += 1
    if (line === '') continue
    const read = parseLine(line)
    if (read === undefined || end !== undefined) return fail({ tag: 'malformed', line: number })
    if (number === 1) {
      if (Array.isArray(read) || read.format !== EXPORT_FORMAT) return fail({ tag: 'malformed', line: number })
      continue
    }
    if (!Array.isArray(read)) {
      end = read as unknown as typeof end
      continue
    }
    const of = EXPORT_TABLES.find(({ name, columns }) => name === read[0] && columns.length === read.length - 1)
    if (!of) return fail({ tag: 'malformed', line: number })
    if (of !== table || characters > BATCH_CHARACTERS) await flush()
    table = of
    waiting.push(line)
    characters += line.length
  }
  await flush()
  if (!end?.complete || !Number.isSafeInteger(end.seq)) return fail({ tag: 'malformed', line: number })
  await replayHistory(db)
  await db.prepare('UPDATE city SET seq = ?, era = lower(hex(randomblob(16)))').bind(end.seq).all()
  const hash = await contentHash(db)
  if (hash !== end.contentHash) return fail({ tag: 'different' })
  const city = await db.prepare('SELECT era FROM city').first<{ era: string }>()
  return ok({ lines: number, contentHash: hash, era: city?.era ?? '' })
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

function parseLine(line: string): Record<string, unknown> | unknown[] | undefined {
  try {
    const read: unknown = JSON.parse(line)
    return typeof read === 'object' && read !== null ? (read as Record<string, unknown> | unknown[]) : undefined
  } catch {
    return undefined
  }
}
