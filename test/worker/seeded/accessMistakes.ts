// biome-ignore-all lint/suspicious/noTemplateCurlyInString: pieces of source that hold placeholders of their own
import { type Mistake, slip } from './mistake.ts'

const authorize = 'worker/http/authorize.ts'
const sessions = 'worker/store/people/sessions.ts'
const links = 'worker/store/links/oneTimeLink.ts'
const oidc = 'worker/routes/oidc.ts'
const identities = 'worker/store/people/identities.ts'
const limit = 'worker/http/rateLimit.ts'
const [POLICY, HOUSE, ADMINISTRATION] = ['test/worker/http/policy', 'test/worker/http/house', 'test/worker/routes/administration'] as const
const [DOCUMENTS, OIDC, FUZZ] = ['test/worker/routes/documents', 'test/worker/oidc', 'test/worker/routes/fuzz'] as const

const SIGN_IN = 'test/worker/routes/signIn'

/** Who may do what: roles, units, sessions, invitations, links, the city's provider; and what a request may weigh. */
export const ACCESS_MISTAKES: readonly Mistake[] = [
  slip("another unit's address open", authorize, "return reach === 'own' && ", "return reach === 'any' && reach !== undefined && ", POLICY),
  slip('role not looked at', authorize, "if (reach === undefined) return 'forbidden'", '', POLICY),
  slip(
    "another unit's address told apart from none",
    authorize,
    "!== reporter ? 'notFound' : undefined",
    "!== reporter ? 'forbidden' : undefined",
    POLICY,
  ),
  slip('revoked token lets in', sessions, 'AND t.revoked_at IS NULL AND a.active = 1`', '`', HOUSE),
  slip(
    'privileged act not checked again in its batch',
    'worker/store/people/actor.ts',
    'SELECT active = 1 AND role = ? AND reporter IS ? FROM',
    'SELECT ? <> 0 OR ? <> 0 FROM',
    'test/worker/http/privileged',
  ),
  slip(
    'closed account stays signed in',
    'worker/store/people/accounts.ts',
    '...(plan.active ? [] : [revokeAll(db, plan.id, actor.at)]),',
    '',
    ADMINISTRATION,
  ),
  slip(
    'signing out everywhere leaves a device',
    'worker/store/people/accounts.ts',
    'WHERE account = ? AND revoked_at IS NULL',
    'WHERE account = ? AND revoked_at IS NULL AND created_at > (SELECT min(created_at) FROM tokens)',
    'test/worker/http/privileged',
  ),
  slip(
    "anybody's device signed out",
    sessions,
    'SET revoked_at = ? WHERE account = ? AND id = ?',
    'SET revoked_at = ? WHERE ? <> 0 AND id = ?',
    'test/worker/http/privileged',
  ),
  slip('wrong codes not counted', sessions, 'SET failures = failures + 1', 'SET failures = failures', ADMINISTRATION),
  slip('address never waits', sessions, 'CASE WHEN count(*) >= ${FAILURES_PER_ADDRESS}', 'CASE WHEN count(*) >= 1e9', HOUSE),
  slip('invitation used twice', sessions, 'AND used_at IS NULL AND expires_at', 'AND expires_at', ADMINISTRATION),
  slip(
    'invitation never expires',
    sessions,
    'AND used_at IS NULL AND expires_at > :at AND failures',
    'AND used_at IS NULL AND expires_at > substr(?, 1, 2) AND failures',
    ADMINISTRATION,
  ),
  slip(
    'earlier invitation stays good',
    'worker/store/people/accounts.ts',
    'DELETE FROM invitations WHERE account = ? AND used_at IS NULL',
    "DELETE FROM invitations WHERE account = ? || '-' AND used_at IS NULL",
    'test/worker/http/privileged',
  ),
  slip('limit refills at once', limit, '/ 1000) * perSecond', '/ 1) * perSecond', HOUSE),
  slip('limit never refills', limit, '/ 1000) * perSecond', '/ 1000) * 0', HOUSE),
  slip('one limit for everybody', authorize, 'slow.here(c, `account:${account.id}`)', 'slow.here(c, `account:`)', HOUSE),
  slip('limit does not say when', 'worker/http/slowDown.ts', '{ retryAfter: verdict.seconds }', '{}', HOUSE),
  slip('link opened twice', links, 'AND used_at IS NULL AND expires_at > ?1', 'AND expires_at > ?1', DOCUMENTS),
  slip('link good for ever', links, 'AND used_at IS NULL AND expires_at > ?1', 'AND used_at IS NULL AND ?1 > 0', DOCUMENTS),
  slip(
    'link outlives the session',
    links,
    'AND t.revoked_at IS NULL AND a.active = 1 AND a.role',
    'AND a.active = 1 AND a.role',
    DOCUMENTS,
  ),
  slip('link outlives the role', links, ' AND a.role = ${link.table}.role', '', DOCUMENTS),
  slip(
    'export by a link opened twice',
    links,
    'AND used_at IS NULL AND expires_at > ?1',
    'AND expires_at > ?1',
    'test/worker/routes/administrationScreens',
  ),
  slip(
    'export by a link outlives the session',
    links,
    'AND t.revoked_at IS NULL AND a.active = 1 AND a.role',
    'AND a.active = 1 AND a.role',
    'test/worker/routes/administrationScreens',
  ),
  slip(
    'ticket kept in the clear',
    'worker/store/links/documentLinks.ts',
    '.bind(ticketHash, tokenHash,',
    '.bind(ticket, tokenHash,',
    DOCUMENTS,
  ),
  slip(
    'preview uses the link up',
    'worker/routes/documents.ts',
    "if (c.req.raw.method === 'HEAD')",
    "if (c.req.raw.method === 'head')",
    DOCUMENTS,
  ),
  slip(
    'provider answers twice',
    identities,
    'DELETE FROM oidc_flows WHERE state = ? RETURNING expires_at AS expiresAt',
    'SELECT expires_at AS expiresAt FROM oidc_flows WHERE state = ?',
    OIDC,
  ),
  slip('provider answers late', identities, 'taken !== null && taken.expiresAt > at', 'taken !== null && at !== null', OIDC),
  slip("another browser's sign-in finished", oidc, 'flow === undefined || flow.state !== query.state ||', 'flow === undefined ||', OIDC),
  slip(
    'nonce not compared',
    'worker/oidc/verifyIdToken.ts',
    "if (payload.nonce !== expected.nonce) return fail({ tag: 'idTokenRefused', reason: 'nonce' })",
    '',
    OIDC,
  ),
  slip('audience not compared', 'worker/oidc/verifyIdToken.ts', '      audience: expected.clientId,\n', '', OIDC),
  slip('issuer not compared', 'worker/oidc/verifyIdToken.ts', '      issuer: expected.issuer,\n', '', OIDC),
  slip(
    'closed account signs in by the provider',
    identities,
    'JOIN accounts a ON a.id = i.account AND a.active = 1',
    'JOIN accounts a ON a.id = i.account',
    OIDC,
  ),
  slip(
    'length believed instead of counted',
    'worker/http/readBody.ts',
    'if (length > limit) {',
    'if (length < 0) {',
    'test/worker/routes/syncRules',
  ),
  slip(
    'broken text mended instead of refused',
    'worker/http/readBody.ts',
    "new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })",
    "new TextDecoder('utf-8', { fatal: false, ignoreBOM: false })",
    FUZZ,
  ),
  slip('half a surrogate let in', 'shared/wire/readSyncValue.ts', ' && value.isWellFormed()', '', 'test/worker/routes/syncRules'),
  slip(
    'two rows of one key let in',
    'shared/wire/readSyncRows.ts',
    'if (first !== undefined) return fail',
    'if (first === -1) return fail',
    'test/worker/routes/syncRules',
  ),
  slip(
    'words of the database told',
    'worker/createApp.ts',
    "new Refusal('busy', { retryAfter: 5 })",
    "new Refusal('busy', { retryAfter: 5, detail: error.message })",
    'test/worker/store/faults.test#during a first sync',
  ),
  slip(
    'overload does not say when',
    'worker/createApp.ts',
    "new Refusal('busy', { retryAfter: 5 })",
    "new Refusal('busy', {})",
    'test/worker/store/faults.test#during a first sync',
  ),
  slip(
    'read ahead for anybody',
    'worker/http/authorize.ts',
    'before && refusalOf(c, rule, before) === undefined ? firstRead(c, key, tokenHash) : []',
    'firstRead(c, key, tokenHash)',
    'test/worker/http/rowsRead',
  ),
  slip(
    'read ahead for whoever may not',
    'worker/http/authorize.ts',
    'before && refusalOf(c, rule, before) === undefined ?',
    'before ?',
    'test/worker/http/rowsRead',
  ),
  slip(
    'counted after the look',
    'worker/http/authorize.ts',
    'slow.here(c, before ? `account:${before.id}` : address)',
    '',
    'test/worker/http/rowsRead',
  ),
  slip('a code that waits is judged', sessions, '< ${FAILURES_AT_ALL} AND ${JUDGED}`', '< ${FAILURES_AT_ALL}`', SIGN_IN),
  slip(
    'an address that waits locks a colleague out',
    sessions,
    'AND failures < ${FAILURES_AT_ALL}',
    'AND failures < ${FAILURES_AT_ALL} AND NOT EXISTS (SELECT 1 FROM failed_codes)',
    SIGN_IN,
  ),
  slip('a wait drawn out by trying', sessions, 'WHERE code IS NULL AND address IS NULL AND ${NOBODY}', 'WHERE ${NOBODY}', SIGN_IN),
  slip('every wait as long as the first', sessions, '${FIRST_WAIT} << min(', '${FIRST_WAIT} << 0 * min(', SIGN_IN),
]
