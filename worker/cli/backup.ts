import { parseArgs } from 'node:util'
import { backupDatabase } from '../node/backupDatabase.ts'

const USAGE = `npm run -s backup -- --database FILE --out FILE
Copies the database of a host, which goes on meanwhile, into a new file, checks it, and prints the hash of its content.`

/** Exit 0: the copy is there, whole; 1: it is not; 2: asked wrongly. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { database: { type: 'string' }, out: { type: 'string' } } })
  if (!values.database || !values.out) {
    console.error(USAGE)
    return 2
  }
  process.umask(0o077)
  console.log(`${values.out}  content ${await backupDatabase(values.database, values.out)}`)
  return 0
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  return 1
})
