import { fail, ok, type Result } from '../../../shared/base/result.ts'
import { hashOf } from '../../secrets/hashOf.ts'
import { mintInvitationCode, normalCode, selectorOf } from '../../secrets/invitationCode.ts'
import type { Database } from '../database/database.ts'
import { runGuarded } from '../database/runGuarded.ts'
import { type AccountFault, findAccount } from './accounts.ts'
import { type Actor, actBy, stillAllowed } from './actor.ts'
import { auditStatement } from './audit.ts'

/** Remembers a sign-in that begins, and forgets those that never came back. */
export async function beginFlow(db: Database, of: { state: string; at: string; expiresAt: string }): Promise<void> {
  await db.batch([
    db.prepare('DELETE FROM oidc_flows WHERE expires_at <= ?').bind(of.at),
    db.prepare('INSERT INTO oidc_flows (state, expires_at) VALUES (?, ?)').bind(of.state, of.expiresAt),
  ])
}

/** True for the first answer that names a sign-in under way, false ever after: an answer that is repeated gives nothing. */
export async function takeFlow(db: Database, state: string, at: string): Promise<boolean> {
  const taken = await db
    .prepare('DELETE FROM oidc_flows WHERE state = ? RETURNING expires_at AS expiresAt')
    .bind(state)
    .first<{ expiresAt: string }>()
  return taken !== null && taken.expiresAt > at
}

/** Ties an account to what the provider calls the person, or unties it (null); `taken` where another account has that name. */
export async function putIdentity(
  db: Database,
  of: { account: string; issuer: string; identity: string | null; reason: string },
  actor: Actor,
): Promise<Result<void, AccountFault>> {
  if (!(await findAccount(db, of.account, actor.at))) return fail({ tag: 'unknown' })
  const before = await db
    .prepare('SELECT value FROM identities WHERE issuer = ? AND account = ?')
    .bind(of.issuer, of.account)
    .first<{ value: string }>()
  const precondition = {
    sql: 'SELECT NOT EXISTS (SELECT 1 FROM identities WHERE issuer = ? AND value = ? AND account <> ?)',
    values: [of.issuer, of.identity, of.account],
  }
  const done = await runGuarded(db, { ...stillAllowed(actor), precondition }, [
    db.prepare('DELETE FROM identities WHERE issuer = ? AND account = ?').bind(of.issuer, of.account),
    db
      .prepare('INSERT INTO identities (issuer, value, account) SELECT ?1, ?2, ?3 WHERE ?2 IS NOT NULL')
      .bind(of.issuer, of.identity, of.account),
    auditStatement(db, {
      ...actBy(actor),
      act: 'account.identity',
      object: of.account,
      reason: of.reason,
      before: before?.value ?? null,
      after: of.identity,
    }),
  ])
  if (done.ok) return ok(undefined)
  return fail(done.fault.guard === 'precondition' ? { tag: 'taken' } : done.fault)
}

/**
 * A one-time code for the open account that an identity is tied to, exchanged at POST /v1/sessions like an invitation;
 * undefined where there is no such account. Invitations of the account stay as they are.
 */
export async function codeForIdentity(
  db: Database,
  of: { issuer: string; identity: string; at: string; expiresAt: string; requestId: string },
): Promise<string | undefined> {
  const found = await db
    .prepare(
      'SELECT i.account, a.name FROM identities i JOIN accounts a ON a.id = i.account AND a.active = 1 WHERE i.issuer = ? AND i.value = ?',
    )
    .bind(of.issuer, of.identity)
    .first<{ account: string; name: string }>()
  if (!found) return undefined
  const code = mintInvitationCode()
  await db.batch([
    db
      .prepare('INSERT INTO invitations (selector, account, code_hash, created_at, expires_at) VALUES (?, ?, ?, ?, ?)')
      .bind(selectorOf(code), found.account, await hashOf(normalCode(code)), of.at, of.expiresAt),
    auditStatement(db, {
      at: of.at,
      account: found.account,
      accountName: found.name,
      act: 'account.signInByProvider',
      object: found.account,
      reason: null,
      before: null,
      after: { expiresAt: of.expiresAt },
      requestId: of.requestId,
    }),
  ])
  return code
}
