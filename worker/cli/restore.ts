import { restoreDatabase } from '../node/backupDatabase.ts'
import { runCommand, WrongUse } from './commandLine.ts'

const USAGE = `npm run -s restore -- --from FILE --database FILE [--before FILE] [--sign-out]

Makes a host's database from a backup, brings it to the newest migration and begins a new era, so that every pane pulls
before it sends; prints the hash of its content. The host is stopped, and the database before it moved away, first.
The audit trail says from which backup, and what is lost by it:
--before FILE  the database as it was, moved away: what it has and the backup has not is counted and named.
--sign-out     ends every session and unused invitation: a backup knows nobody who was signed out after it.
Exit 0: the database is there, whole; 1: it is not; 2: asked wrongly.`

const OPTIONS = {
  from: { type: 'string' },
  database: { type: 'string' },
  before: { type: 'string' },
  'sign-out': { type: 'boolean', default: false },
} as const

await runCommand({ usage: USAGE, options: OPTIONS }, async ({ values }) => {
  const { from, database, before } = values
  if (!from || !database) throw new WrongUse('From which backup, into which database?')
  process.umask(0o077)
  const how = { signOut: values['sign-out'], at: new Date().toISOString(), before }
  console.log(`${database}  content ${await restoreDatabase(from, database, how)}`)
  return 0
})
