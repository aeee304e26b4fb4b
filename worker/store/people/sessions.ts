import { fail, ok, type Result } from '../../../shared/base/result.ts'
import type { Device } from '../../../shared/wire/administration.ts'
import type { Account, Role } from '../../../shared/wire/session.ts'
import { hashOf } from '../../secrets/hashOf.ts'
import { normalCode, selectorOf } from '../../secrets/invitationCode.ts'
import { mintToken, tokenOf } from '../../secrets/token.ts'
import { type Answer, type Database, firstRow, rowOf, type Statement } from '../database/database.ts'
import { prepareNamed } from '../database/prepareNamed.ts'

/** Who asks: the account, and the hash of the token that it was found by. */
export interface Session {
  readonly account: Account
  readonly tokenHash: string
  /** The device's id in the list of devices. */
  readonly device: string
}

/** A row of `accounts` with its unit's name. */
interface AccountRow {
  id: string
  name: string
  role: Role
  reporter: string | null
  reporter_name: string | null
}
const ACCOUNT = 'a.id, a.name, a.role, a.reporter, u.name AS reporter_name'
const accountOf = (row: AccountRow): Account => ({
  id: row.id,
  name: row.name,
  role: row.role,
  reporter: row.reporter,
  reporterName: row.reporter_name,
})

/** A session, and what was read in the same round trip for its request. */
export interface FoundSession {
  readonly session: Session
  readonly read: readonly Answer[]
}

/**
 * Looks the token's hash up, at each request, so that revocation acts at once; undefined where it gives no access.
 * `alongside` is read in the same round trip, and given to nobody but a session.
 */
export async function findSession(
  db: Database,
  tokenHash: string,
  alongside: readonly Statement[] = [],
): Promise<FoundSession | undefined> {
  const lookUp = db
    .prepare(
      `SELECT ${ACCOUNT}, t.id AS device FROM tokens t JOIN accounts a ON a.id = t.account LEFT JOIN units u ON u.id = a.reporter
      WHERE t.token_hash = ? AND t.revoked_at IS NULL AND a.active = 1`,
    )
    .bind(tokenHash)
  const [found, ...read] = alongside.length === 0 ? [await lookUp.all<unknown>()] : await db.batch<unknown>([lookUp, ...alongside])
  const row = rowOf<AccountRow & { device: string }>(found)
  return row ? { session: { account: accountOf(row), tokenHash, device: row.device }, read } : undefined
}

/** Wrong tries of one code after which it waits, and of one address, whatever codes they were; each further one doubles the wait. */
export const FAILURES_PER_INVITATION = 5
export const FAILURES_PER_ADDRESS = 10
/** Wrong tries after which a code is dead: at the waits before them that takes hours. */
export const FAILURES_AT_ALL = 20
/** The first wait and the longest, and how long an address's failures count. */
const [FIRST_WAIT, LONGEST_WAIT, FAILURES_COUNT] = [15, 900, 3600]

/** Why a code gives no session; a wrong one and a used one are answered alike. */
export type RedeemFault = { readonly tag: 'invalid' } | { readonly tag: 'waits'; readonly seconds: number }

/** SQL of the seconds to wait after so many failures, the first of which makes wait. */
const waitSql = (failures: string, from: number): string => `min(${LONGEST_WAIT}, ${FIRST_WAIT} << min(max(${failures} - ${from}, 0), 10))`
const laterSql = (at: string, seconds: string): string => `strftime('%Y-%m-%dT%H:%M:%fZ', ${at}, '+' || ${seconds} || ' seconds')`

/** One row: until when the code :selector and the address :address wait, as it stands before this try; NULL where they do not. */
const WAITS = `SELECT (SELECT waits_until FROM invitations WHERE selector = :selector AND waits_until > :at) AS code,
  (SELECT CASE WHEN count(*) >= ${FAILURES_PER_ADDRESS} AND ${laterSql('max(at)', waitSql('count(*)', FAILURES_PER_ADDRESS))} > :at
    THEN ${laterSql('max(at)', waitSql('count(*)', FAILURES_PER_ADDRESS))} END
    FROM failed_codes WHERE address_hash = :address AND at > :since) AS address`

/** How long a lost answer can be asked for again with the key that it was asked under. */
const AGAIN_SECONDS = 900

/**
 * Turns a one-time invitation code into a session. Every failure looks alike; failures are counted by code and by address,
 * and make wait: a code that waits is not judged, from wherever it is tried. An address that waits is told so instead of
 * that a code is wrong, while a right one is let in: colleagues share an address, and nobody locks them out. With a random
 * `key` of the client's the token is made of code and key, so that a second delivery is answered the session that the first
 * one made; whoever knows only one of them knows nothing.
 */
export async function redeemInvitation(
  db: Database,
  ask: { code: string; device: string; key?: string | undefined; at: string; address: string; requestId: string },
): Promise<Result<{ token: string; account: Account; era: string }, RedeemFault>> {
  const code = normalCode(ask.code)
  // A code of spaces and dashes only names no invitation, and no key can be made of it: a token nobody gets stands in.
  const token = ask.key === undefined || code === '' ? mintToken() : await tokenOf(code, ask.key)
  const before = (seconds: number) => new Date(Date.parse(ask.at) - seconds * 1000).toISOString()
  const values = {
    selector: selectorOf(ask.code),
    hash: await hashOf(code),
    token: await hashOf(token),
    address: await hashOf(`address:${ask.address}`),
    device: ask.device,
    at: ask.at,
    since: before(FAILURES_COUNT),
    again: before(AGAIN_SECONDS),
    request: ask.requestId,
  }
  // One batch: of two requests with one code the first makes the token, and the second finds it used; of a thousand wrong ones
  // at once those after the fifth find that the code waits.
  const [waited, , , found] = await db.batch<Record<string, unknown>>(REDEEM.map((sql) => prepareNamed(db, sql, namedIn(sql, values))))
  const row = rowOf<AccountRow & { era: string }>(found)
  if (row) return ok({ token, account: accountOf(row), era: row.era })
  const waits = firstRow<{ code: string | null; address: string | null }>(waited)
  const until = waits.code ?? waits.address
  if (until === null) return fail({ tag: 'invalid' })
  return fail({ tag: 'waits', seconds: Math.max(1, Math.ceil((Date.parse(until) - Date.parse(ask.at)) / 1000)) })
}

const JUDGED = '(waits_until IS NULL OR waits_until <= :at)'
const USABLE = `selector = :selector AND code_hash = :hash AND used_at IS NULL AND expires_at > :at AND failures < ${FAILURES_AT_ALL} AND ${JUDGED}`
const NOBODY = 'NOT EXISTS (SELECT 1 FROM tokens WHERE token_hash = :token)'

/** The statements of a try, in their order. */
const REDEEM: readonly string[] = [
  WAITS,
  `INSERT INTO tokens (token_hash, id, account, device, created_at)
    SELECT :token, lower(hex(randomblob(8))), account, :device, :at FROM invitations JOIN accounts a ON a.id = account AND a.active = 1 WHERE ${USABLE}`,
  `UPDATE invitations SET used_at = :at WHERE ${USABLE} AND EXISTS (SELECT 1 FROM tokens WHERE token_hash = :token)`,
  `SELECT ${ACCOUNT}, (SELECT era FROM city) AS era FROM tokens t JOIN accounts a ON a.id = t.account
    LEFT JOIN units u ON u.id = a.reporter WHERE t.token_hash = :token AND t.revoked_at IS NULL AND a.active = 1 AND t.created_at > :again`,
  // Counted where it was judged, and of an address that does not wait: neither wait is drawn out by trying. Before the code is, since it may wait from then on.
  `INSERT INTO failed_codes (address_hash, at, request_id) SELECT :address, :at, :request FROM (${WAITS}) WHERE code IS NULL AND address IS NULL AND ${NOBODY}`,
  `UPDATE invitations SET failures = failures + 1, waits_until = CASE WHEN failures + 1 >= ${FAILURES_PER_INVITATION}
    THEN ${laterSql(':at', waitSql('failures + 1', FAILURES_PER_INVITATION))} END WHERE selector = :selector AND ${JUDGED} AND ${NOBODY}`,
  'DELETE FROM failed_codes WHERE at < :since',
]

/** Those of the values that a statement names. */
const namedIn = (sql: string, values: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(values).filter(([name]) => new RegExp(`:${name}\\b`).test(sql)))

/** The devices of an account that are signed in, newest first. */
export async function listDevices(db: Database, account: string): Promise<readonly Omit<Device, 'current'>[]> {
  const { results } = await db
    .prepare('SELECT id, device, created_at AS createdAt FROM tokens WHERE account = ? AND revoked_at IS NULL ORDER BY created_at DESC, id')
    .bind(account)
    .all<Omit<Device, 'current'>>()
  return results
}

/** Ends one device's session of an account; false where it has no such device. */
export async function revokeDevice(db: Database, account: string, device: string, at: string): Promise<boolean> {
  const [found] = await db.batch([
    db.prepare('SELECT 1 FROM tokens WHERE account = ? AND id = ? AND revoked_at IS NULL').bind(account, device),
    db.prepare('UPDATE tokens SET revoked_at = ? WHERE account = ? AND id = ? AND revoked_at IS NULL').bind(at, account, device),
  ])
  return (found?.results.length ?? 0) > 0
}
