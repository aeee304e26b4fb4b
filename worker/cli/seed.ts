import { writeFileSync } from 'node:fs'
import { chinaDay } from '../../shared/quantity/dates/chinaDay.ts'
import { register2021 } from '../../shared/register/year2021/register2021.ts'
import { openDatabase } from '../node/openDatabase.ts'
import { mintInvitationCode } from '../secrets/invitationCode.ts'
import { applySeed } from '../store/applySeed.ts'
import { type Seed, seedStatements } from '../store/seed.ts'
import { askDays, askMonths } from './askedTime.ts'
import { type Asked, runCommand, WrongUse } from './commandLine.ts'
import { readRegister } from './report/readRegister.ts'

const USAGE = `npm run -s seed -- (--out seed.sql | --database FILE) --period YYYY-MM --soft YYYY-MM-DD --hard YYYY-MM-DD [--register FILE] [--days 7]

Puts a first register, period, administrator and coordinator into the database of a host (npm run host), made where it
is not there; or writes the statements that do so in a migrated D1 (wrangler d1 execute city-production --env production
--remote --file seed.sql). Prints their one-time codes.

npm run -s seed -- (--out seed.sql | --database FILE) --administrator-only [--days 7]

The administrator alone: to import an export into, or to let the administrator in again.

Only hashes of the codes go into the database. Exit 0: written; 2: asked wrongly.`

const OPTIONS = {
  out: { type: 'string' },
  database: { type: 'string' },
  period: { type: 'string' },
  soft: { type: 'string' },
  hard: { type: 'string' },
  register: { type: 'string' },
  days: { type: 'string', default: '7' },
  'administrator-only': { type: 'boolean', default: false },
} as const

const DAY = 86_400_000

/** The register and its first period. Throws `WrongUse` where the period is not named, or a day or the register is none. */
function cityOf({ period, soft, hard, register: file }: Asked<typeof OPTIONS>['values']) {
  if (!period || !soft || !hard) throw new WrongUse('Which period, and which deadlines of it?')
  askMonths({ period })
  askDays({ soft, hard })
  if (hard < soft) throw new WrongUse(`--hard ${hard} is before --soft ${soft}.`)
  const register = file ? readRegister(file) : register2021
  if (typeof register === 'string') throw new WrongUse(register)
  return { register, periods: [{ id: period, softDeadline: soft, hardDeadline: hard }] }
}

async function seedFile(database: string, seed: Seed): Promise<void> {
  process.umask(0o077)
  const { db } = await openDatabase(database)
  try {
    await applySeed(db, seed)
  } finally {
    db.close()
  }
}

await runCommand({ usage: USAGE, options: OPTIONS }, async ({ values }) => {
  const { out, database } = values
  const days = Number(values.days)
  if (!out === !database) throw new WrongUse('Into a file of statements, or into a database?')
  if (!(days > 0)) throw new WrongUse(`--days ${values.days} is no number of days.`)
  const city = values['administrator-only'] ? { periods: [] } : cityOf(values)
  const now = new Date()
  const accounts = [
    { id: 'administrator', name: '系统管理员', role: 'administrator' as const, reporter: null },
    ...(city.periods.length > 0 ? [{ id: 'coordinator', name: '督查室', role: 'coordinator' as const, reporter: null }] : []),
  ].map((account) => ({ ...account, code: mintInvitationCode() }))
  const expiresAt = new Date(now.getTime() + days * DAY).toISOString()
  const seed: Seed = {
    ...city,
    accounts,
    invitations: accounts.map(({ id, code }) => ({ account: id, code, expiresAt })),
    at: now.toISOString(),
  }
  if (out) writeFileSync(out, `${(await seedStatements(seed)).join(';\n')};\n`)
  if (database) await seedFile(database, seed)
  for (const { role, code } of accounts) console.log(`${role.padEnd(13)}  ${code}  (until ${chinaDay(expiresAt)})`)
  return 0
})
