import { parseArgs } from 'node:util'
import { restoreDatabase } from '../node/backupDatabase.ts'

const USAGE = `npm run -s restore -- --from FILE --database FILE [--sign-out]
Makes a host's database from a backup, brings it to the newest migration and begins a new era, so that every pane pulls
before it sends; prints the hash of its content. The host is stopped, and the database before it moved away, first.
--sign-out ends every session and unused invitation: a backup knows nobody who was signed out after it.`

/** Exit 0: the database is there, whole; 1: it is not; 2: asked wrongly. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { from: { type: 'string' }, database: { type: 'string' }, 'sign-out': { type: 'boolean', default: false } },
  })
  if (!values.from || !values.database) {
    console.error(USAGE)
    return 2
  }
  process.umask(0o077)
  const how = { signOut: values['sign-out'], at: new Date().toISOString() }
  console.log(`${values.database}  content ${await restoreDatabase(values.from, values.database, how)}`)
  return 0
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  return 1
})
