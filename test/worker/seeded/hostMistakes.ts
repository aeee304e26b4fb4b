// biome-ignore-all lint/suspicious/noTemplateCurlyInString: pieces of source that hold placeholders of their own
import { type Mistake, slip } from './mistake.ts'

const sessions = 'worker/store/people/sessions.ts'
const slow = 'worker/http/slowDown.ts'
const settings = 'worker/oidc/settings.ts'
const sqlite = 'worker/node/sqliteDatabase.ts'
const backup = 'worker/node/backupDatabase.ts'
const migrate = 'worker/node/migrateDatabase.ts'
const host = 'worker/node/startHost.ts'
const site = 'worker/node/siteFiles.ts'
const [SIGN_IN, RATE, OIDC] = ['test/worker/routes/signIn', 'test/worker/http/rateLimit', 'test/worker/routes/oidc'] as const
const [HOST, BACKUP, MIGRATE, SITE] = [
  'test/worker/node/host',
  'test/worker/node/backup',
  'test/worker/node/migrate',
  'test/worker/node/siteFiles',
] as const

/** What is asked again, counted beyond an isolate, and done without Cloudflare. */
export const HOST_MISTAKES: readonly Mistake[] = [
  slip('token of the key alone', sessions, 'await tokenOf(code, ask.key)', "await tokenOf('', ask.key)", SIGN_IN),
  slip('token of the code alone', sessions, 'await tokenOf(code, ask.key)', "await tokenOf(code, '')", SIGN_IN),
  slip('key of a sign-in ignored', sessions, "ask.key === undefined || code === '' ? mintToken()", 'true ? mintToken()', SIGN_IN),
  slip('a code without a letter makes a key', sessions, "ask.key === undefined || code === '' ?", 'ask.key === undefined ?', SIGN_IN),
  slip('sign-in asked for again for ever', sessions, ' AND t.created_at > :again`', ' AND :again IS NOT NULL`', SIGN_IN),
  slip(
    'signed-out sign-in asked for again',
    sessions,
    'AND t.revoked_at IS NULL AND a.active = 1 AND t',
    'AND a.active = 1 AND t',
    SIGN_IN,
  ),
  slip('closed account asks again', sessions, 'AND t.revoked_at IS NULL AND a.active = 1 AND t', 'AND t.revoked_at IS NULL AND t', SIGN_IN),
  slip(
    'account made over another',
    'worker/store/people/accounts.ts',
    "sql: 'SELECT NOT EXISTS (SELECT 1 FROM accounts WHERE id = ?)'",
    "sql: 'SELECT ? IS NOT NULL'",
    'test/worker/routes/comments',
  ),
  slip('the platform’s counter not asked', slow, 'passes === false', 'false', RATE),
  slip('the platform’s failure stops everybody', slow, 'let passes: boolean | undefined', 'let passes: boolean | undefined = false', RATE),
  slip('the isolate’s own count given up', slow, 'if (!verdict.ok) throw', 'if (false) throw', RATE),
  slip('one key for everybody', 'worker/index.ts', 'limit({ key })', "limit({ key: '' })", 'test/worker/index'),
  slip(
    'sign-in at any origin',
    'worker/routes/oidc.ts',
    'settings?.origin !== undefined && settings.origin !== new URL(c.req.url).origin',
    'false',
    OIDC,
  ),
  slip('anything is an origin', settings, "set.replace(/\\/$/, '').toLowerCase() !== origin", 'false', OIDC),
  slip(
    'half a batch stays',
    sqlite,
    "if (sqlite.isTransaction) sqlite.exec('ROLLBACK')",
    "if (sqlite.isTransaction) sqlite.exec('COMMIT')",
    MIGRATE,
  ),
  slip('migration runs again', migrate, 'names.filter((name) => !ran.has(name))', 'names', MIGRATE),
  slip('newer database opened', migrate, 'unknown.length > 0', 'false', MIGRATE),
  slip('backup written over', backup, 'if (existsSync(taken))', 'if (false)', BACKUP),
  slip('torn backup restored', backup, 'if (faults.length > 0)', 'if (false)', BACKUP),
  slip('half a backup left', backup, '  } finally {\n    removeParts(part)\n  }\n}', '  } finally {\n  }\n}', BACKUP),
  slip(
    'restored without another era',
    'worker/store/backup/beginEra.ts',
    "db.prepare('UPDATE city SET era = lower(hex(randomblob(16)))')",
    "db.prepare('SELECT 1')",
    BACKUP,
  ),
  slip(
    'restored with invitations of before',
    'worker/store/backup/beginEra.ts',
    'DELETE FROM invitations WHERE used_at IS NULL',
    'SELECT 1',
    BACKUP,
  ),
  slip(
    'anybody says who asks',
    host,
    "behindProxy ? lastOf(headers['x-forwarded-for'])",
    "true ? lastOf(headers['x-forwarded-for'])",
    HOST,
  ),
  slip(
    'the client’s word for the proxy’s',
    host,
    "[header].flat().at(-1)?.split(',').at(-1)",
    "[header].flat().at(-1)?.split(',').at(0)",
    HOST,
  ),
  slip(
    'stopped in mid-request',
    host,
    'setTimeout(() => server.closeAllConnections(), LET_END_MS)',
    'setTimeout(() => server.closeAllConnections(), 0)',
    HOST,
  ),
  slip('certificate read once', host, 'certificate && secure?.setSecureContext(certificate())', 'undefined', HOST),
  slip('the headers’ file shown', site, "path !== '/_headers'", "path !== '/'", SITE),
  slip('zipped for who cannot read it', site, "/\\bgzip\\b/.test(request.headers.get('accept-encoding') ?? '')", 'true', SITE),
  slip(
    'mornings in another time zone',
    'worker/node/everyMorning.ts',
    'now.getTime() - HOUR * 3_600_000',
    'now.getTime() + HOUR * 3_600_000',
    'test/worker/node/everyMorning',
  ),
  slip(
    'two hosts on a file',
    'worker/node/oneHost.ts',
    'if (!giveBack) throw',
    'if (giveBack === null) throw',
    'test/worker/node/hostInTrouble',
  ),
  slip('a file that was moved is read', sqlite, 'if (!inPlace()) throw', 'if (false) throw', 'test/worker/node/hostInTrouble'),
  slip(
    'stored in a file that was moved meanwhile',
    sqlite,
    "named(() => sqlite.exec('COMMIT'))\n      checkPlace()",
    "named(() => sqlite.exec('COMMIT'))",
    'test/worker/node/hostInTrouble',
  ),
  slip('ready though its file was moved', host, 'db.isInPlace() ?', 'true ?', 'test/worker/node/hostInTrouble'),
  slip(
    'migrated without a copy',
    'worker/node/openDatabase.ts',
    'ran.length === 0 || first === undefined',
    'ran.length >= 0',
    'test/worker/node/hostInTrouble',
  ),
  slip('half copies stay', backup, '  removeLeft(dirname(to))\n', '', 'test/worker/node/hostInTrouble'),
  slip('somebody else’s half file removed', backup, 'LEFT_MS && isSqlite(part)', 'LEFT_MS', 'test/worker/node/hostInTrouble'),
  slip('connections without end', 'worker/node/limitConnections.ts', 'if (now > most)', 'if (now < 0)', 'test/worker/node/hostInTrouble'),
  slip(
    'a connection that ended counts on',
    'worker/node/limitConnections.ts',
    'if (left > 0) open.set(address, left)',
    'if (left >= 0) open.set(address, left + 1)',
    'test/worker/node/hostInTrouble',
  ),
  slip(
    'a log that nobody reads ends the host',
    'worker/cli/host.ts',
    "stream.on('error', () => undefined)",
    'stream.unref?.()',
    'test/worker/node/hostInTrouble',
  ),
]
