import type { guardSql } from '../database/guards.ts'
import type { Act } from './audit.ts'
import type { Session } from './sessions.ts'

/** Who acts, when, and in which request; the batch that does it checks that the session is still valid. */
export interface Actor {
  readonly session: Session
  readonly at: string
  readonly requestId: string
}

/** The condition of every privileged batch: neither token nor role was taken away in the meantime. */
export const stillAllowed = ({ session }: Actor): Parameters<typeof guardSql>[0] => ({
  token: { sql: 'SELECT revoked_at IS NULL FROM tokens WHERE token_hash = ?', values: [session.tokenHash] },
  member: {
    sql: 'SELECT active = 1 AND role = ? AND reporter IS ? FROM accounts WHERE id = ?',
    values: [session.account.role, session.account.reporter, session.account.id],
  },
})

/** The common part of an entry of the audit trail. */
export const actBy = ({ session, at, requestId }: Actor): Pick<Act, 'at' | 'account' | 'accountName' | 'requestId'> => ({
  at,
  account: session.account.id,
  accountName: session.account.name,
  requestId,
})
