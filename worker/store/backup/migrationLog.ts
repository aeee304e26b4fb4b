import type { Database, Statement } from '../database/database.ts'

/** Wrangler's own table and shape, so that a city that moves from D1 to a file goes on where it was. */
export const MIGRATION_LOG = `CREATE TABLE IF NOT EXISTS d1_migrations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT UNIQUE,
  applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL
)`

/** The names of the migrations that ran. */
export async function migrationsThatRan(db: Database): Promise<ReadonlySet<string>> {
  const { results } = await db.prepare('SELECT name FROM d1_migrations').all<{ name: string }>()
  return new Set(results.map(({ name }) => name))
}

/** The statement that records a migration; it belongs in the transaction that runs it. */
export const migrationRan = (db: Database, name: string): Statement => db.prepare('INSERT INTO d1_migrations (name) VALUES (?)').bind(name)
