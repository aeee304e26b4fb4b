import { z } from 'zod'
import { fail, ok, type Result } from '../../../shared/base/result.ts'
import type { Register } from '../../../shared/register/register.ts'
import { register2021 } from '../../../shared/register/register2021.ts'
import { demoConsolidation, demoOpening, demoRecords } from '../../../shared/report/demoConsolidation.ts'
import { consolidationSchema } from '../../../shared/wire/consolidation.ts'
import { periodsAnswerSchema } from '../../../shared/wire/period.ts'
import { type RecordsPage, recordsPageSchema } from '../../../shared/wire/records.ts'
import { submissionsAnswerSchema } from '../../../shared/wire/submission.ts'
import type { ServerRecord } from '../../../shared/wire/sync.ts'
import type { DocumentSource } from '../../document/writeDocument.ts'

export interface SourceFault {
  readonly tag: 'askedWrongly' | 'unreachable' | 'refused'
  readonly message: string
}

export interface SourceAsked {
  readonly period: string
  readonly demo: boolean
  readonly server: string | undefined
  readonly token: string | undefined
}

/** The demo's own records, or the figures of a server as a coordinator sees them. */
export async function readSource({ period, demo, server, token }: SourceAsked): Promise<Result<DocumentSource, SourceFault>> {
  if (demo) {
    const consolidation = { ...demoConsolidation(), period }
    return ok({ register: register2021, consolidation, opening: demoOpening, pending: new Set(), records: demoRecords() })
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
  const known = periods.value.periods
  const softDeadline = known.find((one) => one.id === period)?.softDeadline
  const earlier = known.map((one) => one.id).filter((id) => id < period && id.slice(0, 4) === period.slice(0, 4))
  const before = earlier.length === 0 ? undefined : await ask(`/v1/periods/${earlier.sort().at(-1)}/consolidation`, consolidationSchema)
  if (before && !before.ok) return before
  const records: ServerRecord[] = []
  for (let since: number | null = 0; since !== null; ) {
    const page: Result<RecordsPage, SourceFault> = await ask(`${base}/records?since=${since}`, recordsPageSchema)
    if (!page.ok) return page
    records.push(...page.value.records)
    since = page.value.next
  }
  const { due, reported, onTime, late, missing } = submissions.value
  return ok({
    register: register.value,
    consolidation: consolidation.value,
    pending: new Set(register.value.units.map((unit) => unit.id).filter((id) => !accepted.has(id))),
    submissions: { due, reported, onTime, late, missing },
    records,
    ...(before === undefined ? {} : { before: before.value }),
    ...(softDeadline === undefined ? {} : { softDeadline }),
  })
}
