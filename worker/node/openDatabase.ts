import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { MIGRATION_LOG } from '../store/backup/migrationLog.ts'
import { migrateDatabase, missingMigrations } from './migrateDatabase.ts'
import { type SqliteDatabase, sqliteDatabase } from './sqliteDatabase.ts'

/** A database that is ready, and what was done to it. */
export interface OpenedDatabase {
  readonly db: SqliteDatabase
  readonly migrated: readonly string[]
  /** The copy of how it was before; undefined where nothing was migrated, or nothing was there. */
  readonly copied: string | undefined
}

/**
 * The city's database in a file, made where it is not there (for its owner's eyes alone) and brought to the newest
 * migration; `migrated` names those that ran now. Before a migration it is copied beside itself (`copied`), whole or not at
 * all, unless there was nothing in it. Throws where the file is not a database of ours, or there is no room for the copy.
 */
export async function openDatabase(file: string): Promise<OpenedDatabase> {
  makeFile(file)
  const db = sqliteDatabase(file)
  try {
    const copied = await copyBeforeMigrating(db, file)
    return { db, copied, migrated: await migrateDatabase(db) }
  } catch (error) {
    db.close()
    throw error
  }
}

/** Makes the file where it is not there: SQLite would make it readable for all. */
export function makeFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  closeSync(openSync(file, 'a', 0o600))
}

/** What was made by the same migration's start before, and broke off, is of the same content, and kept. */
async function copyBeforeMigrating(db: SqliteDatabase, file: string): Promise<string | undefined> {
  await db.runScript(MIGRATION_LOG, [])
  const { ran, missing } = await missingMigrations(db)
  const [first] = missing
  if (ran.length === 0 || first === undefined) return undefined
  const copy = `${file}.before-${first.replace(/\.sql$/, '')}`
  if (existsSync(copy)) return copy
  const part = `${copy}.part`
  rmSync(part, { force: true })
  db.copyTo(part)
  renameSync(part, copy)
  return copy
}
