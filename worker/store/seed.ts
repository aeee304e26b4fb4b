import type { Register } from '../../shared/register/register.ts'
import type { Role } from '../../shared/wire/session.ts'
import { hashOf } from '../secrets/hashOf.ts'
import { normalCode, selectorOf } from '../secrets/invitationCode.ts'

/** What a fresh database is filled with, by the start script and by tests. */
export interface Seed {
  /** Absent where everything else comes by an import. */
  readonly register?: Register
  readonly periods: readonly { readonly id: string; readonly softDeadline: string; readonly hardDeadline: string }[]
  readonly accounts: readonly { readonly id: string; readonly name: string; readonly role: Role; readonly reporter: string | null }[]
  /** Codes as `mintInvitationCode` makes them; only their hashes go into the database. */
  readonly invitations: readonly { readonly account: string; readonly code: string; readonly expiresAt: string }[]
  /** ISO time. */
  readonly at: string
}

/**
 * SQL statements (without parameters, each below 100 KB) that bring the register, its units, periods, accounts and
 * invitations into a migrated database. Running them again changes nothing that is there, except that accounts take
 * the seed's name and role, and that the seed's fresh invitations are added.
 *
 *     wrangler d1 execute city --local --file seed.sql     (statements joined by ";\n")
 */
export async function seedStatements(seed: Seed): Promise<string[]> {
  const invitations = await Promise.all(
    seed.invitations.map(async ({ account, code, expiresAt }) =>
      insert(
        'invitations',
        ['selector', 'account', 'code_hash', 'created_at', 'expires_at'],
        [selectorOf(code), account, await hashOf(normalCode(code)), seed.at, expiresAt],
      ),
    ),
  )
  return [
    ...(seed.register ? registerStatements(seed.register, seed) : []),
    ...seed.accounts.map(
      (account) =>
        `${insert('accounts', ['id', 'name', 'role', 'reporter', 'active', 'created_at'], [account.id, account.name, account.role, account.reporter, 1, seed.at])}
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, role = excluded.role, reporter = excluded.reporter`,
    ),
    ...invitations,
  ]
}

/** The register, in parts that each stay below the limit of a statement, with its units and periods. */
function registerStatements(register: Register, { at, periods }: Seed): string[] {
  const { id, version, title } = register
  const parts = cut(JSON.stringify(register), 20_000)
  return [
    `DELETE FROM register_parts WHERE id = ${literal(id)}`,
    ...parts.map((part, index) => insert('register_parts', ['id', 'version', 'part', 'body'], [id, version, index, part])),
    `INSERT INTO registers (id, version, title, body, loaded_at) SELECT ${literal(id)}, ${version}, ${literal(title)}, group_concat(body, ''), ${literal(at)}
      FROM (SELECT body FROM register_parts WHERE id = ${literal(id)} AND version = ${version} ORDER BY part) WHERE true ON CONFLICT DO NOTHING`,
    `DELETE FROM register_parts WHERE id = ${literal(id)}`,
    `INSERT INTO units (id, name) SELECT u.value ->> 'id', u.value ->> 'name' FROM registers r, json_each(r.body, '$.units') u
      WHERE r.id = ${literal(id)} AND r.version = ${version} ON CONFLICT (id) DO UPDATE SET name = excluded.name`,
    ...periods.map(
      (period) =>
        `${insert('periods', ['id', 'register_id', 'register_version', 'epoch', 'state', 'soft_deadline', 'hard_deadline'], [period.id, id, version, 1, 'open', period.softDeadline, period.hardDeadline])} ON CONFLICT DO NOTHING`,
    ),
  ]
}

/** Written out, not bound: wrangler runs a file of SQL. */
const insert = (table: string, columns: readonly string[], values: readonly (string | number | null)[]): string =>
  `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${values.map(literal).join(', ')})`

/** A value as SQL writes it. */
function literal(value: string | number | null): string {
  if (value === null) return 'NULL'
  return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`
}

/** Pieces of at most `size` characters that never split a pair of surrogates. */
function cut(text: string, size: number): string[] {
  const characters = [...text]
  return Array.from({ length: Math.ceil(characters.length / size) }, (_, index) =>
    characters.slice(index * size, (index + 1) * size).join(''),
  )
}
