import type { Database } from '../database/database.ts'

/**
 * What a restored database needs before anybody may sign in again: another era, so that every client pulls before it sends.
 * `signOut` ends every session and unused invitation, for a backup from before somebody was signed out.
 */
export async function beginEra(db: Database, { signOut, at }: { readonly signOut: boolean; readonly at: string }): Promise<void> {
  await db.batch([
    db.prepare('UPDATE city SET era = lower(hex(randomblob(16)))'),
    ...(signOut
      ? [
          db.prepare('UPDATE tokens SET revoked_at = ? WHERE revoked_at IS NULL').bind(at),
          db.prepare('DELETE FROM invitations WHERE used_at IS NULL'),
        ]
      : []),
  ])
}
