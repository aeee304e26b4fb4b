import { hashOf } from '../../secrets/hashOf.ts'
import { mintToken } from '../../secrets/token.ts'
import type { Database, Statement } from '../database/database.ts'
import type { Actor } from '../people/actor.ts'

/** How long a link waits to be opened. */
export const LINK_SECONDS = 300

/** What a browser can open without a token: 256 random bits, shown once; of it the database has only the hash. */
export interface Ticket {
  readonly ticket: string
  readonly expiresAt: string
}

/** A new ticket, good for `LINK_SECONDS`. */
export async function mintTicket({ at }: Actor): Promise<Ticket & { readonly ticketHash: string }> {
  const ticket = mintToken()
  const expiresAt = new Date(Date.parse(at) + LINK_SECONDS * 1000).toISOString()
  return { ticket, ticketHash: await hashOf(ticket), expiresAt }
}

type LinkTable = 'document_links' | 'export_links'

/** Columns `account` and `accountName` of a spent link: who asked for it. */
export const whoseLink = (table: LinkTable): string => {
  const whose = (column: string) =>
    `(SELECT a.${column} FROM tokens t JOIN accounts a ON a.id = t.account WHERE t.token_hash = ${table}.token_hash)`
  return `${whose('id')} AS account, ${whose('name')} AS accountName`
}

/** Expired links go when the next one is made: nobody else would miss them. */
export const dropExpired = (db: Database, table: LinkTable, at: string): Statement =>
  db.prepare(`DELETE FROM ${table} WHERE expires_at <= ?`).bind(at)

/**
 * Uses a ticket up and answers columns of its row: in one statement, so that of two requests one gets it. No row where it
 * is unknown, used or expired, or where who made it was signed out, closed or given another role since.
 */
export const spendTicket = async (
  db: Database,
  link: { readonly table: LinkTable; readonly columns: string },
  ticket: string,
  at: string,
): Promise<Statement> =>
  db
    .prepare(
      `UPDATE ${link.table} SET used_at = ?1 WHERE ticket_hash = ?2 AND used_at IS NULL AND expires_at > ?1
      AND EXISTS (SELECT 1 FROM tokens t JOIN accounts a ON a.id = t.account
        WHERE t.token_hash = ${link.table}.token_hash AND t.revoked_at IS NULL AND a.active = 1 AND a.role = ${link.table}.role)
      RETURNING ${link.columns}`,
    )
    .bind(at, await hashOf(ticket))
