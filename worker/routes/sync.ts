import { never } from '../../shared/base/never.ts'
import { asScaled } from '../../shared/quantity/scaled.ts'
import type { FigureRecord } from '../../shared/record/figureRecord.ts'
import { idempotencyKey, syncQuery } from '../../shared/wire/contract.ts'
import { MAX_SYNC_BYTES } from '../../shared/wire/protocol.ts'
import { readSyncRows, type SyncRows } from '../../shared/wire/readSyncRows.ts'
import { syncEnvelopeSchema } from '../../shared/wire/sync.ts'
import { carriedRows } from '../domain/carriedRows.ts'
import { jsonParts } from '../domain/jsonParts.ts'
import { judgeRows } from '../domain/judgeRows.ts'
import { refuseRows } from '../domain/refuseRows.ts'
import { answerSync } from '../domain/syncAnswer.ts'
import { sessionOf } from '../http/authorize.ts'
import { cityToday } from '../http/cityToday.ts'
import type { Ask, Handler } from '../http/context.ts'
import { readOf } from '../http/firstRead.ts'
import { Refusal } from '../http/problem.ts'
import { conform, parseJson, readBytes } from '../http/readBody.ts'
import { GUARD_PROBLEM } from '../store/database/guards.ts'
import { hashOf } from '../store/database/secrets.ts'
import { findRegister } from '../store/periods.ts'
import { syncGroundOf } from '../store/sync/prepareSync.ts'
import type { EarlierFigure } from '../store/sync/readRecords.ts'
import { type Batch, judgeBatch, type SaveFault, saveBatch } from '../store/sync/saveBatch.ts'

/** Takes what a sheet says: bytes → rows → judged by register and checks → one transaction → an outcome for each row. */
export const sync: Handler = async (c) => {
  const { dryRun } = conform(syncQuery, c.req.query())
  const key = idempotencyKey.safeParse(c.req.header('idempotency-key'))
  if (!key.success) throw new Refusal('idempotencyKeyMissing')
  const bytes = await readBytes(c.req.raw, MAX_SYNC_BYTES)
  const bodyHash = await hashOf(bytes)
  const period = c.req.param('period') ?? ''
  const reporter = c.req.param('reporter') ?? ''
  const id = key.data.toLowerCase()

  const ground = syncGroundOf(readOf(c))
  if (!ground.period) throw new Refusal('notFound')
  const { rows: sent, ...envelope } = conform(syncEnvelopeSchema, parseJson(bytes))
  const read = readSyncRows(envelope.fields, sent)
  if (!read.ok) throw refuseRows(read.fault)
  if (ground.receipt && !dryRun) {
    if (ground.receipt.bodyHash !== bodyHash || ground.receipt.period !== period) throw new Refusal('idempotencyKeyReused')
    return answerSync(c, ground.receipt, read.value, { reporter, atomic: envelope.atomic, dryRun, replayed: true })
  }
  const register = await findRegister(c.env.DB, ground.era, ground.period.registerId, ground.period.registerVersion)
  if (!register) throw new Error('a period without its register')

  const now = c.get('host').now()
  const today = cityToday(now)
  const rejected = judgeRows(read.value, { register, reporter, period, today, earlier: ground.earlier.map(earlierRecord) })
  const { account, tokenHash } = sessionOf(c)
  const { carried, rows } = carriedRows(read.value.named, soundRows(read.value, rejected))
  const batch: Batch = {
    period,
    reporter,
    id,
    bodyHash,
    tokenHash,
    account: account.id,
    role: account.role,
    at: now.toISOString(),
    today,
    registerId: register.id,
    registerVersion: envelope.registerVersion,
    epoch: envelope.periodEpoch,
    era: envelope.era,
    atomic: envelope.atomic,
    note: envelope.note,
    evidence: envelope.evidence,
    carried,
    parts: jsonParts(rows),
    rejectedCount: rejected.length,
    rejected: JSON.stringify(rejected),
  }
  const saved = await (dryRun ? judgeBatch : saveBatch)(c.env.DB, batch)
  if (saved.ok) return answerSync(c, saved.value, read.value, { reporter, atomic: envelope.atomic, dryRun, replayed: false })
  return afterFault(c, saved.fault, batch, read.value)
}

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

function soundRows({ rows }: SyncRows, rejected: readonly (readonly [number, unknown])[]): SyncRows['rows'] {
  if (rejected.length === 0) return rows
  const refused = new Set(rejected.map(([row]) => row))
  return rows.filter(([row]) => !refused.has(row))
}

const earlierRecord = ({ subject, area, part, cumulative }: EarlierFigure): FigureRecord => ({
  subject,
  area,
  part,
  values: { cumulative: asScaled(cumulative) },
  written: {},
  origin: { sheet: '', row: 0, cells: {} },
})
