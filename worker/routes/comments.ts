import { never } from '../../shared/base/never.ts'
import { commentHeaders, commentRequestSchema, historyQuery } from '../../shared/wire/comment.ts'
import { actorOf } from '../http/actorOf.ts'
import { sessionOf } from '../http/authorize.ts'
import type { Handler } from '../http/context.ts'
import { param } from '../http/param.ts'
import { Refusal } from '../http/problem.ts'
import { conform } from '../http/readBody.ts'
import { readJson } from '../http/readJson.ts'
import { refuseGuard } from '../http/refuseGuard.ts'
import { addComment, listComments } from '../store/comments.ts'
import { findSubmission } from '../store/submissions.ts'
import { readHistory } from '../store/sync/readRecords.ts'

/** The comments on a unit's rows; one that does not exist is not found, one without any has none. */
export const comments: Handler = async (c) => {
  const [period, reporter] = [param(c, 'period'), param(c, 'reporter')]
  const found = await listComments(c.env.DB, period, reporter)
  if (found.length === 0 && !(await findSubmission(c.env.DB, period, reporter))) throw new Refusal('notFound')
  return c.json({ comments: found })
}

/** A comment on a row; only a coordinator returns one. The same Idempotency-Key and content answer the stored comment. */
export const comment: Handler = async (c) => {
  const key = conform(commentHeaders, { 'idempotency-key': c.req.header('idempotency-key') })['idempotency-key']?.toLowerCase()
  const asked = await readJson(c, commentRequestSchema)
  if (asked.kind === 'return' && sessionOf(c).account.role !== 'coordinator') throw new Refusal('forbidden')
  const [period, reporter] = [param(c, 'period'), param(c, 'reporter')]
  if (!(await findSubmission(c.env.DB, period, reporter))) throw new Refusal('notFound')
  const added = await addComment(c.env.DB, { id: c.get('host').newId(), period, reporter, key, ...asked }, actorOf(c))
  if (added.ok) return c.json(added.value.comment, 200, added.value.replayed ? { 'Idempotency-Replayed': 'true' } : {})
  switch (added.fault.tag) {
    case 'guard':
      throw refuseGuard(added.fault)
    case 'keyReused':
      throw new Refusal('idempotencyKeyReused')
    default:
      return never(added.fault)
  }
}

/** Every version of one record, oldest first. */
export const history: Handler = async (c) => {
  const { subject, area, part } = conform(historyQuery, c.req.query())
  const versions = await readHistory(c.env.DB, { period: param(c, 'period'), reporter: param(c, 'reporter') }, { subject, area, part })
  if (versions.length === 0) throw new Refusal('notFound')
  return c.json({ versions })
}
