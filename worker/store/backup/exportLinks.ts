import { ok, type Result } from '../../../shared/base/result.ts'
import type { Database } from '../database/database.ts'
import { type GuardFault, runGuarded } from '../database/runGuarded.ts'
import { hashOf, mintToken } from '../database/secrets.ts'
import { LINK_SECONDS } from '../documentLinks.ts'
import { type Actor, actBy, stillAllowed } from '../people/actor.ts'
import { auditStatement } from '../people/audit.ts'

/** Makes a ticket of 256 random bits for one export, told once; recorded in the audit trail. Expired ones go. */
export async function makeExportLink(db: Database, actor: Actor): Promise<Result<{ ticket: string; expiresAt: string }, GuardFault>> {
  const ticket = mintToken()
  const expiresAt = new Date(Date.parse(actor.at) + LINK_SECONDS * 1000).toISOString()
  const { tokenHash, account } = actor.session
  const done = await runGuarded(db, stillAllowed(actor), [
    db.prepare('DELETE FROM export_links WHERE expires_at <= ?').bind(actor.at),
    db
      .prepare('INSERT INTO export_links (ticket_hash, token_hash, role, created_at, expires_at) VALUES (?, ?, ?, ?, ?)')
      .bind(await hashOf(ticket), tokenHash, account.role, actor.at, expiresAt),
    auditStatement(db, { ...actBy(actor), act: 'city.exportLink', object: 'city', reason: null, before: null, after: { expiresAt } }),
  ])
  return done.ok ? ok({ ticket, expiresAt }) : done
}

/**
 * Uses a ticket up and answers whose it was: in one statement, so that of two requests one gets it. Undefined where it is
 * unknown, used or expired, or where who made it was signed out, closed or given another role since.
 */
export async function useExportLink(db: Database, ticket: string, at: string): Promise<{ account: string } | undefined> {
  const row = await db
    .prepare(
      `UPDATE export_links SET used_at = ?1 WHERE ticket_hash = ?2 AND used_at IS NULL AND expires_at > ?1
      AND EXISTS (SELECT 1 FROM tokens t JOIN accounts a ON a.id = t.account
        WHERE t.token_hash = export_links.token_hash AND t.revoked_at IS NULL AND a.active = 1 AND a.role = export_links.role)
      RETURNING (SELECT account FROM tokens t WHERE t.token_hash = export_links.token_hash) AS account`,
    )
    .bind(at, await hashOf(ticket))
    .first<{ account: string }>()
  return row ?? undefined
}
