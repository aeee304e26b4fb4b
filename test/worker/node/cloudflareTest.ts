import { readdirSync, readFileSync } from 'node:fs'
import { MIGRATIONS, migrateDatabase } from '../../../worker/node/migrateDatabase.ts'
import { type SqliteDatabase, sqliteDatabase } from '../../../worker/node/sqliteDatabase.ts'
import type { Statement } from '../../../worker/store/database/database.ts'

const sqlite = sqliteDatabase(':memory:')
await migrateDatabase(sqlite)

/** Tests say `run` of D1 where they do not look at the answer; the store never does. */
const withRun = (statement: Statement): Statement => {
  const { bind } = statement
  return Object.assign(statement, { run: () => statement.all(), bind: (...values: Parameters<typeof bind>) => withRun(bind(...values)) })
}
const bound = (db: SqliteDatabase): SqliteDatabase => ({ ...db, prepare: (sql: string) => withRun(db.prepare(sql)) })

/** What `cloudflare:test` gives the worker's tests, on Node: the same bindings, over SQLite of Node instead of D1. */
export const env = {
  DB: bound(sqlite),
  OLDER_DB: bound(sqliteDatabase(':memory:')),
  TEST_MIGRATIONS: readdirSync(MIGRATIONS)
    .sort()
    .map((name) => ({ name, queries: [readFileSync(`${MIGRATIONS}${name}`, 'utf8')] })),
  MODEL_RUNS: Number(process.env.MODEL_RUNS ?? 50),
  FUZZ_RUNS: Number(process.env.FUZZ_RUNS ?? 200),
  EXPORT_RUNS: Number(process.env.EXPORT_RUNS ?? 8),
  EXPORT_SEED: Number(process.env.EXPORT_SEED ?? 20211130),
  WHOLE_MATRIX: process.env.WHOLE_MATRIX ?? '',
}

const ran = new WeakMap<SqliteDatabase, Set<string>>()

/** Runs those migrations that have not run, each in one transaction, as `cloudflare:test` does on D1. */
export async function applyD1Migrations(db: SqliteDatabase, migrations: typeof env.TEST_MIGRATIONS): Promise<void> {
  const names = ran.get(db) ?? new Set()
  ran.set(db, names)
  for (const { name, queries } of migrations) {
    if (names.has(name)) continue
    await db.runScript(queries.join('\n'), [])
    names.add(name)
  }
}
