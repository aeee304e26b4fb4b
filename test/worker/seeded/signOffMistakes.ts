// biome-ignore-all lint/suspicious/noTemplateCurlyInString: pieces of source that hold placeholders of their own
import { type Mistake, slip } from './mistake.ts'

const acts = 'shared/wire/submissionActs.ts'
const store = 'worker/store/actOnSubmission.ts'
const act = 'addin/flow/unit/actOnUnitPeriod.ts'
const rows = 'addin/flow/unit/unitRows.ts'
const completion = 'addin/flow/unit/previewCompletion.ts'
const history = 'addin/flow/unit/rowHistory.ts'
const state = 'addin/state/unitActions.ts'
const rowState = 'addin/state/rowActions.ts'
const [SERVER, ACT, ROWS, STATE] = [
  'test/worker/routes/submissions',
  'test/addin/flow/unit/actOnUnitPeriod',
  'test/addin/flow/unit/unitRows',
  'test/addin/state/unitActions',
] as const
const [COMPLETION, HISTORY, REMARK, SUBMIT] = [
  'test/addin/flow/unit/previewCompletion',
  'test/addin/flow/unit/rowHistory',
  'test/addin/flow/unit/sendComment',
  'test/addin/flow/submit/submitSheet',
] as const

/** A unit's period: what is signed was looked at, a lost answer does nothing twice, and the person is told what stands. */
export const SIGN_OFF_MISTAKES: readonly Mistake[] = [
  slip('rows signed that nobody has read', store, '...(of.asOfSeq === null ? {} :', '...(of.asOfSeq !== null ? {} :', SERVER),
  slip(
    "another unit's rows stand in the way of signing",
    store,
    'WHERE period = ? AND reporter = ? AND seq > ?)',
    'WHERE period = ? AND ? IS NOT NULL AND seq > ?)',
    SERVER,
  ),
  slip('a sign-off without its position', store, 'THEN (SELECT seq FROM city) ELSE signed_seq', 'THEN signed_seq ELSE signed_seq', SERVER),
  slip(
    'a return forgets the position of the sign-off',
    'worker/store/submissionStates.ts',
    "sign_off = 'none', receipt = 'returned'",
    "sign_off = 'none', signed_seq = NULL, receipt = 'returned'",
    SERVER,
  ),
  slip(
    'any act of a sign-off’s kind takes its position away',
    store,
    'THEN (SELECT seq FROM city) ELSE signed_seq END',
    'THEN (SELECT seq FROM city) END',
    SERVER,
  ),
  slip(
    'withdrawn rows counted as sent',
    'worker/store/submissions.ts',
    'sum(deleted = 0) AS live',
    'count(*) + sum(deleted = 0) * 0 AS live',
    SERVER,
  ),
  slip('a note told with every version', 'worker/store/sync/readRecords.ts', 'AND s.seq = h.seq', 'AND s.note IS NOT NULL', SERVER),
  slip(
    'a unit that owes nothing counted as due',
    'worker/domain/countSubmissions.ts',
    '?.timeliness ?? null',
    "?.timeliness ?? 'waiting'",
    SERVER,
  ),
  slip('acts offered at every state', acts, '?? true)\n', '?? true) || true\n', 'test/shared/wire/submissionActs'),
  slip(
    "acts offered on another unit's period",
    acts,
    "(reach === 'own' && !own)",
    "(reach === 'own' && own === undefined)",
    'test/shared/wire/submissionActs',
  ),
  slip(
    'a lost answer taken for done whatever stands',
    act,
    'wasLost(fault) && cameTrue(before.submission, now.submission, act)',
    'wasLost(fault)',
    ACT,
  ),
  slip('a lost answer taken for not done', act, 'wasLost(fault) && cameTrue', 'false && cameTrue', ACT),
  slip('done because the state was so before', act, 'now.version > before.version && ', '', ACT),
  slip('a review that does not say what was read', act, "new Set(['review', 'approve', 'accept'])", "new Set(['accept'])", ACT),
  slip(
    'acts still offered where nothing is known',
    state,
    'stores.unit.set({ unit: before, known: false })',
    'stores.unit.set({ unit: before, known: true })',
    STATE,
  ),
  slip('a comment pressed again under another id', rowState, 'unanswered.get(content) ?? ports', 'undefined ?? ports', STATE),
  slip(
    'two equal comments on purpose taken for one',
    rowState,
    '            unanswered.delete(content)\n            yes()',
    '            yes()',
    STATE,
  ),
  slip('an older reading shown in place of a newer one', state, 'if (!older) showUnit', 'showUnit', STATE),
  slip(
    'a lost comment sent again under no id of its own',
    'addin/flow/unit/sendComment.ts',
    'ports.api.comment(period, reporter, id, comment)',
    'ports.api.comment(period, reporter, `${id}${attempt}`, comment)',
    REMARK,
  ),
  slip(
    'a corrected row still waits',
    rows,
    "comment.changedSince) return { comment, state: 'corrected' }",
    "comment.changedSince && at > 0) return { comment, state: 'corrected' }",
    ROWS,
  ),
  slip('the coordinator’s own word taken for an answer', rows, 'some(({ own }) => own)', 'some(({ own }) => own || !own)', ROWS),
  slip('all rows marked as changed since', rows, 'changedRows.has(key)', 'changedRows.has(key) || record !== null', ROWS),
  slip(
    'a row shown where it stood once',
    rows,
    'place: read.get(key) ?? placeOf(record?.origin)',
    'place: placeOf(record?.origin) ?? read.get(key) ?? null',
    ROWS,
  ),
  slip('complete without a look at what is missing', completion, 'missing.length + unsent', 'unsent', COMPLETION, STATE),
  slip('returned rows forgotten at the end', completion, "returned?.state === 'open'", "returned?.state === 'answered'", COMPLETION),
  slip('a version compared with the one after', history, 'versions[index - 1]', 'versions[index + 1]', HISTORY),
  slip(
    'accepted figures corrected without a note',
    'addin/flow/submit/submitSheet.ts',
    'preview.needsNote && !decisions.note?.trim()',
    'preview.needsNote && decisions.note === undefined && decisions.evidence !== undefined',
    SUBMIT,
  ),
  slip(
    'a locked unit let through to the comparison',
    'addin/flow/submit/submitSheet.ts',
    "if (submission.value.receipt === 'locked') return fail({ tag: 'unitLocked' })",
    '',
    SUBMIT,
  ),
]
