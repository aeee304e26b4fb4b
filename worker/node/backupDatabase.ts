import { closeSync, existsSync, fsyncSync, openSync, readdirSync, readSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beginEra } from '../store/backup/beginEra.ts'
import { contentHash, exportEnd } from '../store/backup/exportCity.ts'
import { type LostActs, lostActs } from '../store/backup/lostActs.ts'
import { openDatabase } from './openDatabase.ts'
import { type SqliteDatabase, sqliteDatabase } from './sqliteDatabase.ts'

const LEFT_MS = 3_600_000
const SQLITE_HEAD = 'SQLite format 3\0'

/**
 * Copies the database in `from` to the new file `to`, while the host goes on; answers the hash of the content of the
 * copy. The copy is whole or not there: it is checked and on the disk before it gets its name. Throws where `from`
 * is not there or unsound, or `to` is there already.
 */
export const backupDatabase = (from: string, to: string): Promise<string> => copy(from, to, { readOnly: false }, (db) => contentHash(db))

/** How a backup is put back. */
export interface RestoreWish {
  readonly signOut: boolean
  /** ISO time. */
  readonly at: string
  /** The database that it takes the place of, moved away: what it has and the backup has not is named as lost. */
  readonly before: string | undefined
}

/**
 * Makes the database `to` from a backup: brought to the newest migration, in another era, and with the restoration in its
 * audit trail; answers the hash of the backup's content. Throws as `backupDatabase` does, and where `before` cannot be read.
 */
export const restoreDatabase = (from: string, to: string, { signOut, at, before }: RestoreWish): Promise<string> =>
  copy(from, to, { readOnly: true }, async (_, part) => {
    // The backup itself is the copy of how it was.
    const { db, copied } = await openDatabase(part)
    if (copied !== undefined) rmSync(copied, { force: true })
    try {
      const { contentHash: hash, until } = await exportEnd(db)
      await beginEra(db, { signOut, at, contentHash: hash, until, lost: before === undefined ? null : await lostIn(before, db) })
      return hash
    } finally {
      db.close()
    }
  })

async function lostIn(before: string, backup: SqliteDatabase): Promise<LostActs> {
  if (!existsSync(before)) throw new Error(`${before} is not there`)
  const db = sqliteDatabase(before, { readOnly: true })
  try {
    return await lostActs(db, backup)
  } finally {
    db.close()
  }
}

async function copy(
  from: string,
  to: string,
  how: { readonly readOnly: boolean },
  then: (db: SqliteDatabase, part: string) => Promise<string>,
): Promise<string> {
  if (!existsSync(from)) throw new Error(`${from} is not there`)
  for (const taken of [to, `${to}-wal`, `${to}-shm`])
    if (existsSync(taken)) throw new Error(`${taken} is there already: move it away first`)
  const part = `${to}.part`
  removeParts(part)
  removeLeft(dirname(to))
  try {
    const source = sqliteDatabase(from, how)
    try {
      source.copyTo(part)
    } finally {
      source.close()
    }
    const db = sqliteDatabase(part, { readOnly: true })
    let hash: string
    try {
      const faults = db.findFaults()
      if (faults.length > 0) throw new Error(`the database is unsound: ${faults.slice(0, 3).join('; ')}`)
      hash = await then(db, part)
    } finally {
      db.close()
    }
    // On the disk before it has its name: a backup that is there is whole.
    flush(part)
    renameSync(part, to)
    return hash
  } finally {
    removeParts(part)
  }
}

const removeParts = (part: string) => {
  for (const file of [part, `${part}-wal`, `${part}-shm`]) rmSync(file, { force: true })
}

/** Copies that broke off with their process, of any name: of an hour ago, and of SQLite. */
function removeLeft(folder: string): void {
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.part'))) {
    const part = join(folder, name)
    if (Date.now() - statSync(part).mtimeMs > LEFT_MS && isSqlite(part)) removeParts(part)
  }
}

function isSqlite(file: string): boolean {
  const open = openSync(file, 'r')
  try {
    const head = new Uint8Array(SQLITE_HEAD.length)
    const length = readSync(open, head)
    return length === 0 || new TextDecoder().decode(head) === SQLITE_HEAD
  } finally {
    closeSync(open)
  }
}

function flush(file: string): void {
  const open = openSync(file, 'r+')
  fsyncSync(open)
  closeSync(open)
}
