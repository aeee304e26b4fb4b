// biome-ignore-all lint/suspicious/noTemplateCurlyInString: pieces of source that hold placeholders of their own
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A mistake that somebody could make: in `file`, `find` becomes `replace`. */
interface SeededFault {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
}

const save = 'worker/store/saveBatch.ts'
const judge = 'worker/store/judgeSql.ts'
const acts = 'worker/store/submissions.ts'
const FAULTS: readonly SeededFault[] = [
  {
    name: 'receipt ignored before the batch',
    file: 'worker/routes/sync.ts',
    find: 'if (ground.receipt && !dryRun)',
    replace: 'if (ground.receipt && dryRun)',
  },
  {
    name: 'receipt not compared by its bytes',
    file: 'worker/routes/sync.ts',
    find: 'ground.receipt.bodyHash !== bodyHash || ',
    replace: '',
  },
  {
    name: 'receipt not unique',
    file: 'worker/store/migrations/0001_city.sql',
    find: '  PRIMARY KEY (reporter, id)\n',
    replace: '  PRIMARY KEY (reporter, id, body_hash, at, seq)\n',
  },
  {
    name: 'unit taken from anybody who signs in',
    file: 'worker/http/authorize.ts',
    find: "if (reach === 'own' && ",
    replace: "if (reach === 'any' && reach !== undefined && ",
  },
  {
    name: 'role not looked at',
    file: 'worker/http/authorize.ts',
    find: "if (reach === undefined) throw new Refusal('forbidden')",
    replace: '',
  },
  { name: 'revoked token lets in', file: 'worker/store/sessions.ts', find: 'AND t.revoked_at IS NULL AND a.active = 1`', replace: '`' },
  {
    name: 'token guard dropped',
    file: save,
    find: 'SELECT revoked_at IS NULL FROM tokens WHERE token_hash = ?',
    replace: 'SELECT 1 FROM tokens WHERE token_hash = ?',
  },
  { name: 'membership guard dropped', file: save, find: 'SELECT active = 1 AND reporter = ? FROM', replace: 'SELECT ? IS NOT NULL FROM' },
  { name: 'epoch guard dropped', file: save, find: 'SELECT epoch = ? FROM periods', replace: 'SELECT ? >= 0 FROM periods' },
  { name: 'lock not looked at', file: acts, find: "SELECT state = 'open' AND (", replace: 'SELECT (' },
  { name: 'deadline not looked at', file: acts, find: 'hard_deadline >= ? OR', replace: 'hard_deadline >= ? OR 1 OR' },
  { name: 'accepted figures corrected without a note', file: save, find: "receipt = 'accepted')", replace: "receipt = 'never')" },
  { name: 'locked unit still writes', file: save, find: "receipt = 'locked')", replace: "receipt = 'never')" },
  {
    name: 'era not compared',
    file: save,
    find: 'SELECT era = coalesce(?, era) FROM city',
    replace: 'SELECT coalesce(?, era) IS NOT NULL FROM city',
  },
  {
    name: 'register version not compared',
    file: save,
    find: 'register_id = ? AND register_version = ?',
    replace: 'register_id = ? AND ? > 0',
  },
  { name: 'unknown base let through', file: judge, find: 'base > coalesce(cv, 0)', replace: 'base > coalesce(cv, 999999)' },
  { name: 'last writer wins', file: judge, find: 'WHEN ${anyBoth} THEN ${STATUS.conflict}', replace: 'WHEN 0 THEN ${STATUS.conflict}' },
  { name: 'stale edit covers the other field', file: judge, find: '${current} OR ${mine(column)} THEN', replace: '${current} OR 1 THEN' },
  {
    name: 'withdrawn row comes back unasked',
    file: judge,
    find: 'WHEN c.deleted AND b.deleted IS NOT 1 THEN ${STATUS.conflict}',
    replace: 'WHEN 0 THEN ${STATUS.conflict}',
  },
  {
    name: 'withdrawal covers a change',
    file: judge,
    find: 'CASE WHEN b.version IS NULL OR ${anyTheirs} THEN',
    replace: 'CASE WHEN 0 THEN',
  },
  {
    name: 'unchanged row written again',
    file: judge,
    find: 'THEN ${STATUS.applied} ELSE ${STATUS.unchanged} END\n    WHEN i.deleted THEN',
    replace: 'THEN ${STATUS.applied} ELSE ${STATUS.applied} END\n    WHEN i.deleted THEN',
  },
  { name: 'atomic request writes half', file: save, find: 'applied > 0 AND conflicts = 0 AND', replace: 'applied > 0 AND' },
  { name: 'atomic request ignores rejected rows', file: save, find: '${batch.rejectedCount} = 0`', replace: '0 = 0`' },
  {
    name: 'history forgotten',
    file: save,
    find: 'WHERE period = ? AND reporter = ? AND seq = (SELECT seq FROM receipts',
    replace: 'WHERE period = ? AND reporter = ? AND seq = 0 * (SELECT seq FROM receipts',
  },
  { name: 'position not moved on', file: save, find: 'UPDATE city SET seq = seq + 1', replace: 'UPDATE city SET seq = seq + 0' },
  {
    name: 'changes since sign-off not counted',
    file: save,
    find: 'SET changes = changes + excluded.changes',
    replace: 'SET changes = changes',
  },
  { name: 'dry run writes', file: 'worker/routes/sync.ts', find: '(dryRun ? judgeBatch : saveBatch)', replace: 'saveBatch' },
  {
    name: 'page cuts a sync in two',
    file: 'worker/store/readRecords.ts',
    find: 'rows.filter((row) => Number(row.seq) < cut)',
    replace: 'rows.slice(0, query.limit)',
  },
  {
    name: 'length believed instead of counted',
    file: 'worker/http/readBody.ts',
    find: 'if (length > limit) {',
    replace: 'if (length < 0) {',
  },
  {
    name: 'rejected rows stored all the same',
    file: 'worker/routes/sync.ts',
    find: 'rows.filter(([row]) => !refused.has(row))',
    replace: 'rows',
  },
  {
    name: 'If-Match not compared',
    file: 'worker/store/managePeriods.ts',
    find: "precondition: { sql: 'SELECT epoch = ? FROM periods WHERE id = ?', values: [of.epoch, of.id] },",
    replace: '',
  },
  { name: 'act at any state', file: acts, find: '{ ...stillAllowed(actor), state, ', replace: '{ ...stillAllowed(actor), ' },
  {
    name: 'wrong codes not counted',
    file: 'worker/store/sessions.ts',
    find: 'SET failures = failures + 1',
    replace: 'SET failures = failures',
  },
  {
    name: 'invitation used twice',
    file: 'worker/store/sessions.ts',
    find: 'AND used_at IS NULL AND expires_at',
    replace: 'AND expires_at',
  },
]

/**
 * Makes each mistake in a copy of the code and runs the tests of the server: every line of the output must say
 * "caught". Names as arguments choose some.
 *
 *     npm exec -c 'node test/worker/seededFaults.ts'
 */
const root = new URL('../..', import.meta.url).pathname
const copy = mkdtempSync(join(tmpdir(), 'faults-'))
for (const part of ['addin', 'worker', 'shared', 'test', 'tsconfig.json', 'wrangler.toml', 'package.json', '.tsconfig.base.json'])
  cpSync(join(root, part), join(copy, part), { recursive: true })
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))

const QUICK = ['sync', 'syncRules', 'submissions', 'house', 'policy', 'model'].map((name) => `test/worker/${name}`)
const SLOW = ['faults', 'administration', 'fuzz'].map((name) => `test/worker/${name}`)
const passes = (files: readonly string[]): boolean =>
  spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--config',
      'test/vitest.config.ts',
      '--project',
      'worker',
      '--no-isolate',
      '--maxWorkers=1',
      '--bail',
      '1',
      ...files,
    ],
    {
      cwd: copy,
      env: { ...process.env, MODEL_RUNS: '60', FUZZ_RUNS: '200', CI: '1' },
      stdio: 'ignore',
    },
  ).status === 0

const wanted = process.argv.slice(2)
let missed = 0
if (!passes(QUICK)) throw new Error('the tests fail without any fault')
for (const fault of FAULTS.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  const path = join(copy, fault.file)
  const sound = readFileSync(path, 'utf8')
  if (sound.split(fault.find).length !== 2) throw new Error(`${fault.name}: the place is not there once`)
  writeFileSync(
    path,
    sound.replace(fault.find, () => fault.replace),
  )
  const survived = passes(QUICK) && passes(SLOW)
  writeFileSync(path, sound)
  if (survived) missed += 1
  console.log(`${survived ? 'MISSED' : 'caught'}  ${fault.name}`)
}
rmSync(copy, { recursive: true, force: true })
console.log(`${missed} of ${wanted.length || FAULTS.length} missed`)
process.exit(missed === 0 ? 0 : 1)
