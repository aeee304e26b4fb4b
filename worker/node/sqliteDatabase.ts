import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { type Answer, type Database, rowOf, rowsOf, type Statement } from '../store/database/database.ts'
import { fileInPlace } from './fileInPlace.ts'

/** A file of SQLite behind the shape of D1, and what only a file has. */
export interface SqliteDatabase extends Database {
  /** Runs a script and then statements, all in one transaction. */
  runScript(script: string, then: readonly Statement[]): Promise<void>
  /** A copy of the whole as it is at this moment, in a file that is not there yet; writing goes on meanwhile. */
  copyTo(file: string): void
  /** What SQLite itself finds wrong with the file: nothing, where it is sound. */
  findFaults(): readonly string[]
  /** Whether the file is still where it was opened. */
  isInPlace(): boolean
  close(): void
}

type Value = string | number | null

/** How long a statement waits for another process that writes (a seed, a migration) before it is `busy`. */
const BUSY_MS = 5_000
/** A server's statements are some hundred texts; those with a list of fields in them are more. */
const MAX_COMPILED = 300

/**
 * Opens a file (":memory:" for none) and answers it as D1 does: a batch is one transaction, foreign keys hold, numbers
 * are bound as real, errors carry SQLite's own words after their code ("SQLITE_CONSTRAINT: CHECK constraint failed: …").
 * What was answered as stored is on the disk: WAL, synchronous FULL. One connection, a statement at a
 * time. `readOnly` leaves the file as it is, byte for byte. Once the file was moved away or another put in its place nothing is
 * answered any more: what would be stored is where nobody looks for it.
 */
export function sqliteDatabase(file: string, { readOnly = false }: { readonly readOnly?: boolean } = {}): SqliteDatabase {
  const sqlite = new DatabaseSync(file, { readOnly, timeout: BUSY_MS, enableForeignKeyConstraints: true })
  try {
    named(() => sqlite.exec(`${readOnly ? '' : 'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;'} PRAGMA cache_size = -65536`))
  } catch (error) {
    sqlite.close()
    throw error
  }

  const inPlace = file === ':memory:' ? () => true : fileInPlace(file)
  const checkPlace = () => {
    if (!inPlace()) throw new Error('SQLITE_IOERR: the file of the database was moved away or replaced')
  }
  const compiled = new Map<string, { readonly statement: StatementSync; readonly parameters: ParameterMarks }>()
  const compile = (sql: string) => {
    const known = compiled.get(sql)
    if (known) return known
    const made = { statement: sqlite.prepare(sql), parameters: parametersOf(sql) }
    if (compiled.size >= MAX_COMPILED) compiled.clear()
    compiled.set(sql, made)
    return made
  }
  // What a batch does with a statement of this file; one of another file has nothing here.
  const runs = new WeakMap<Statement, () => Answer>()
  const run = (statement: Statement): Answer => {
    const execute = runs.get(statement)
    if (!execute) throw new Error('a statement of another database')
    return execute()
  }
  const prepared = (sql: string, values: readonly Value[]): Statement => {
    const execute = (): Answer =>
      named(() => {
        const { statement, parameters } = compile(sql)
        if (parameters.count !== values.length) throw new Error(`SQLITE_RANGE: ${values.length} values for ${parameters.count} parameters`)
        const rows = parameters.numbers.length > 0 ? statement.all(byName(parameters.numbers, values)) : statement.all(...values)
        // SQLite's rows have no prototype; D1's are plain objects.
        return { results: rows.map((row) => ({ ...row })) }
      })
    const statement: Statement = {
      bind: (...bound) => prepared(sql, bound),
      all: async <Row>() => ({ results: rowsOf<Row>(alone(execute)) }),
      first: async <Row>() => rowOf<Row>(alone(execute)) ?? null,
    }
    runs.set(statement, execute)
    return statement
  }
  // Before, so that nothing is written there; after, so that nothing is answered as stored that was.
  const alone = (execute: () => Answer): Answer => {
    checkPlace()
    const answer = execute()
    checkPlace()
    return answer
  }
  const transaction = <T>(work: () => T): T => {
    checkPlace()
    // IMMEDIATE: two writers wait for each other at the beginning, not in the middle.
    named(() => sqlite.exec('BEGIN IMMEDIATE'))
    try {
      const done = work()
      named(() => sqlite.exec('COMMIT'))
      checkPlace()
      return done
    } catch (error) {
      if (sqlite.isTransaction) sqlite.exec('ROLLBACK')
      throw error
    }
  }
  return {
    prepare: (sql) => prepared(sql, []),
    batch: async <Row>(statements: Statement[]) =>
      transaction(() => statements.map((statement) => ({ results: rowsOf<Row>(run(statement)) }))),
    runScript: async (script, then) =>
      transaction(() => {
        named(() => sqlite.exec(script))
        for (const statement of then) run(statement)
      }),
    copyTo: (copy) => void named(() => sqlite.prepare('VACUUM INTO ?').run(copy)),
    findFaults: () => {
      const lines = sqlite.prepare('PRAGMA integrity_check').all()
      const orphans = sqlite.prepare('PRAGMA foreign_key_check').all()
      return [
        ...lines.map(({ integrity_check: line }) => String(line)).filter((line) => line !== 'ok'),
        ...orphans.map(({ table }) => `a row of ${table} points nowhere`),
      ]
    },
    isInPlace: inPlace,
    close: () => sqlite.close(),
  }
}

/** Holds a file, made where it is not there, until it is given back or the process ends; undefined where another process holds it. */
export function holdFile(file: string): (() => void) | undefined {
  const held = new DatabaseSync(file, { timeout: 0 })
  try {
    held.exec('BEGIN EXCLUSIVE')
  } catch {
    held.close()
    return undefined
  }
  return () => held.close()
}

/** The parameters of a statement: how many values it takes, and which numbers it names as `?1, ?2 …` (none where it says `?`). */
interface ParameterMarks {
  readonly count: number
  readonly numbers: readonly number[]
}

function parametersOf(sql: string): ParameterMarks {
  const marks = [...sql.replace(/'(?:[^']|'')*'/g, '').matchAll(/\?(\d*)/g)].map(([, number]) => Number(number))
  const numbers = [...new Set(marks)].filter((number) => number > 0)
  return { count: numbers.length > 0 ? Math.max(...numbers) : marks.length, numbers }
}

/** Values under the names by which SQLite knows numbered parameters; Node 22 does not count these by itself. */
const byName = (numbers: readonly number[], values: readonly Value[]): Record<string, Value> =>
  Object.fromEntries(numbers.map((number) => [`?${number}`, values[number - 1] ?? null]))

/** SQLite's result codes that a reader of logs should know by name. */
const CODES: Readonly<Record<number, string>> = {
  5: 'SQLITE_BUSY',
  8: 'SQLITE_READONLY',
  10: 'SQLITE_IOERR',
  11: 'SQLITE_CORRUPT',
  13: 'SQLITE_FULL',
  19: 'SQLITE_CONSTRAINT',
  26: 'SQLITE_NOTADB',
}

/** Runs work whose SQLite errors leave under the name of their code, by which the store knows them for the database's. */
function named<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof Error && 'errcode' in error && typeof error.errcode === 'number')) throw error
    throw new Error(`${CODES[error.errcode & 0xff] ?? 'SQLITE_ERROR'}: ${error.message}`, { cause: error })
  }
}
