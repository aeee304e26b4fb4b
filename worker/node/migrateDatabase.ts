import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { MIGRATION_LOG, migrationRan, migrationsThatRan } from '../store/backup/migrationLog.ts'
import type { SqliteDatabase } from './sqliteDatabase.ts'

/** The folder of the migrations, which run in the order of their names. */
export const MIGRATIONS = fileURLToPath(new URL('../store/migrations/', import.meta.url))

/** Which migrations of a folder ran in a database, and which have not, in their order; throws where it knows one that the folder has not. */
export async function missingMigrations(
  db: SqliteDatabase,
  folder: string = MIGRATIONS,
): Promise<{ readonly ran: readonly string[]; readonly missing: readonly string[] }> {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
  const ran = await migrationsThatRan(db)
  // An older program would write by a schema that it does not know.
  const unknown = [...ran].filter((name) => !names.includes(name))
  if (unknown.length > 0) throw new Error(`the database was made by a newer version of this program: ${unknown.join(', ')}`)
  return { ran: [...ran], missing: names.filter((name) => !ran.has(name)) }
}

/**
 * Runs the migrations that have not run, in the order of their names, each in one transaction with its record; answers
 * which. Throws where the database knows one that this program does not: it was made by a newer version.
 */
export async function migrateDatabase(db: SqliteDatabase, folder: string = MIGRATIONS): Promise<readonly string[]> {
  await db.runScript(MIGRATION_LOG, [])
  const { missing } = await missingMigrations(db, folder)
  for (const name of missing) await db.runScript(readFileSync(`${folder}/${name}`, 'utf8'), [migrationRan(db, name)])
  return missing
}
