import { ok, type Result } from '../../../shared/base/result.ts'
import type { DocumentRequest } from '../../../shared/wire/document.ts'
import type { Database } from '../database/database.ts'
import { type GuardFault, runGuarded } from '../database/runGuarded.ts'
import { type Actor, actBy, stillAllowed } from '../people/actor.ts'
import { auditStatement } from '../people/audit.ts'
import { dropExpired, mintTicket, spendTicket, type Ticket, whoseLink } from './oneTimeLink.ts'

/** Makes a ticket for one document; recorded in the audit trail. */
export async function makeDocumentLink(
  db: Database,
  period: string,
  asked: DocumentRequest,
  actor: Actor,
): Promise<Result<Ticket, GuardFault>> {
  const { ticket, ticketHash, expiresAt } = await mintTicket(actor)
  const { tokenHash, account } = actor.session
  const done = await runGuarded(db, stillAllowed(actor), [
    dropExpired(db, 'document_links', actor.at),
    db
      .prepare(
        'INSERT INTO document_links (ticket_hash, token_hash, role, period, asked, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
      )
      .bind(ticketHash, tokenHash, account.role, period, JSON.stringify(asked), actor.at, expiresAt),
    auditStatement(db, { ...actBy(actor), act: 'document.link', object: period, reason: null, before: null, after: asked }),
  ])
  return done.ok ? ok({ ticket, expiresAt }) : done
}

/** What was asked for, and by whom. */
export interface UsedDocumentLink {
  readonly period: string
  readonly asked: DocumentRequest
  readonly account: string
  readonly accountName: string
}

/** Uses a ticket up and answers what was asked for; undefined where it opens nothing (any more). */
export async function useDocumentLink(db: Database, ticket: string, at: string): Promise<UsedDocumentLink | undefined> {
  const columns = `period, asked, ${whoseLink('document_links')}`
  const spent = await spendTicket(db, { table: 'document_links', columns }, ticket, at)
  const row = await spent.first<Omit<UsedDocumentLink, 'asked'> & { asked: string }>()
  return row ? { ...row, asked: JSON.parse(row.asked) } : undefined
}
