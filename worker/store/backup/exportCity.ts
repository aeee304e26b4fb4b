import { type Answer, type Database, firstRow, rowsOf } from '../database/database.ts'
import type { ExportEnd } from './exportLine.ts'
import { EXPORT_FORMAT, EXPORT_TABLES, type ExportTable, type Growth } from './exportTables.ts'
import { lineHash } from './lineHash.ts'

/** A value of a column. */
type Cell = string | number | null
/** A row as the database answers it. */
type Row = Readonly<Record<string, Cell>>

/**
 * Everything as JSON lines, some at a time, of one moment: a line with the format, a line `[table, …columns]` for each row
 * in the order of keys, and a last line with the positions, the time of the last act and the hash of all that.
 *
 * The moment is that of one transaction, which reads whole what may change, and how far each table has come whose rows
 * never change. Those are read afterwards, page by page, up to there: what is written meanwhile is none of this export's.
 */
export async function* exportCity(db: Database): AsyncGenerator<string> {
  const moment = await readMoment(db)
  const hash = lineHash()
  const write = async (lines: readonly string[]): Promise<string> => {
    for (const line of lines) await hash.add(line)
    return lines.map((line) => `${line}\n`).join('')
  }
  yield write([JSON.stringify({ format: EXPORT_FORMAT, tables: EXPORT_TABLES.map(({ name, columns }) => [name, ...columns]) })])
  for (const table of EXPORT_TABLES) {
    for await (const rows of rowsAt(db, table, moment)) {
      if (rows.length > 0) yield write(rows.map((row) => JSON.stringify([table.name, ...cellsOf(table, row)])))
    }
  }
  // A database that was put in place of this one meanwhile has other rows under the same positions.
  if ((await readEra(db)) !== moment.era) throw new Error('the database was replaced while it was exported')
  const { seq, change, until } = moment
  await hash.add(JSON.stringify({ seq, change, until }))
  const end: ExportEnd = { seq, change, until, contentHash: await hash.end() }
  yield `${JSON.stringify(end)}\n`
}

/** The last line of what an export would hold. */
export async function exportEnd(db: Database): Promise<ExportEnd> {
  let last = ''
  for await (const lines of exportCity(db)) last = lines
  return JSON.parse(last)
}

/** The hash of what an export would hold; equal for equal cities, whatever their era. */
export const contentHash = async (db: Database): Promise<string> => (await exportEnd(db)).contentHash

/** What one transaction saw. */
interface Moment {
  readonly era: string
  readonly seq: number
  readonly change: number
  /** When the last act or sync was; null where nothing was done yet. */
  readonly until: string | null
  /** How far the tables that only grow had come, by their name. */
  readonly reached: Row
  /** The rows of the other tables, by their name. */
  readonly rows: ReadonlyMap<string, readonly Row[]>
}

const GROWING = EXPORT_TABLES.flatMap(({ name, grows }) => (grows ? [{ name, grows }] : []))
const SMALL = EXPORT_TABLES.filter(({ grows }) => grows === undefined)
const LAST_ACT = 'SELECT max(at) FROM (SELECT max(at) AS at FROM receipts UNION ALL SELECT max(at) FROM audit)'

async function readMoment(db: Database): Promise<Moment> {
  const [city, reached, ...answers]: Answer[] = await db.batch<Row>([
    db.prepare(`SELECT era, seq, change, (${LAST_ACT}) AS until FROM city`),
    db.prepare(`SELECT ${GROWING.map(({ name, grows }) => `${grows.reached} AS ${name}`).join(', ')} FROM city`),
    ...SMALL.map((table) => db.prepare(`SELECT ${table.columns.join(', ')} FROM ${table.name} ORDER BY ${keyOf(table)}`)),
  ])
  return {
    ...firstRow<Pick<Moment, 'era' | 'seq' | 'change' | 'until'>>(city),
    reached: firstRow<Row>(reached),
    rows: new Map(SMALL.map(({ name }, index) => [name, rowsOf<Row>(answers[index])])),
  }
}

async function readEra(db: Database): Promise<string | undefined> {
  return (await db.prepare('SELECT era FROM city').first<{ era: string }>())?.era
}

async function* rowsAt(db: Database, table: ExportTable, { rows, reached }: Moment): AsyncGenerator<readonly Row[]> {
  if (table.grows === undefined) {
    yield rows.get(table.name) ?? []
    return
  }
  let after: Row | undefined
  for (;;) {
    const page = await readPage(db, { ...table, grows: table.grows }, { after, reached: reached[table.name] ?? 0 })
    yield page
    after = page.at(-1)
    if (page.length < table.grows.page) return
  }
}

/** Pages by key, not by number: rows that come in between shift nothing. */
async function readPage(
  db: Database,
  table: ExportTable & { readonly grows: Growth },
  { after, reached }: { readonly after: Row | undefined; readonly reached: Cell },
): Promise<readonly Row[]> {
  const key = after && cellsOf(table, after).slice(0, table.key)
  const further = key ? `AND (${keyOf(table)}) > (${key.map(() => '?').join(', ')})` : ''
  const { results } = await db
    .prepare(
      `SELECT ${table.columns.join(', ')} FROM ${table.name} WHERE ${table.grows.thereAt} ${further} ORDER BY ${keyOf(table)} LIMIT ${table.grows.page}`,
    )
    .bind(reached, ...(key ?? []))
    .all<Row>()
  return results
}

const keyOf = ({ columns, key }: ExportTable): string => columns.slice(0, key).join(', ')
const cellsOf = ({ columns }: ExportTable, row: Row): readonly Cell[] => columns.map((column) => row[column] ?? null)
