import { ok, type Result } from '../../shared/base/result.ts'
import type { DocumentRequest } from '../../shared/wire/document.ts'
import type { Database } from './database/database.ts'
import { type GuardFault, runGuarded } from './database/runGuarded.ts'
import { hashOf, mintToken } from './database/secrets.ts'
import { type Actor, actBy, stillAllowed } from './people/actor.ts'
import { auditStatement } from './people/audit.ts'

/** How long a link waits to be opened. */
export const LINK_SECONDS = 300

/** Makes a ticket of 256 random bits for one document, told once; recorded in the audit trail. Expired ones go. */
export async function makeDocumentLink(
  db: Database,
  period: string,
  asked: DocumentRequest,
  actor: Actor,
): Promise<Result<{ ticket: string; expiresAt: string }, GuardFault>> {
  const ticket = mintToken()
  const expiresAt = new Date(Date.parse(actor.at) + LINK_SECONDS * 1000).toISOString()
  const { tokenHash, account } = actor.session
  const done = await runGuarded(db, stillAllowed(actor), [
    db.prepare('DELETE FROM document_links WHERE expires_at <= ?').bind(actor.at),
    db
      .prepare(
        'INSERT INTO document_links (ticket_hash, token_hash, role, period, asked, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
      )
      .bind(await hashOf(ticket), tokenHash, account.role, period, JSON.stringify(asked), actor.at, expiresAt),
    auditStatement(db, { ...actBy(actor), act: 'document.link', object: period, reason: null, before: null, after: asked }),
  ])
  return done.ok ? ok({ ticket, expiresAt }) : done
}

/**
 * Uses a ticket up and answers what was asked for: in one statement, so that of two requests one gets it. Undefined
 * where it is unknown, used or expired, or where who made it was signed out, closed or given another role since.
 */
export async function useDocumentLink(
  db: Database,
  ticket: string,
  at: string,
): Promise<{ period: string; asked: DocumentRequest } | undefined> {
  const row = await db
    .prepare(
      `UPDATE document_links SET used_at = ?1 WHERE ticket_hash = ?2 AND used_at IS NULL AND expires_at > ?1
      AND EXISTS (SELECT 1 FROM tokens t JOIN accounts a ON a.id = t.account
        WHERE t.token_hash = document_links.token_hash AND t.revoked_at IS NULL AND a.active = 1 AND a.role = document_links.role)
      RETURNING period, asked`,
    )
    .bind(at, await hashOf(ticket))
    .first<{ period: string; asked: string }>()
  return row ? { period: row.period, asked: JSON.parse(row.asked) as DocumentRequest } : undefined
}
