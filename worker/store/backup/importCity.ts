import { fail, ok, type Result } from '../../../shared/base/result.ts'
import { type Database, firstRow } from '../database/database.ts'
import { failedGuard, guardSql } from '../database/guards.ts'
import { isConstraintError } from '../database/isDatabaseError.ts'
import { type Actor, actBy, stillAllowed } from '../people/actor.ts'
import { auditStatement } from '../people/audit.ts'
import { compareStatements, fillStatements, firstBadLine } from './fillTables.ts'
import type { ImportFault } from './importFault.ts'
import { type ImportPlace, type ReadExport, readParts, removeParts } from './importParts.ts'

/** What was taken: how many lines, the hash of their content, and the era that begins with it. */
export interface Imported {
  readonly lines: number
  readonly contentHash: string
  readonly era: string
}

/**
 * Fills a migrated database in which nothing was done yet from an export's lines; records are replayed from history. All
 * of it or nothing: the lines wait aside until they were read to the end, and one transaction puts them into their tables,
 * compares them, begins another era, so that every client pulls before it sends, and notes the import in the audit trail.
 */
export async function importCity(db: Database, lines: AsyncIterable<string>, actor: Actor): Promise<Result<Imported, ImportFault>> {
  const empty = await db.prepare(EMPTY).first<{ empty: number }>()
  if (empty?.empty !== 1) return fail({ tag: 'notEmpty' })
  const place: ImportPlace = { id: actor.requestId, at: actor.at }
  try {
    const read = await readParts(db, lines, place)
    return read.ok ? await bringIn(db, read.value, actor) : read
  } finally {
    // Where the database fails here, too, they go with the next import.
    await removeParts(db, place).catch(() => undefined)
  }
}

/** Somebody's first act may have been to export an empty city, or to invite: an entry of the audit trail keeps its number. */
const EMPTY = `SELECT NOT (${['periods', 'history', 'registers', 'audit'].map((table) => `EXISTS (SELECT 1 FROM ${table})`).join(' OR ')}) AS empty`

async function bringIn(db: Database, sent: ReadExport, actor: Actor): Promise<Result<Imported, ImportFault>> {
  const { end, lines, id } = sent
  const { contentHash, seq, change, until } = end
  const allowed = guardSql({ ...stillAllowed(actor), precondition: { sql: EMPTY, values: [] } })
  try {
    const answers = await db.batch([
      db.prepare(allowed.sql).bind(...allowed.values),
      ...fillStatements(db, sent, lines),
      ...compareStatements(db, sent),
      db.prepare('UPDATE city SET seq = ?, change = ?, era = lower(hex(randomblob(16)))').bind(seq, change),
      auditStatement(db, {
        ...actBy(actor),
        act: 'city.import',
        object: 'city',
        reason: null,
        before: null,
        // What the other place did after this moment is not here.
        after: { contentHash, asOfSeq: seq, dataUntil: until },
      }),
      db.prepare('DELETE FROM import_parts WHERE import = ?').bind(id),
      db.prepare('SELECT era FROM city'),
    ])
    return ok({ lines, contentHash, era: firstRow<{ era: string }>(answers.at(-1)).era })
  } catch (error) {
    const guard = failedGuard(error)
    if (guard === 'precondition') return fail({ tag: 'notEmpty' })
    if (guard === 'state') return fail({ tag: (await knowsAccounts(db, sent)) ? 'different' : 'otherAccounts' })
    if (guard) return fail({ tag: 'guard', guard })
    if (isConstraintError(error)) return fail({ tag: 'malformed', line: await firstBadLine(db, sent, lines) })
    throw error
  }
}

/** Whether the export has every account that is here. */
async function knowsAccounts(db: Database, { id, pieces }: ReadExport): Promise<boolean> {
  const parts = pieces.filter(({ table }) => table.name === 'accounts').map(({ part }) => part)
  const found = await db
    .prepare(
      `SELECT NOT EXISTS (SELECT 1 FROM accounts WHERE id NOT IN (SELECT e.value ->> 1 FROM import_parts p, json_each(p.rows) e
      WHERE p.import = ? AND p.part IN (SELECT value FROM json_each(?)))) AS known`,
    )
    .bind(id, JSON.stringify(parts))
    .first<{ known: number }>()
  return found?.known === 1
}
