import type { Database } from '../database/database.ts'
import { auditStatement } from '../people/audit.ts'
import type { LostActs } from './lostActs.ts'

/** How a backup is put in place of a city's database. */
export interface Restoration {
  /** ISO time. */
  readonly at: string
  /** Ends every session and unused invitation, for a backup from before somebody was signed out. */
  readonly signOut: boolean
  /** The hash of the backup's content. */
  readonly contentHash: string
  /** When the last act of the backup was; null where it has none. */
  readonly until: string | null
  /** What came after it; null where nobody showed the database that it takes the place of. */
  readonly lost: LostActs | null
}

/**
 * What a restored database needs before anybody may sign in again: another era, so that every client pulls before it sends,
 * and an entry of the audit trail that says what the city now stands on and what it lost. Who gave the command is nobody's
 * account: the entry has none.
 */
export async function beginEra(db: Database, { at, signOut, contentHash, until, lost }: Restoration): Promise<void> {
  await db.batch([
    db.prepare('UPDATE city SET era = lower(hex(randomblob(16)))'),
    ...(signOut
      ? [
          db.prepare('UPDATE tokens SET revoked_at = ? WHERE revoked_at IS NULL').bind(at),
          db.prepare('DELETE FROM invitations WHERE used_at IS NULL'),
        ]
      : []),
    auditStatement(db, {
      at,
      account: null,
      accountName: null,
      act: 'city.restore',
      object: 'city',
      reason: null,
      before: null,
      after: { contentHash, dataUntil: until, lostCompared: lost !== null, ...lost },
      requestId: 'restore',
    }),
  ])
}
