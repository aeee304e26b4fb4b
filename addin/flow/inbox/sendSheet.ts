import { ok, type Result } from '../../../shared/base/result.ts'
import type { ServerRecord } from '../../../shared/wire/sync.ts'
import type { ApiFault } from '../../ports/apiFault.ts'
import type { DroppedFile, Inbox } from '../../ports/inbox.ts'
import type { OutboxEntry } from '../../ports/outbox.ts'
import type { Ports } from '../../ports/ports.ts'
import { type DeliveryFault, deliver, type SentRow } from '../submit/deliver.ts'
import { chunkId } from '../submit/submitSheet.ts'
import type { SheetPlan } from './sheetPlan.ts'

/** What became of a sheet's rows, or would. */
export interface SheetOutcome {
  /** Written for the first time, and as a further version. */
  readonly fresh: number
  readonly changed: number
  readonly unchanged: number
  /** Rows that the unit itself reports otherwise; they stay as the unit has them. */
  readonly conflicts: readonly Conflict[]
  /** What the server says of rows that it does not take. */
  readonly refused: readonly ServerFinding[]
  readonly refusedRows: number
}

/** A finding as the server tells it. */
type ServerFinding = Extract<SentRow['outcome'], { status: 'rejected' }>['findings'][number]

/** A row of the file beside what the unit itself reports. */
export interface Conflict {
  readonly row: Pick<SentRow, 'key' | 'place' | 'values'>
  readonly fields: Extract<SentRow['outcome'], { status: 'conflict' }>['fields']
  readonly server: ServerRecord
}

/** Whose sheet it is, from which file. */
export interface SheetOf {
  readonly period: string
  readonly reporter: string
  readonly sheetName: string
  readonly file: Pick<DroppedFile, 'sha256'>
}

/**
 * Tries (`dryRun`), or sends, a planned sheet. The id of a request is made of the file, the unit, the period and the bytes:
 * the same sending again is answered and not written twice, whoever closed which pane in between.
 */
export async function sendSheet(
  ports: Ports,
  inbox: Inbox,
  of: SheetOf,
  plan: SheetPlan,
  how: { readonly dryRun: boolean; readonly signal?: AbortSignal },
): Promise<Result<SheetOutcome, DeliveryFault | ApiFault>> {
  const sent: SentRow[] = []
  for (const [index, body] of plan.bodies.entries()) {
    const id = chunkId(await idOf(inbox, of, plan.bodies), index, plan.bodies.length)
    const entry: OutboxEntry = { id, period: of.period, reporter: of.reporter, body, sheet: of.sheetName, at: ports.surroundings.now() }
    const answer = await deliver(onBehalf(ports, how.dryRun), entry, how.signal)
    if (!answer.ok) return answer
    sent.push(...answer.value)
  }
  return ok(outcomeOf(sent, plan))
}

/** The ports of a delivery: by the route on behalf, and with nothing to take out of the outbox, since the file itself is kept. */
const onBehalf = (ports: Ports, dryRun: boolean): Ports => ({
  ...ports,
  api: { ...ports.api, sync: (sending) => ports.api.syncOnBehalf(sending, dryRun) },
  outbox: { ...ports.outbox, remove: async () => undefined },
})

/** A UUID (version 8) of what is sent. */
async function idOf(inbox: Inbox, { period, reporter, file }: SheetOf, bodies: readonly string[]): Promise<string> {
  const hash = await inbox.sha256(new TextEncoder().encode(JSON.stringify([file.sha256, reporter, period, ...bodies])))
  return [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `8${hash.slice(17, 20)}`, hash.slice(20, 32)].join('-')
}

function outcomeOf(sent: readonly SentRow[], plan: SheetPlan): SheetOutcome {
  const applied = sent.flatMap(({ outcome }) => (outcome.status === 'applied' ? [outcome.version] : []))
  const refused = sent.flatMap(({ outcome }) => (outcome.status === 'rejected' ? [outcome.findings] : []))
  return {
    fresh: applied.filter((version) => version === 1).length,
    changed: applied.filter((version) => version > 1).length,
    unchanged: plan.unchanged + sent.filter(({ outcome }) => outcome.status === 'unchanged').length,
    conflicts: sent.flatMap(({ outcome, ...row }) =>
      outcome.status === 'conflict' ? [{ row, fields: outcome.fields, server: outcome.server }] : [],
    ),
    refused: refused.flat(),
    refusedRows: refused.length,
  }
}
