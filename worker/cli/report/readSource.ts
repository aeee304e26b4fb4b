import { z } from 'zod'
import { fail, ok, type Result } from '../../../shared/base/result.ts'
import { unitDays } from '../../../shared/consolidation/sendingDays.ts'
import { endOfMonth } from '../../../shared/quantity/dates/calendar.ts'
import type { Register } from '../../../shared/register/register.ts'
import { register2021 } from '../../../shared/register/year2021/register2021.ts'
import { consolidationSchema } from '../../../shared/wire/consolidation.ts'
import { periodsAnswerSchema } from '../../../shared/wire/period.ts'
import { submissionsAnswerSchema } from '../../../shared/wire/submission.ts'
import type { DocumentSource } from '../../document/writeDocument.ts'
import { demoConsolidation, demoOpening } from '../demo/demoConsolidation.ts'

export interface SourceFault {
  readonly tag: 'askedWrongly' | 'unreachable' | 'refused'
  readonly message: string
}

export interface SourceAsked {
  readonly period: string
  readonly demo: boolean
  /** The day that the demo's lights are judged on; a server judges its own. */
  readonly on?: string | undefined
  readonly server: string | undefined
  readonly token: string | undefined
}

/** The demo's own records, or the figures of a server as a coordinator sees them. */
export async function readSource({ period, demo, on, server, token }: SourceAsked): Promise<Result<DocumentSource, SourceFault>> {
  if (demo) {
    const consolidation = demoConsolidation(period, on ?? endOfMonth(period))
    return ok({ register: register2021, consolidation, opening: demoOpening, pending: new Set(), unitsKnown: false })
  }
  if (server === undefined || token === undefined) {
    return fail({ tag: 'askedWrongly', message: 'give --demo, or --server URL and the token of a coordinator in REPORT_TOKEN' })
  }
  const ask = async <T>(path: string, schema: z.ZodType<T>): Promise<Result<T, SourceFault>> => {
    const url = new URL(path, server)
    const answer = await fetch(url, { headers: { authorization: `Bearer ${token}`, accept: 'application/json' } }).catch(
      (cause: unknown) => cause,
    )
    if (!(answer instanceof Response)) return fail({ tag: 'unreachable', message: `${url.origin} cannot be reached` })
    if (!answer.ok) return fail({ tag: 'refused', message: `${url.pathname}: ${answer.status} ${(await answer.text()).slice(0, 300)}` })
    const parsed = schema.safeParse(await answer.json().catch(() => undefined))
    return parsed.success ? ok(parsed.data) : fail({ tag: 'refused', message: `${url.pathname}: not an answer of this version` })
  }
  const base = `/v1/periods/${period}`
  const register = await ask(
    `${base}/register`,
    z.custom<Register>((value) => typeof value === 'object' && value !== null && 'tasks' in value),
  )
  if (!register.ok) return register
  const consolidation = await ask(`${base}/consolidation`, consolidationSchema)
  if (!consolidation.ok) return consolidation
  const submissions = await ask(`${base}/submissions`, submissionsAnswerSchema)
  if (!submissions.ok) return submissions
  const periods = await ask('/v1/periods', periodsAnswerSchema)
  if (!periods.ok) return periods
  const accepted = new Set(
    submissions.value.submissions.filter(({ receipt }) => receipt === 'accepted' || receipt === 'locked').map(({ reporter }) => reporter),
  )
  const days = periods.value.periods.find((one) => one.id === period)
  return ok({
    register: register.value,
    consolidation: consolidation.value,
    pending: new Set(register.value.units.map((unit) => unit.id).filter((id) => !accepted.has(id))),
    ...(days === undefined ? {} : { days, units: unitDays(consolidation.value.reporters, submissions.value.submissions) }),
  })
}
