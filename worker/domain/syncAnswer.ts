import type { SyncRows } from '../../shared/wire/readSyncRows.ts'
import type { RowOutcome, ServerRecord, SyncAnswer } from '../../shared/wire/sync.ts'
import type { Ask } from '../http/context.ts'
import { readImages } from '../store/sync/readRecords.ts'
import type { Receipt } from '../store/sync/saveBatch.ts'
import type { Rejections } from './judgeRows.ts'

interface Answering {
  readonly reporter: string
  readonly atomic: boolean
  readonly dryRun: boolean
  readonly replayed: boolean
}

/**
 * The answer to a sync from its receipt, the first time and every time after: rows in the order of the request, the
 * server's side of a conflict read from history at the version that was judged.
 */
export async function answerSync(c: Ask, receipt: Receipt, sent: SyncRows, how: Answering): Promise<Response> {
  const rejections = JSON.parse(receipt.rejected) as Rejections
  const conflicts = receipt.outcomes.filter(({ status }) => status === 'conflict')
  const keys = new Map(sent.rows.map(([row, subject, area, part]) => [row, [subject, area, part] as const]))
  const images = new Map<number, ServerRecord>()
  if (conflicts.length > 0) {
    const wanted = conflicts.map(({ row, version }) => [...(keys.get(row) ?? ['', '', '']), version] as [string, string, string, number])
    const found = await readImages(c.env.DB, receipt.period, how.reporter, wanted)
    for (const [index, { row }] of conflicts.entries()) images.set(row, found[index] as ServerRecord)
  }
  const held = how.atomic && (conflicts.length > 0 || rejections.length > 0)
  const outcomes: RowOutcome[] = rejections.map(([row, findings]) => ({
    row,
    status: 'rejected',
    findings: structuredClone(findings) as never,
  }))
  for (const outcome of receipt.outcomes) {
    const { row, version } = outcome
    if (outcome.status === 'conflict')
      outcomes.push({ row, status: 'conflict', version, fields: [...outcome.fields], server: images.get(row) as ServerRecord })
    else if (outcome.status === 'unchanged') outcomes.push({ row, status: 'unchanged', version })
    else outcomes.push(held ? { row, status: 'held', version: version - 1 } : { row, status: 'applied', version })
  }
  outcomes.sort((one, other) => one.row - other.row)
  const answer: SyncAnswer = { seq: receipt.seq, periodEpoch: receipt.epoch, dryRun: how.dryRun, replayed: how.replayed, outcomes }
  return c.json(answer, 200, how.replayed ? { 'Idempotency-Replayed': 'true' } : {})
}
