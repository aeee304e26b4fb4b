import { backupDatabase } from '../node/backupDatabase.ts'
import { runCommand, WrongUse } from './commandLine.ts'

const USAGE = `npm run -s backup -- --database FILE --out FILE

Copies the database of a host, which goes on meanwhile, into a new file, checks it, and prints the hash of its content.
Exit 0: the copy is there, whole; 1: it is not; 2: asked wrongly.`

await runCommand({ usage: USAGE, options: { database: { type: 'string' }, out: { type: 'string' } } }, async ({ values }) => {
  const { database, out } = values
  if (!database || !out) throw new WrongUse('Which database, and into which file?')
  // A backup holds people's names: nobody but its owner reads it.
  process.umask(0o077)
  console.log(`${out}  content ${await backupDatabase(database, out)}`)
  return 0
})
