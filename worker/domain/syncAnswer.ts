import type { RowOutcome, SyncAnswer } from '../../shared/wire/sync.ts'
import type { SyncRows } from '../../shared/wire/syncRow.ts'
import type { Ask } from '../http/context.ts'
import { readSnapshots } from '../store/sync/readRecords.ts'
import type { Receipt } from '../store/sync/receipts.ts'

/** How the sync was asked for. */
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
  const conflicts = await conflictsOf(c, receipt, sent, how.reporter)
  const withheld = how.atomic && (conflicts.length > 0 || receipt.rejected.length > 0)
  const outcomes = [
    ...receipt.rejected.map(({ row, findings }): RowOutcome => ({ row, status: 'rejected', findings })),
    ...conflicts,
    ...receipt.outcomes.flatMap(({ row, status, version }): RowOutcome[] => {
      if (status === 'conflict') return []
      if (status === 'unchanged') return [{ row, status, version }]
      return [withheld ? { row, status: 'held', version: version - 1 } : { row, status, version }]
    }),
  ].sort((one, other) => one.row - other.row)
  const answer: SyncAnswer = { seq: receipt.seq, periodEpoch: receipt.epoch, dryRun: how.dryRun, replayed: how.replayed, outcomes }
  return c.json(answer, 200, how.replayed ? { 'Idempotency-Replayed': 'true' } : {})
}

/** The rows in conflict, each with the version that it ran into. Throws where history does not have that: a bug. */
async function conflictsOf(c: Ask, receipt: Receipt, { rows }: SyncRows, reporter: string): Promise<readonly RowOutcome[]> {
  const conflicts = receipt.outcomes.filter((outcome) => outcome.status === 'conflict')
  if (conflicts.length === 0) return []
  const byRow = new Map(rows.map((row) => [row.row, row]))
  const wanted = conflicts.flatMap(({ row, version }) => {
    const key = byRow.get(row)
    return key ? [{ subject: key.subject, area: key.area, part: key.part, version }] : []
  })
  const servers = await readSnapshots(c.env.DB, { period: receipt.period, reporter }, wanted)
  return conflicts.map(({ row, status, version, fields }, index) => {
    const server = servers[index]
    if (server?.version !== version) throw new Error('a conflict with a version that history does not have')
    return { row, status, version, fields, server }
  })
}
