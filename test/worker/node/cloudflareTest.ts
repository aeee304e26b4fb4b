import { migrateDatabase } from '../../../worker/node/migrateDatabase.ts'
import { sqliteDatabase } from '../../../worker/node/sqliteDatabase.ts'
import type { Statement } from '../../../worker/store/database/database.ts'

const sqlite = sqliteDatabase(':memory:')
await migrateDatabase(sqlite)

/** Tests say `run` of D1 where they do not look at the answer; the store never does. */
const withRun = (statement: Statement): Statement => {
  const { bind } = statement
  return Object.assign(statement, { run: () => statement.all(), bind: (...values: Parameters<typeof bind>) => withRun(bind(...values)) })
}

/** What `cloudflare:test` gives the worker's tests, on Node: the same bindings, over SQLite of Node instead of D1. */
export const env = {
  DB: { ...sqlite, prepare: (sql: string) => withRun(sqlite.prepare(sql)) },
  MODEL_RUNS: Number(process.env.MODEL_RUNS ?? 50),
  FUZZ_RUNS: Number(process.env.FUZZ_RUNS ?? 200),
  WHOLE_MATRIX: process.env.WHOLE_MATRIX ?? '',
}
