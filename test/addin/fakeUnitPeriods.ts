import type { ApiFault } from '../../addin/ports/apiFault.ts'
import type { UnitPeriodApi } from '../../addin/ports/unitPeriodApi.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { recordKeyText } from '../../shared/record/figureRecord.ts'
import type { Comment } from '../../shared/wire/comment.ts'
import type { Account } from '../../shared/wire/session.ts'
import type { Submission, UnitSubmission } from '../../shared/wire/submission.ts'
import { allowedActs, SUBMISSION_ACTS, type SubmissionAct } from '../../shared/wire/submissionActs.ts'
import type { ServerRecord } from '../../shared/wire/sync.ts'

export const blankSubmission: Submission = {
  period: '2021-05',
  reporter: 'jiaotong',
  reporterName: '市交通运输局',
  said: 'draft',
  saidAt: null,
  onTime: null,
  signOff: 'none',
  signedBy: null,
  signedAt: null,
  signedSeq: null,
  receipt: 'none',
  reason: null,
  changedRows: [],
  deadline: '2021-05-31',
  openUntil: null,
  hasReviewer: true,
  filesOnBehalf: [],
  version: 0,
}

export const problem = (status: number, code: string): ApiFault => ({
  tag: 'problem',
  status,
  code,
  requestId: 'r9',
  findings: [],
  retryAfter: null,
})

/** The rows that the fake server holds, and every version that they ever had. */
export interface FakeRows {
  readonly records: ReadonlyMap<string, ServerRecord>
  readonly history: readonly ServerRecord[]
  seq(): number
}

/** Units' periods in memory, by the very table of acts; comments stand once for each id. */
export function fakeUnitPeriods(account: Account, rows: FakeRows) {
  const submissions = new Map<string, Submission>([['jiaotong', blankSubmission]])
  const comments = new Map<string, Comment>()
  const calls: { act: SubmissionAct | 'comment' | 'setExtension'; body: unknown; id?: string }[] = []
  const faults: ('before' | 'after' | ApiFault)[] = []
  const at = '2021-05-26T08:00:00Z'
  const of = (reporter: string): Submission => submissions.get(reporter) ?? { ...blankSubmission, reporter, reporterName: reporter }

  /** A comment with whether its row is another version by now. */
  const asNow = (comment: Comment): Comment => ({
    ...comment,
    changedSince: (rows.records.get(recordKeyText(comment))?.version ?? 0) > comment.version,
  })

  /** An act that may be lost on the way there ('before'), or its answer on the way back ('after'). */
  function lossy<T>(act: () => Result<T, ApiFault>): Result<T, ApiFault> {
    const fault = faults.shift()
    if (fault === 'before') return fail({ tag: 'offline' })
    if (typeof fault === 'object') return fail(fault)
    const answer = act()
    return fault === 'after' ? fail({ tag: 'timeout' }) : answer
  }

  function change(reporter: string, next: Partial<Submission>): Submission {
    const before = of(reporter)
    const after = { ...before, ...next, version: before.version + 1 }
    submissions.set(reporter, after)
    return after
  }

  /** As the server does it, whoever asks. */
  function force(act: SubmissionAct, reason: string | null = null, reporter = 'jiaotong', by = account.name): Submission {
    const to: Partial<Submission> = SUBMISSION_ACTS[act].to
    const signs = to.signOff !== undefined && to.signOff !== 'none'
    return change(reporter, {
      ...to,
      reason,
      ...(to.said === 'complete' ? { saidAt: at, onTime: true } : {}),
      ...(signs ? { signedBy: by, signedAt: at, signedSeq: rows.seq(), changedRows: [] } : {}),
    })
  }

  const api: UnitPeriodApi = {
    submission: async (_period, reporter) => lossy(() => ok(of(reporter))),
    submissions: async () => {
      const all: UnitSubmission[] = [...submissions.values()].map((one) => ({
        ...one,
        timeliness: one.said === 'complete' ? 'onTime' : 'waiting',
        deadline: '2021-05-31',
        required: 1,
        reported: one.said === 'complete' ? 1 : 0,
        rows: rows.records.size,
        rowsOnBehalf: 0,
        lastAt: null,
      }))
      const reported = all.filter(({ said }) => said === 'complete').length
      const counts = { due: all.length, reported, partial: 0, unreported: all.length - reported, onTime: reported, late: 0 }
      return lossy(() => ok({ ...counts, submissions: all }))
    },
    act: async (_period, reporter, act, body) =>
      lossy(() => {
        calls.push({ act, body })
        if (SUBMISSION_ACTS[act].reason && !body.reason) return fail(problem(400, 'invalidBody'))
        if (!allowedActs(of(reporter), account.role, account.reporter === reporter).includes(act))
          return fail(problem(409, 'stateNotAllowed'))
        if (body.asOfSeq !== undefined && body.asOfSeq < rows.seq()) return fail(problem(412, 'preconditionFailed'))
        return ok(force(act, body.reason ?? null, reporter))
      }),
    setExtension: async (_period, reporter, until, reason) =>
      lossy(() => {
        calls.push({ act: 'setExtension', body: { until, reason } })
        return ok(change(reporter, { openUntil: until }))
      }),
    comments: async () => lossy(() => ok([...comments.values()].map(asNow))),
    comment: async (_period, reporter, id, comment) =>
      lossy(() => {
        calls.push({ act: 'comment', body: comment, id })
        const before = comments.get(id)
        if (before) return ok(before)
        const { subject, area, part } = comment
        const version = rows.records.get(recordKeyText(comment))?.version ?? 0
        const own = account.reporter === reporter
        const stored: Comment = {
          id,
          subject,
          area,
          part,
          version,
          kind: comment.kind,
          account: account.id,
          by: account.name,
          own,
          at,
          text: comment.text,
          changedSince: false,
        }
        comments.set(id, stored)
        if (comment.kind === 'return') change(reporter, { said: 'draft', signOff: 'none', receipt: 'returned', reason: comment.text })
        return ok(stored)
      }),
    history: async (_period, _reporter, key) => {
      const versions = rows.history.filter((record) => recordKeyText(record) === recordKeyText(key))
      return lossy(() => (versions.length === 0 ? fail(problem(404, 'notFound')) : ok(versions.map(noted))))
    },
  }
  return { api, submissions, comments, calls, faults, force, change }
}

const noted = (record: ServerRecord) => ({ ...record, note: null, evidence: null })
