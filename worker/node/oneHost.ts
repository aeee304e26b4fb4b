import { realpathSync } from 'node:fs'
import { makeFile } from './openDatabase.ts'
import { holdFile } from './sqliteDatabase.ts'

/**
 * Takes a database for this process alone, before it is migrated or read, and answers how to give it back; throws where
 * another host has it. What holds it is a lock of the operating system on a file beside it, which goes with the process
 * however that ends: no number of a dead process is ever believed. Backups and seeds of a served database do not ask.
 */
export function oneHost(database: string): () => void {
  makeFile(database)
  const giveBack = holdFile(`${realpathSync(database)}.host`)
  if (!giveBack) throw new Error(`${database} is served by another host already`)
  return giveBack
}
