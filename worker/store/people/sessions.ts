import { fail, ok, type Result } from '../../../shared/base/result.ts'
import type { Device } from '../../../shared/wire/administration.ts'
import type { Account, Role } from '../../../shared/wire/session.ts'
import { hashOf } from '../../secrets/hashOf.ts'
import { normalCode, selectorOf } from '../../secrets/invitationCode.ts'
import { mintToken, tokenOf } from '../../secrets/token.ts'
import { type Answer, type Database, rowOf, type Statement } from '../database/database.ts'

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

/** Failed codes after which an invitation is dead, and an address waits. */
export const FAILURES_PER_INVITATION = 5
/** Of one address, whatever invitations they were tried on. */
export const FAILURES_PER_ADDRESS = 10
/** How long failures count, and an address waits. */
export const ADDRESS_WAIT_SECONDS = 900

/** Why a code gives no session; a wrong one and a used one are answered alike. */
export type RedeemFault = { readonly tag: 'invalid' } | { readonly tag: 'addressWaits'; readonly seconds: number }

/** How long a lost answer can be asked for again with the key that it was asked under. */
const AGAIN_SECONDS = 900

/**
 * Turns a one-time invitation code into a session. Every failure looks alike; failures are counted by invitation and by
 * address. With a random `key` of the client's the token is made of code and key, so that a second delivery is answered
 * the session that the first one made; whoever knows only one of them knows nothing.
 */
export async function redeemInvitation(
  db: Database,
  ask: { code: string; device: string; key?: string | undefined; at: string; address: string; requestId: string },
): Promise<Result<{ token: string; account: Account; era: string }, RedeemFault>> {
  const addressHash = await hashOf(`address:${ask.address}`)
  const since = new Date(Date.parse(ask.at) - ADDRESS_WAIT_SECONDS * 1000).toISOString()
  const failures = await db
    .prepare('SELECT count(*) AS n FROM failed_codes WHERE address_hash = ? AND at > ?')
    .bind(addressHash, since)
    .first<{ n: number }>()
  if (failures && failures.n >= FAILURES_PER_ADDRESS) return fail({ tag: 'addressWaits', seconds: ADDRESS_WAIT_SECONDS })

  const selector = selectorOf(ask.code)
  const code = normalCode(ask.code)
  // A code of spaces and dashes only names no invitation, and no key can be made of it: a token nobody gets stands in.
  const token = ask.key === undefined || code === '' ? mintToken() : await tokenOf(code, ask.key)
  const tokenHash = await hashOf(token)
  const codeHash = await hashOf(code)
  // One batch: of two requests with one code the first makes the token, and the second finds it used.
  const usable = 'selector = ? AND code_hash = ? AND used_at IS NULL AND expires_at > ? AND failures < ?'
  const [, , found] = await db.batch<AccountRow & { era: string }>([
    db
      .prepare(
        `INSERT INTO tokens (token_hash, id, account, device, created_at)
        SELECT ?, lower(hex(randomblob(8))), account, ?, ? FROM invitations JOIN accounts a ON a.id = account AND a.active = 1 WHERE ${usable}`,
      )
      .bind(tokenHash, ask.device, ask.at, selector, codeHash, ask.at, FAILURES_PER_INVITATION),
    db
      .prepare(`UPDATE invitations SET used_at = ? WHERE ${usable} AND EXISTS (SELECT 1 FROM tokens WHERE token_hash = ?)`)
      .bind(ask.at, selector, codeHash, ask.at, FAILURES_PER_INVITATION, tokenHash),
    db
      .prepare(
        `SELECT ${ACCOUNT}, (SELECT era FROM city) AS era FROM tokens t JOIN accounts a ON a.id = t.account
        LEFT JOIN units u ON u.id = a.reporter WHERE t.token_hash = ? AND t.revoked_at IS NULL AND a.active = 1 AND t.created_at > ?`,
      )
      .bind(tokenHash, new Date(Date.parse(ask.at) - AGAIN_SECONDS * 1000).toISOString()),
    db
      .prepare(
        'UPDATE invitations SET failures = failures + 1 WHERE selector = ? AND NOT EXISTS (SELECT 1 FROM tokens WHERE token_hash = ?)',
      )
      .bind(selector, tokenHash),
    db
      .prepare(
        `INSERT INTO failed_codes (address_hash, at, request_id)
        SELECT ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM tokens WHERE token_hash = ?)`,
      )
      .bind(addressHash, ask.at, ask.requestId, tokenHash),
    db.prepare('DELETE FROM failed_codes WHERE at < ?').bind(since),
  ])
  const row = found?.results[0]
  return row ? ok({ token, account: accountOf(row), era: row.era }) : fail({ tag: 'invalid' })
}

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
