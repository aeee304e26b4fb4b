import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { register2021 } from '../../shared/register/register2021.ts'
import { mintInvitationCode } from '../store/secrets.ts'
import { seedStatements } from '../store/seed.ts'
import { readRegister } from './report/readRegister.ts'

const USAGE = `npm run -s seed -- --out seed.sql --period YYYY-MM --soft YYYY-MM-DD --hard YYYY-MM-DD [--register FILE] [--days 7]
Writes the statements that put a first register, period, administrator and coordinator into a migrated database
(wrangler d1 execute city-production --env production --remote --file seed.sql), and prints their one-time codes.`

/** The first contents of a city's database, as SQL. Only hashes of the codes go into the file. Exit 0: written; 2: asked wrongly. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      period: { type: 'string' },
      soft: { type: 'string' },
      hard: { type: 'string' },
      register: { type: 'string' },
      days: { type: 'string', default: '7' },
    },
  })
  const { out, period, soft, hard } = values
  const days = Number(values.days)
  if (!out || !period || !soft || !hard || !(days > 0)) {
    console.error(USAGE)
    return 2
  }
  const register = values.register ? readRegister(values.register) : register2021
  if (typeof register === 'string') {
    console.error(register)
    return 2
  }
  const now = new Date()
  const accounts = [
    { id: 'administrator', name: '系统管理员', role: 'administrator' as const, reporter: null },
    { id: 'coordinator', name: '督查室', role: 'coordinator' as const, reporter: null },
  ].map((account) => ({ ...account, code: mintInvitationCode() }))
  const expiresAt = new Date(now.getTime() + days * 86_400_000).toISOString()
  const statements = await seedStatements({
    register,
    periods: [{ id: period, softDeadline: soft, hardDeadline: hard }],
    accounts,
    invitations: accounts.map(({ id, code }) => ({ account: id, code, expiresAt })),
    at: now.toISOString(),
  })
  writeFileSync(out, `${statements.join(';\n')};\n`)
  for (const { role, code } of accounts) console.log(`${role.padEnd(13)}  ${code}  (until ${expiresAt.slice(0, 10)})`)
  return 0
}

process.exitCode = await main()
