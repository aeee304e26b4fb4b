import { VALUE_FIELDS } from '../../../shared/record/columnFields.ts'
import type { FigureRecord } from '../../../shared/record/figureRecord.ts'
import { register2021 } from '../../../shared/register/year2021/register2021.ts'
import { consolidationSchema } from '../../../shared/wire/consolidation.ts'
import { periodsAnswerSchema } from '../../../shared/wire/period.ts'
import { recordsPageSchema } from '../../../shared/wire/records.ts'
import { sessionAnswerSchema } from '../../../shared/wire/session.ts'
import { KEY_COLUMNS, type RowOutcome, type SyncRequest, syncAnswerSchema } from '../../../shared/wire/sync.ts'
import { demoRecords2021 } from '../demo/demoRecords2021.ts'
import type { ApiAnswer, ApiCall } from './callApi.ts'
import { DEMO_PERIOD, type InvitedAccount } from './seedCity.ts'

/** Whoever tries the add-in sends these two units' figures by hand, from the sample sheets 01 and 02. */
const BY_HAND = ['jiaotong', 'wenlv']

export interface DemoFigures {
  readonly reporters: number
  readonly applied: number
  readonly rejected: readonly RowOutcome[]
}

/**
 * Sends the document's own figures for every reporter but those of the sample sheets, by the front door: sign-in and
 * sync. A reporter that has sent anything already is left alone, so that a second start changes nothing.
 */
export async function sendDemoFigures(
  call: (call: ApiCall) => Promise<ApiAnswer>,
  people: readonly InvitedAccount[],
): Promise<DemoFigures> {
  const outcomes: RowOutcome[] = []
  const sent = new Map<string, string>()
  for (const { reporter, records } of demoRecords2021) {
    const clerk = people.find((account) => account.role === 'clerk' && account.reporter === reporter)
    if (BY_HAND.includes(reporter) || !clerk) continue
    const token = await signIn(call, clerk)
    const path = `/v1/periods/${DEMO_PERIOD}/reporters/${reporter}`
    const stored = recordsPageSchema.parse(accepted(await call({ path: `${path}/records?since=0&limit=1`, token })))
    if (stored.records.length > 0) continue
    const { periods } = periodsAnswerSchema.parse(accepted(await call({ path: '/v1/periods', token })))
    const epoch = periods.find(({ id }) => id === DEMO_PERIOD)?.epoch ?? 0
    const answer = await call({
      path: `${path}/sync`,
      token,
      body: syncRequest(records, epoch),
      headers: { 'idempotency-key': crypto.randomUUID() },
    })
    outcomes.push(...syncAnswerSchema.parse(accepted(answer)).outcomes)
    sent.set(reporter, token)
  }
  await declareComplete(call, people, sent)
  return {
    reporters: sent.size,
    applied: outcomes.filter(({ status }) => status === 'applied').length,
    rejected: outcomes.filter(({ status }) => status === 'rejected'),
  }
}

/** Declares those of the reporters just sent complete that miss nothing, with their clerks' tokens, as the clerks would. */
async function declareComplete(
  call: (call: ApiCall) => Promise<ApiAnswer>,
  people: readonly InvitedAccount[],
  sent: ReadonlyMap<string, string>,
) {
  const coordinator = people.find(({ role }) => role === 'coordinator')
  if (!coordinator || sent.size === 0) return
  const path = `/v1/periods/${DEMO_PERIOD}`
  const answer = await call({ path: `${path}/consolidation`, token: await signIn(call, coordinator) })
  for (const { reporter, missing } of consolidationSchema.parse(accepted(answer)).reporters) {
    const token = sent.get(reporter)
    if (token === undefined || missing.length > 0) continue
    accepted(await call({ path: `${path}/reporters/${reporter}/submission/complete`, token, body: {} }))
  }
}

async function signIn(call: (call: ApiCall) => Promise<ApiAnswer>, account: InvitedAccount): Promise<string> {
  return sessionAnswerSchema.parse(accepted(await call({ path: '/v1/sessions', body: { code: account.codeOfStart, device: 'npm start' } })))
    .token
}

/** The body of an answer that went well; a refusal of our own demo is our own bug. */
function accepted({ status, body }: ApiAnswer): unknown {
  if (status >= 300) throw new Error(`the local API answered ${status}: ${JSON.stringify(body)}`)
  return body
}

/** All records as one request: every field named, nothing known of the server yet. */
function syncRequest(records: readonly FigureRecord[], periodEpoch: number): SyncRequest {
  return {
    schema: 1,
    registerVersion: register2021.version,
    periodEpoch,
    atomic: false,
    fields: [...KEY_COLUMNS, ...VALUE_FIELDS, 'written', 'origin', 'reasons'],
    rows: records.map(({ subject, area, part, values, written, origin }) => [
      subject,
      area,
      part,
      0,
      ...VALUE_FIELDS.map((field) => values[field] ?? null),
      { ...written },
      { ...origin },
      {},
    ]),
  }
}
