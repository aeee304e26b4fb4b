// biome-ignore-all lint/suspicious/noTemplateCurlyInString: pieces of source that hold placeholders of their own
import { type Mistake, slip } from './mistake.ts'

const deliver = 'addin/flow/submit/deliver.ts'
const submit = 'addin/flow/submit/submitSheet.ts'
const build = 'addin/flow/submit/buildSync.ts'
const resend = 'addin/flow/submit/resendOutbox.ts'
const resolve = 'addin/flow/submit/resolveConflict.ts'
const outbox = 'addin/outbox/databaseOutbox.ts'
const api = 'addin/api/createApi.ts'
const decode = 'addin/api/decodeAnswer.ts'
const matrix = (kind: string): string => `test/worker/faultMatrix/faultMatrix#${kind}`
const [FIRST, LARGE, UNSEEN] = [matrix('a first submission'), matrix('struck at its first part'), 'test/worker/faultMatrix/unseen'] as const
const ask = 'const answer = await ports.api.sync('

/** What the pane does with a submission: keeping, sending, sending again, believing, and telling the person. */
export const CLIENT_MISTAKES: readonly Mistake[] = [
  slip('outbox forgets before the answer', deliver, ask, `await ports.outbox.remove(entry.id)\n    ${ask}`, FIRST),
  slip('nothing kept before it is sent', submit, 'for (const entry of entries) await ports.outbox.put(entry)', '', FIRST),
  slip(
    'only the first part kept',
    submit,
    'for (const entry of entries) await',
    'for (const entry of entries.slice(0, 1)) await',
    matrix('struck at its second part'),
  ),
  slip('a new id at each try', deliver, 'ports.api.sync(entry)', 'ports.api.sync({ ...entry, id: ports.surroundings.newId() })', FIRST),
  slip(
    'bytes made anew at each try',
    deliver,
    'ports.api.sync(entry)',
    "ports.api.sync({ ...entry, body: entry.body + ' '.repeat(attempt) })",
    FIRST,
  ),
  slip('one id for all parts', submit, "`${sync}.${String(index + 1).padStart(4, '0')}`", 'sync', LARGE),
  slip(
    'a part acknowledged as the whole',
    submit,
    'sent.push(...answer.value)',
    'for (const rest of entries) await ports.outbox.remove(rest.id)\n      return { sent: answer.value, cut: null }',
    LARGE,
  ),
  slip('the last part dropped', submit, 'of entries.entries()', 'of entries.slice(0, Math.max(1, entries.length - 1)).entries()', LARGE),
  slip('overload taken for a refusal', deliver, 'fault.status < 500 && fault.status !== 429', 'fault.status !== 429', FIRST),
  slip('a limit of requests taken for a refusal', deliver, 'fault.status < 500 && fault.status !== 429', 'fault.status < 500', FIRST),
  slip(
    'signed out taken for a refusal',
    deliver,
    "=> fault.tag === 'problem' && fault.status",
    "=> fault.tag === 'signedOut' || fault.tag === 'problem' && fault.status",
    FIRST,
  ),
  slip(
    'overload taken for stored',
    deliver,
    'const { fault } = answer',
    "const { fault } = answer\n    if (fault.tag === 'problem' && fault.status === 503) {\n      await ports.outbox.remove(entry.id)\n      return ok([])\n    }",
    FIRST,
  ),
  slip('a lost connection taken for a refusal', deliver, 'isFinal(fault)) {', "isFinal(fault) || fault.tag === 'offline') {", FIRST),
  slip(
    'a refusal kept for ever',
    deliver,
    'if (isFinal(fault)) {\n      await ports.outbox.remove(entry.id)',
    'if (isFinal(fault)) {',
    FIRST,
  ),
  slip(
    'what was answered kept for ever',
    deliver,
    'if (answer.ok) {\n      await ports.outbox.remove(entry.id)',
    'if (answer.ok) {',
    FIRST,
  ),
  slip(
    'a replay told as a conflict',
    deliver,
    'return answer.outcomes.flatMap((outcome): SentRow[] => {',
    "return answer.outcomes.flatMap((sound): SentRow[] => {\n    const outcome = answer.replayed ? { ...sound, status: 'conflict' as never } : sound",
    FIRST,
  ),
  slip(
    'a row told beside another',
    deliver,
    'const row = rows[outcome.row]',
    'const row = rows[(outcome.row + 1) % rows.length]',
    matrix('rows of which one is refused'),
  ),
  slip(
    'no wait before the next try',
    deliver,
    'await Promise.race([ports.surroundings.wait(waitBefore(attempt, fault, ports.surroundings.random())), stopped(signal)])',
    '',
    'test/addin/flow',
  ),
  slip('asked again sooner than the server said', deliver, 'return asked + Math.floor', 'return 0 * asked + Math.floor', 'test/addin/flow'),
  slip(
    'what waits is not sent again',
    resend,
    'const own = (await ports.outbox.list()).filter((entry) => entry.reporter === reporter)',
    'const own = (await ports.outbox.list()).filter((entry) => entry.reporter === `${reporter}!`)',
    FIRST,
  ),
  slip(
    "another unit's waiting request sent",
    resend,
    '.filter((entry) => entry.reporter === reporter)',
    '.filter(() => true || reporter)',
    'test/addin/flow',
  ),
  slip('era not told', build, '      era,\n', '', UNSEEN),
  slip(
    'base taken from after the look',
    submit,
    'const bodies = buildSync(context, confirmed, decisions, preview.era)',
    'const fresh = await pullRecords(ports, context.period.id, reporter)\n  const newest = (rows: readonly PlannedRow[]) => rows.map((row) => ({ ...row, stored: (fresh.ok ? fresh.value.stored.get(row.key) : undefined) ?? row.stored }))\n  const buildSyncNow: typeof buildSync = (at, rows, said, era) => buildSync(at, newest(rows), said, era)\n  const bodies = buildSyncNow(context, confirmed, decisions, preview.era)',
    UNSEEN,
  ),
  slip(
    'base left out',
    build,
    'stored?.version ?? 0, ...values',
    '0 * (stored?.version ?? 0), ...values',
    matrix('one changed cell'),
    UNSEEN,
  ),
  slip(
    "another's figure overwritten unasked",
    'addin/flow/submit/planSubmission.ts',
    "(row.kind === 'overwrites' && decisions.overwrite.has(row.key))",
    "row.kind === 'overwrites'",
    UNSEEN,
  ),
  slip(
    'a conflict settled over what came since',
    resolve,
    "if (stored?.version !== row.outcome.server.version) return fail({ tag: 'movedOn' })",
    '',
    UNSEEN,
  ),
  slip(
    'sent though the sheet changed',
    submit,
    'if (!sameBodies(bodies, buildSync(context, now, decisions, preview.era)))',
    'if (!sameBodies(bodies, bodies))',
    'test/addin/flow',
  ),
  slip('outbox kept in no place that lasts', outbox, 'factory().open(name, 1)', 'factory().open(name + Math.random(), 1)', FIRST),
  slip(
    'outbox promises before it is on disk',
    outbox,
    'transaction.oncomplete = () => resolve(request.result)',
    'resolve(request.result)',
    'test/addin/outbox',
    FIRST,
  ),
  slip(
    'newest request first',
    'addin/outbox/place.ts',
    'compare(a.at, b.at) || compare(a.id, b.id)',
    'compare(b.at, a.at) || compare(b.id, a.id)',
    'test/addin/outbox',
  ),
  slip('id not sent', api, "syncShape, { 'Idempotency-Key': id }", "syncShape, { 'Idempotency-Key': crypto.randomUUID() }", FIRST),
  slip(
    "somebody else's answer believed",
    decode,
    'return shape(json.value) ? ok(json.value) : foreign',
    'return ok(json.value as never)',
    FIRST,
  ),
  slip(
    'half an answer believed',
    'addin/api/request.ts',
    "      return fail({ tag: stop.signal.aborted ? 'timeout' : 'offline' })",
    '      return ok({ status: 200, contentType: \'application/json\', retryAfter: null, etag: null, text: \'{"seq":null,"periodEpoch":1,"dryRun":false,"replayed":false,"outcomes":[]}\' })',
    FIRST,
  ),
]
