import { fail, ok, type Result } from '../../../shared/base/result.ts'
import type { AccountDetail } from '../../../shared/wire/administration.ts'
import type { Role } from '../../../shared/wire/session.ts'
import { hashOf } from '../../secrets/hashOf.ts'
import { mintInvitationCode, normalCode, selectorOf } from '../../secrets/invitationCode.ts'
import type { Database, Statement } from '../database/database.ts'
import { type GuardFault, runGuarded } from '../database/runGuarded.ts'
import { type Actor, actBy, stillAllowed } from './actor.ts'
import { auditStatement } from './audit.ts'
import { FAILURES_AT_ALL } from './sessions.ts'

/** An account as the administration sees it, as of ?1. */
const SELECT = `SELECT a.id, a.name, a.role, a.reporter, u.name AS reporterName, a.active, a.created_at AS createdAt,
  (SELECT count(*) FROM tokens t WHERE t.account = a.id AND t.revoked_at IS NULL) AS devices,
  (SELECT max(created_at) FROM tokens t WHERE t.account = a.id) AS lastSignInAt,
  (SELECT max(expires_at) FROM invitations i WHERE i.account = a.id AND i.used_at IS NULL
    AND i.failures < ${FAILURES_AT_ALL} AND i.expires_at > ?1) AS invitedUntil,
  (SELECT max(value) FROM identities p WHERE p.account = a.id) AS identity
  FROM accounts a LEFT JOIN units u ON u.id = a.reporter`
type Row = Omit<AccountDetail, 'active'> & { active: number }
const detail = (row: Row): AccountDetail => ({ ...row, active: row.active === 1 })

/** All accounts as of `at`, in order of their names in addresses. */
export async function listAccounts(db: Database, at: string): Promise<AccountDetail[]> {
  const { results } = await db.prepare(`${SELECT} ORDER BY a.id`).bind(at).all<Row>()
  return results.map(detail)
}

/** One of them; undefined where there is none. */
export async function findAccount(db: Database, id: string, at: string): Promise<AccountDetail | undefined> {
  const row = await db.prepare(`${SELECT} WHERE a.id = ?2`).bind(at, id).first<Row>()
  return row ? detail(row) : undefined
}

/** Why an account was not made or changed: an id or an identity that is taken, no such account, no such unit. */
export type AccountFault = GuardFault | { readonly tag: 'taken' } | { readonly tag: 'unknown' } | { readonly tag: 'unknownUnit' }

/** An account as it is to be. */
export interface AccountPlan {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly reporter: string | null
  readonly active: boolean
}

/** Makes an account, or changes one; a closed account is signed out everywhere in the same transaction. */
export async function putAccount(
  db: Database,
  plan: AccountPlan,
  how: { create: boolean; reason: string | null },
  actor: Actor,
): Promise<Result<AccountDetail, AccountFault>> {
  const before = await findAccount(db, plan.id, actor.at)
  if (how.create && before) return fail({ tag: 'taken' })
  if (!how.create && !before) return fail({ tag: 'unknown' })
  // A foreign key would refuse it as well, without saying what is wrong.
  if (plan.reporter !== null) {
    const unit = await db.prepare('SELECT 1 AS found FROM units WHERE id = ?').bind(plan.reporter).first()
    if (!unit) return fail({ tag: 'unknownUnit' })
  }
  const precondition = how.create ? { sql: 'SELECT NOT EXISTS (SELECT 1 FROM accounts WHERE id = ?)', values: [plan.id] } : undefined
  const done = await runGuarded(db, { ...stillAllowed(actor), ...(precondition && { precondition }) }, [
    db
      .prepare(
        `INSERT INTO accounts (id, name, role, reporter, active, created_at) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, role = excluded.role, reporter = excluded.reporter, active = excluded.active`,
      )
      .bind(plan.id, plan.name, plan.role, plan.reporter, plan.active ? 1 : 0, actor.at),
    ...(plan.active ? [] : [revokeAll(db, plan.id, actor.at)]),
    auditStatement(db, {
      ...actBy(actor),
      act: how.create ? 'account.make' : 'account.change',
      object: plan.id,
      reason: how.reason,
      before: before ? planOf(before) : null,
      after: plan,
    }),
  ])
  if (!done.ok) return done.fault.guard === 'precondition' ? fail({ tag: 'taken' }) : done
  const after = await findAccount(db, plan.id, actor.at)
  return after ? ok(after) : fail({ tag: 'unknown' })
}

/** What the audit trail records of an account. */
const planOf = ({ id, name, role, reporter, active }: AccountDetail): AccountPlan => ({ id, name, role, reporter, active })

/** Mints a one-time invitation; earlier ones of the account that were not used end with it. The code is shown once. */
export async function inviteAccount(
  db: Database,
  of: { account: string; expiresAt: string },
  actor: Actor,
): Promise<Result<{ code: string; expiresAt: string }, AccountFault>> {
  const account = await findAccount(db, of.account, actor.at)
  if (!account?.active) return fail({ tag: 'unknown' })
  const code = mintInvitationCode()
  const done = await runGuarded(db, stillAllowed(actor), [
    db.prepare('DELETE FROM invitations WHERE account = ? AND used_at IS NULL').bind(of.account),
    db
      .prepare('INSERT INTO invitations (selector, account, code_hash, created_at, expires_at) VALUES (?, ?, ?, ?, ?)')
      .bind(selectorOf(code), of.account, await hashOf(normalCode(code)), actor.at, of.expiresAt),
    auditStatement(db, {
      ...actBy(actor),
      act: 'account.invite',
      object: of.account,
      reason: null,
      before: null,
      after: { expiresAt: of.expiresAt },
    }),
  ])
  return done.ok ? ok({ code, expiresAt: of.expiresAt }) : done
}

/** Signs an account out everywhere, at once. */
export async function revokeSessions(db: Database, account: string, actor: Actor): Promise<Result<void, AccountFault>> {
  if (!(await findAccount(db, account, actor.at))) return fail({ tag: 'unknown' })
  const done = await runGuarded(db, stillAllowed(actor), [
    revokeAll(db, account, actor.at),
    auditStatement(db, { ...actBy(actor), act: 'account.signOut', object: account, reason: null, before: null, after: null }),
  ])
  return done.ok ? ok(undefined) : done
}

/** Ends every session of an account. */
const revokeAll = (db: Database, account: string, at: string): Statement =>
  db.prepare('UPDATE tokens SET revoked_at = ? WHERE account = ? AND revoked_at IS NULL').bind(at, account)
