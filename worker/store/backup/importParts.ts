import { fail, ok, type Result } from '../../../shared/base/result.ts'
import type { Database } from '../database/database.ts'
import { type ExportEnd, exportLine } from './exportLine.ts'
import { EXPORT_TABLES, type ExportTable } from './exportTables.ts'
import type { Piece, Pieces } from './fillTables.ts'
import type { ImportFault } from './importFault.ts'
import { lineHash } from './lineHash.ts'

/** Of rows in one piece: far below the 2 MB that a bound value may have, at three bytes a character. */
const PIECE_CHARACTERS = 300_000
/** What is older was left by an import that broke off with its worker. */
const LEFT_SECONDS = 3600

/** An export that was read whole, and lies in `import_parts`. */
export interface ReadExport extends Pieces {
  readonly end: ExportEnd
  readonly lines: number
}

/** Where the pieces of an import lie. */
export interface ImportPlace {
  /** Names the import among others that run at the same time. */
  readonly id: string
  /** ISO time. */
  readonly at: string
}

/**
 * Brings an export's lines into `import_parts`, some hundred kilobytes at a time, since it may be larger than the worker's
 * memory; nobody sees them there. Each line is looked at by itself, their order and the hash of all of them.
 */
export async function readParts(db: Database, lines: AsyncIterable<string>, place: ImportPlace): Promise<Result<ReadExport, ImportFault>> {
  await removeParts(db, place)
  const hash = lineHash()
  const pieces = piecesInto(db, place)
  let count = 0
  let order = 0
  let end: ExportEnd | undefined
  for await (const text of lines) {
    count += 1
    const line = text === '' ? undefined : exportLine(text)
    if (line === undefined || end !== undefined || (line.kind === 'format') !== (count === 1))
      return fail({ tag: 'malformed', line: count })
    if (line.kind === 'end') {
      end = line.end
      continue
    }
    await hash.add(text)
    if (line.kind === 'format') continue
    const at = EXPORT_TABLES.indexOf(line.table)
    // A row before what it points to, or a table in two places, is nothing that an export has.
    if (at < order) return fail({ tag: 'malformed', line: count })
    order = at
    await pieces.add(line.table, text, count)
  }
  await pieces.end()
  if (!end) return fail({ tag: 'malformed', line: count + 1 })
  const { contentHash, ...positions } = end
  await hash.add(JSON.stringify(positions))
  return (await hash.end()) === contentHash ? ok({ id: place.id, pieces: pieces.stored, end, lines: count }) : fail({ tag: 'different' })
}

/** Takes the pieces of an import away, and those that another left an hour ago. */
export async function removeParts(db: Database, { id, at }: ImportPlace): Promise<void> {
  const left = new Date(Date.parse(at) - LEFT_SECONDS * 1000).toISOString()
  await db.prepare('DELETE FROM import_parts WHERE import = ? OR at < ?').bind(id, left).all()
}

/** Gathers the rows of a table to pieces. */
function piecesInto(db: Database, { id, at }: ImportPlace) {
  const stored: Piece[] = []
  let table: ExportTable | undefined
  let first = 0
  let waiting: string[] = []
  let characters = 0
  const end = async () => {
    if (!table || waiting.length === 0) return
    const part = stored.length
    await db
      .prepare('INSERT INTO import_parts (import, part, rows, at) VALUES (?, ?, ?, ?)')
      .bind(id, part, `[${waiting.join(',')}]`, at)
      .all()
    stored.push({ part, table, first, rows: waiting.length })
    waiting = []
    characters = 0
  }
  return {
    stored,
    add: async (of: ExportTable, text: string, line: number) => {
      if (of !== table || characters + text.length > PIECE_CHARACTERS) await end()
      if (waiting.length === 0) first = line
      table = of
      waiting.push(text)
      characters += text.length
    },
    end,
  }
}
