import { ok } from '../../shared/base/result.ts'
import type { Comment } from '../../shared/wire/comment.ts'
import type { FileOnBehalf, Submission, SubmissionsAnswer, UnitSubmission } from '../../shared/wire/submission.ts'
import { RECEIPT, SAID, SIGN_OFF } from '../../shared/wire/submissionActs.ts'
import type { UnitPeriodApi } from '../ports/unitPeriodApi.ts'
import { historyShape } from './answers.ts'
import type { Ask } from './asking.ts'
import { listOf, object, oneOf, orNull, type Shape, text, truth, whole } from './shape.ts'

const fileOnBehalfShape: Shape<FileOnBehalf> = object<FileOnBehalf>({
  id: text,
  name: text,
  sha256: text,
  account: text,
  by: text,
  at: text,
  rows: whole,
  takenOver: orNull(object<NonNullable<FileOnBehalf['takenOver']>>({ account: text, by: text, at: text })),
})

const submissionFields = {
  period: text,
  reporter: text,
  reporterName: text,
  said: oneOf(...SAID),
  saidAt: orNull(text),
  onTime: orNull(truth),
  signOff: oneOf(...SIGN_OFF),
  signedBy: orNull(text),
  signedAt: orNull(text),
  signedSeq: orNull(whole),
  receipt: oneOf(...RECEIPT),
  reason: orNull(text),
  changedRows: listOf(text),
  deadline: text,
  openUntil: orNull(text),
  hasReviewer: truth,
  filesOnBehalf: listOf(fileOnBehalfShape),
  version: whole,
}

/** The states of a unit's period. */
export const submissionShape: Shape<Submission> = object<Submission>(submissionFields)

/** GET …/submissions: every unit with its states, and how many reported in time. */
export const submissionsShape: Shape<SubmissionsAnswer> = object<SubmissionsAnswer>({
  due: whole,
  reported: whole,
  partial: whole,
  unreported: whole,
  onTime: whole,
  late: whole,
  submissions: listOf(
    object<UnitSubmission>({
      ...submissionFields,
      timeliness: orNull(oneOf('onTime', 'late', 'waiting', 'missing')),
      required: whole,
      reported: whole,
      rows: whole,
      rowsOnBehalf: whole,
      lastAt: orNull(text),
    }),
  ),
})

/** What somebody said of a row. */
export const commentShape: Shape<Comment> = object<Comment>({
  id: text,
  subject: text,
  area: text,
  part: text,
  version: whole,
  kind: oneOf('comment', 'return'),
  account: text,
  by: text,
  own: truth,
  at: text,
  text,
  changedSince: truth,
})

/** The server's side of a unit's period: its states and acts, comments, and the history of a row. */
export const unitPeriods = (ask: Ask): UnitPeriodApi => ({
  submission: (period, reporter) => ask({ method: 'GET', path: `${reporterPath(period, reporter)}/submission` }, submissionShape),

  submissions: (period) => ask({ method: 'GET', path: `/v1/periods/${encodeURIComponent(period)}/submissions` }, submissionsShape),

  act: (period, reporter, act, body) =>
    ask({ method: 'POST', path: `${reporterPath(period, reporter)}/submission/${act}`, body: JSON.stringify(body) }, submissionShape),

  setExtension: (period, reporter, until, reason) =>
    ask({ method: 'PUT', path: `${reporterPath(period, reporter)}/extension`, body: JSON.stringify({ until, reason }) }, submissionShape),

  async comments(period, reporter) {
    const path = `${reporterPath(period, reporter)}/comments`
    const answer = await ask({ method: 'GET', path }, object<{ comments: Comment[] }>({ comments: listOf(commentShape) }))
    return answer.ok ? ok(answer.value.comments) : answer
  },

  comment: (period, reporter, id, comment) =>
    ask({ method: 'POST', path: `${reporterPath(period, reporter)}/comments`, body: JSON.stringify(comment) }, commentShape, {
      'Idempotency-Key': id,
    }),

  async history(period, reporter, { subject, area, part }) {
    const query = new URLSearchParams({ subject, area, part })
    const answer = await ask({ method: 'GET', path: `${reporterPath(period, reporter)}/history?${query}` }, historyShape)
    return answer.ok ? ok(answer.value.versions) : answer
  },
})

/** The path of a unit's period; names are escaped, so that none of them can lead elsewhere. */
export const reporterPath = (period: string, reporter: string): string =>
  `/v1/periods/${encodeURIComponent(period)}/reporters/${encodeURIComponent(reporter)}`
