import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { register2021 } from '../../shared/register/year2021/register2021.ts'
import { openDatabase } from '../node/openDatabase.ts'
import { applySeed } from '../store/applySeed.ts'
import { mintInvitationCode } from '../store/database/secrets.ts'
import { type Seed, seedStatements } from '../store/seed.ts'
import { readRegister } from './report/readRegister.ts'

const USAGE = `npm run -s seed -- (--out seed.sql | --database FILE) --period YYYY-MM --soft YYYY-MM-DD --hard YYYY-MM-DD [--register FILE] [--days 7]
Puts a first register, period, administrator and coordinator into the database of a host (npm run host), made where it
is not there; or writes the statements that do so in a migrated D1 (wrangler d1 execute city-production --env production
--remote --file seed.sql). Prints their one-time codes.

npm run -s seed -- (--out seed.sql | --database FILE) --administrator-only [--days 7]
The administrator alone: to import an export into, or to let the administrator in again.`

/** The first contents of a city's database. Only hashes of the codes go into it. Exit 0: written; 2: asked wrongly. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      database: { type: 'string' },
      period: { type: 'string' },
      soft: { type: 'string' },
      hard: { type: 'string' },
      register: { type: 'string' },
      days: { type: 'string', default: '7' },
      'administrator-only': { type: 'boolean', default: false },
    },
  })
  const { out, database } = values
  const days = Number(values.days)
  const city = values['administrator-only'] ? { periods: [] } : cityOf(values)
  if (!out === !database || city === undefined || !(days > 0)) {
    console.error(USAGE)
    return 2
  }
  if (typeof city === 'string') {
    console.error(city)
    return 2
  }
  const now = new Date()
  const accounts = [
    { id: 'administrator', name: '系统管理员', role: 'administrator' as const, reporter: null },
    ...(city.periods.length > 0 ? [{ id: 'coordinator', name: '督查室', role: 'coordinator' as const, reporter: null }] : []),
  ].map((account) => ({ ...account, code: mintInvitationCode() }))
  const expiresAt = new Date(now.getTime() + days * 86_400_000).toISOString()
  const seed: Seed = {
    ...city,
    accounts,
    invitations: accounts.map(({ id, code }) => ({ account: id, code, expiresAt })),
    at: now.toISOString(),
  }
  if (out) writeFileSync(out, `${(await seedStatements(seed)).join(';\n')};\n`)
  if (database) await seedFile(database, seed)
  for (const { role, code } of accounts) console.log(`${role.padEnd(13)}  ${code}  (until ${expiresAt.slice(0, 10)})`)
  return 0
}

/** The register and its first period; a sentence where the register cannot be read, undefined where the period is not told. */
function cityOf({ period, soft, hard, register: file }: { period?: string; soft?: string; hard?: string; register?: string }) {
  if (!period || !soft || !hard) return undefined
  const register = file ? readRegister(file) : register2021
  return typeof register === 'string' ? register : { register, periods: [{ id: period, softDeadline: soft, hardDeadline: hard }] }
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

process.exitCode = await main()
