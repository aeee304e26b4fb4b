import { never } from '../../shared/base/never.ts'
import type { Result } from '../../shared/base/result.ts'
import { extensionSchema } from '../../shared/wire/administration.ts'
import { type Outstanding, outstandingOf, SETTLES } from '../../shared/wire/outstanding.ts'
import { type Submission, submissionActSchema } from '../../shared/wire/submission.ts'
import { allowedActs, SUBMISSION_ACTS, type SubmissionAct } from '../../shared/wire/submissionActs.ts'
import { readSubmissions } from '../domain/readSubmissions.ts'
import { actorOf } from '../http/actorOf.ts'
import { cityToday } from '../http/cityToday.ts'
import type { Ask, Handler } from '../http/context.ts'
import { param } from '../http/param.ts'
import { Refusal } from '../http/problem.ts'
import { readJson } from '../http/readJson.ts'
import { refuseGuard } from '../http/refuseGuard.ts'
import { actOnSubmission, type SubmissionFault } from '../store/actOnSubmission.ts'
import { setExtension } from '../store/extensions.ts'
import { findSubmission } from '../store/submissions.ts'

/** The states of one unit's period. */
export const submission: Handler = async (c) => {
  const found = await findSubmission(c.env.DB, param(c, 'period'), param(c, 'reporter'))
  if (!found) throw new Refusal('notFound')
  return c.json(found)
}

/** Every unit that must report, and every other that did; with the counts that circulars name. */
export const submissions: Handler = async (c) => {
  const found = await readSubmissions(c.env.DB, param(c, 'period'), cityToday(c.get('host').now()))
  if (!found) throw new Refusal('notFound')
  return c.json(found)
}

/** The handler of one act on a unit's period. What is settled although something is outstanding needs a second word, which the audit trail keeps. */
export const actHandler =
  (act: SubmissionAct): Handler =>
  async (c) => {
    const { reason, asOfSeq, confirmed } = await readJson(c, submissionActSchema)
    if (SUBMISSION_ACTS[act].reason && reason === undefined) throw new Refusal('invalidBody', { detail: 'reason: required' })
    const [period, reporter, today] = [param(c, 'period'), param(c, 'reporter'), cityToday(c.get('host').now())]
    const outstanding = SETTLES.has(act) ? await outstandingNow(c, act, today) : null
    if (outstanding !== null && confirmed !== true)
      throw new Refusal('confirmationNeeded', { detail: `unapproved: ${outstanding.unapproved}, missing: ${outstanding.missing}` })
    const of = { period, reporter, act, reason: reason ?? null, asOfSeq: asOfSeq ?? null, today, outstanding }
    return answer(c, await actOnSubmission(c.env.DB, of, actorOf(c)))
  }

/** Of an act that the unit's state allows; of another nothing is asked, it is refused for the state. */
async function outstandingNow(c: Ask, act: SubmissionAct, today: string): Promise<Outstanding | null> {
  const units = await readSubmissions(c.env.DB, param(c, 'period'), today)
  const unit = units?.submissions.find(({ reporter }) => reporter === param(c, 'reporter'))
  if (!unit || !allowedActs(unit, 'coordinator', false).includes(act)) return null
  return outstandingOf({ ...unit, missing: Math.max(0, unit.required - unit.reported) })
}

/** More time for one unit, until a day; null takes it back. */
export const extension: Handler = async (c) => {
  const { until, reason } = await readJson(c, extensionSchema)
  return answer(c, await setExtension(c.env.DB, { period: param(c, 'period'), reporter: param(c, 'reporter'), until, reason }, actorOf(c)))
}

function answer(c: Ask, done: Result<Submission, SubmissionFault>): Response {
  if (done.ok) return c.json(done.value)
  switch (done.fault.tag) {
    case 'guard':
      throw refuseGuard(done.fault)
    case 'unknown':
      throw new Refusal('notFound')
    default:
      return never(done.fault)
  }
}
