import { never } from '../../shared/base/never.ts'
import type { Result } from '../../shared/base/result.ts'
import { extensionSchema } from '../../shared/wire/administration.ts'
import { type Submission, submissionActSchema } from '../../shared/wire/submission.ts'
import { SUBMISSION_ACTS, type SubmissionAct } from '../../shared/wire/submissionActs.ts'
import { countSubmissions } from '../domain/countSubmissions.ts'
import { actorOf } from '../http/actorOf.ts'
import { cityToday } from '../http/cityToday.ts'
import type { Ask, Handler } from '../http/context.ts'
import { param } from '../http/param.ts'
import { Refusal } from '../http/problem.ts'
import { readJson } from '../http/readJson.ts'
import { refuseGuard } from '../http/refuseGuard.ts'
import { actOnSubmission, type SubmissionFault } from '../store/actOnSubmission.ts'
import { periodFoldRows } from '../store/consolidation/foldRows.ts'
import { setExtension } from '../store/extensions.ts'
import { findRegister, readPeriodAndEra } from '../store/periods.ts'
import { findSubmission, listSubmissions } from '../store/submissions.ts'

/** The states of one unit's period. */
export const submission: Handler = async (c) => {
  const found = await findSubmission(c.env.DB, param(c, 'period'), param(c, 'reporter'))
  if (!found) throw new Refusal('notFound')
  return c.json(found)
}

/** Every unit that must report, and every other that did; with the counts that circulars name. */
export const submissions: Handler = async (c) => {
  const { era, period } = await readPeriodAndEra(c.env.DB, param(c, 'period'))
  if (!period) throw new Refusal('notFound')
  const register = await findRegister(c.env.DB, era, period.registerId, period.registerVersion)
  if (!register) throw new Error('a period without its register')
  const [all, rows] = await Promise.all([listSubmissions(c.env.DB, period.id), periodFoldRows(c.env.DB, period.id)])
  return c.json(countSubmissions({ all, rows }, register, period, cityToday(c.get('host').now())))
}

/** The handler of one act on a unit's period. */
export const actHandler =
  (act: SubmissionAct): Handler =>
  async (c) => {
    const { reason, asOfSeq } = await readJson(c, submissionActSchema)
    if (SUBMISSION_ACTS[act].reason && reason === undefined) throw new Refusal('invalidBody', { detail: 'reason: required' })
    const of = { period: param(c, 'period'), reporter: param(c, 'reporter'), act, reason: reason ?? null, asOfSeq: asOfSeq ?? null }
    return answer(c, await actOnSubmission(c.env.DB, { ...of, today: cityToday(c.get('host').now()) }, actorOf(c)))
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
