import type { z } from 'zod'
import { never } from '../../shared/base/never.ts'
import { idempotencyKey, syncQuery } from '../../shared/wire/contract.ts'
import { MAX_SYNC_BYTES } from '../../shared/wire/protocol.ts'
import { readSyncRows } from '../../shared/wire/readSyncRows.ts'
import { type OnBehalfEnvelope, onBehalfEnvelopeSchema, type SyncEnvelope, syncEnvelopeSchema } from '../../shared/wire/sync.ts'
import type { SyncRows } from '../../shared/wire/syncRow.ts'
import { judgeRows } from '../domain/judgeRows.ts'
import { refuseRows } from '../domain/refuseRows.ts'
import { answerSync } from '../domain/syncAnswer.ts'
import { sessionOf } from '../http/authorize.ts'
import { cityToday } from '../http/cityToday.ts'
import type { Ask, Handler } from '../http/context.ts'
import { readOf } from '../http/firstRead.ts'
import { param } from '../http/param.ts'
import { Refusal } from '../http/problem.ts'
import { conform, parseJson, readBytes } from '../http/readBody.ts'
import { hashOf } from '../secrets/hashOf.ts'
import { GUARD_PROBLEM } from '../store/database/guards.ts'
import { findRegister } from '../store/periods.ts'
import type { Batch } from '../store/sync/batch.ts'
import type { Rejection } from '../store/sync/receipts.ts'
import { judgeBatch, type SaveFault, saveBatch } from '../store/sync/saveBatch.ts'
import { syncInputsOf } from '../store/sync/syncInputs.ts'

/** Takes what a unit's sheet says. */
export const sync: Handler = (c) => takeRows(c, syncEnvelopeSchema)

/** Takes from a coordinator what a unit's file says, and records whose act it was. */
export const syncOnBehalf: Handler = (c) => takeRows(c, onBehalfEnvelopeSchema)

/** Bytes → rows → judged by register and checks → one transaction → an outcome for each row. */
async function takeRows(c: Ask, envelopeSchema: z.ZodType<SyncEnvelope | OnBehalfEnvelope>): Promise<Response> {
  const { dryRun } = conform(syncQuery, c.req.query())
  const key = idempotencyKey.safeParse(c.req.header('idempotency-key'))
  if (!key.success) throw new Refusal('idempotencyKeyMissing')
  const bytes = await readBytes(c.req.raw, MAX_SYNC_BYTES)
  const bodyHash = await hashOf(bytes)
  const [period, reporter] = [param(c, 'period'), param(c, 'reporter')]
  const id = key.data.toLowerCase()

  const inputs = syncInputsOf(readOf(c))
  if (!inputs.period) throw new Refusal('notFound')
  const { rows: sent, ...envelope } = conform<SyncEnvelope | OnBehalfEnvelope>(envelopeSchema, parseJson(bytes))
  const read = readSyncRows(envelope.fields, sent)
  if (!read.ok) throw refuseRows(read.fault)
  // Before anything is judged: what the id was answered holds under every lock and deadline since.
  if (inputs.receipt && !dryRun) {
    if (inputs.receipt.bodyHash !== bodyHash || inputs.receipt.period !== period) throw new Refusal('idempotencyKeyReused')
    return answerSync(c, inputs.receipt, read.value, { reporter, atomic: envelope.atomic, dryRun, replayed: true })
  }
  const register = await findRegister(c.env.DB, inputs.era, inputs.period.registerId, inputs.period.registerVersion)
  if (!register) throw new Error('a period without its register')

  const now = c.get('host').now()
  const today = cityToday(now)
  const rejected = judgeRows(read.value.rows, { register, reporter, period, today, earlier: inputs.earlier })
  const { account, tokenHash } = sessionOf(c)
  const batch: Batch = {
    period,
    reporter,
    id,
    bodyHash,
    tokenHash,
    account: account.id,
    accountName: account.name,
    role: account.role,
    file: envelope.file,
    requestId: c.get('requestId'),
    at: now.toISOString(),
    today,
    registerId: register.id,
    registerVersion: envelope.registerVersion,
    epoch: envelope.periodEpoch,
    era: envelope.era,
    atomic: envelope.atomic,
    note: envelope.note,
    evidence: envelope.evidence,
    named: read.value.named,
    rows: soundRows(read.value, rejected),
    rejected,
  }
  const saved = await (dryRun ? judgeBatch : saveBatch)(c.env.DB, batch)
  if (saved.ok) return answerSync(c, saved.value, read.value, { reporter, atomic: envelope.atomic, dryRun, replayed: false })
  return afterFault(c, saved.fault, batch, read.value)
}

/** What is answered where the batch did not go in. */
function afterFault(c: Ask, fault: SaveFault, batch: Batch, rows: SyncRows): Promise<Response> {
  switch (fault.tag) {
    case 'guard':
      throw new Refusal(GUARD_PROBLEM[fault.guard])
    case 'repeated':
      if (fault.receipt.bodyHash !== batch.bodyHash || fault.receipt.period !== batch.period) throw new Refusal('idempotencyKeyReused')
      return answerSync(c, fault.receipt, rows, { reporter: batch.reporter, atomic: batch.atomic, dryRun: false, replayed: true })
    case 'unavailable':
      c.get('host').log({ event: 'databaseUnavailable', requestId: c.get('requestId'), cause: String(fault.cause).slice(0, 300) })
      throw new Refusal('busy', { retryAfter: 5 })
    default:
      return never(fault)
  }
}

/** The rows that nothing refused. */
function soundRows({ rows }: SyncRows, rejected: readonly Rejection[]): SyncRows['rows'] {
  if (rejected.length === 0) return rows
  const refused = new Set(rejected.map(({ row }) => row))
  return rows.filter(({ row }) => !refused.has(row))
}
