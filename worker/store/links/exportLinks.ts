import { ok, type Result } from '../../../shared/base/result.ts'
import type { Database } from '../database/database.ts'
import { type GuardFault, runGuarded } from '../database/runGuarded.ts'
import { type Actor, actBy, stillAllowed } from '../people/actor.ts'
import { auditStatement } from '../people/audit.ts'
import { dropExpired, mintTicket, spendTicket, type Ticket, whoseLink } from './oneTimeLink.ts'

/** Makes a ticket for one export; recorded in the audit trail. */
export async function makeExportLink(db: Database, actor: Actor): Promise<Result<Ticket, GuardFault>> {
  const { ticket, ticketHash, expiresAt } = await mintTicket(actor)
  const { tokenHash, account } = actor.session
  const done = await runGuarded(db, stillAllowed(actor), [
    dropExpired(db, 'export_links', actor.at),
    db
      .prepare('INSERT INTO export_links (ticket_hash, token_hash, role, created_at, expires_at) VALUES (?, ?, ?, ?, ?)')
      .bind(ticketHash, tokenHash, account.role, actor.at, expiresAt),
    auditStatement(db, { ...actBy(actor), act: 'city.exportLink', object: 'city', reason: null, before: null, after: { expiresAt } }),
  ])
  return done.ok ? ok({ ticket, expiresAt }) : done
}

/** Uses a ticket up and answers whose it was; undefined where it opens nothing (any more). */
export async function useExportLink(
  db: Database,
  ticket: string,
  at: string,
): Promise<{ account: string; accountName: string } | undefined> {
  const spent = await spendTicket(db, { table: 'export_links', columns: whoseLink('export_links') }, ticket, at)
  return (await spent.first<{ account: string; accountName: string }>()) ?? undefined
}
