import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { migrateDatabase } from './migrateDatabase.ts'
import { type SqliteDatabase, sqliteDatabase } from './sqliteDatabase.ts'

/**
 * The city's database in a file, made where it is not there (for its owner's eyes alone) and brought to the newest
 * migration; `migrated` names those that ran now. Throws where the file is not a database of ours.
 */
export async function openDatabase(file: string): Promise<{ readonly db: SqliteDatabase; readonly migrated: readonly string[] }> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  // SQLite would make it readable for all.
  closeSync(openSync(file, 'a', 0o600))
  const db = sqliteDatabase(file)
  try {
    return { db, migrated: await migrateDatabase(db) }
  } catch (error) {
    db.close()
    throw error
  }
}
