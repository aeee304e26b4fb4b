import { readdirSync, readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import type { Database, Statement } from '../../worker/store/database.ts'

interface Prepared extends Statement {
  readonly run: () => unknown[]
}

/** A migrated city in memory: SQLite of Node behind the shape of D1, for tests that need Node around the worker. */
export function sqliteDatabase(): Database {
  const sqlite = new DatabaseSync(':memory:')
  const folder = new URL('../../worker/store/migrations/', import.meta.url)
  for (const name of readdirSync(folder).sort()) sqlite.exec(readFileSync(new URL(name, folder), 'utf8'))
  const prepared = (sql: string, values: readonly (string | number | null)[]): Prepared => {
    const run = () => sqlite.prepare(sql).all(...values)
    return {
      run,
      bind: (...more) => prepared(sql, more),
      all: async <Row>() => ({ results: run() as Row[] }),
      first: async <Row>() => (run()[0] as Row | undefined) ?? null,
    }
  }
  return {
    prepare: (sql) => prepared(sql, []),
    batch: async <Row>(statements: Statement[]) => {
      sqlite.exec('BEGIN')
      try {
        const answers = statements.map((statement) => ({ results: (statement as Prepared).run() as Row[] }))
        sqlite.exec('COMMIT')
        return answers
      } catch (error) {
        sqlite.exec('ROLLBACK')
        throw error
      }
    },
  }
}
