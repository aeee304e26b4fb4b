import { fail, ok, type Result } from '../../../shared/base/result.ts'
import { recordKeyText } from '../../../shared/record/figureRecord.ts'
import type { ApiFault } from '../../ports/apiFault.ts'
import type { LongWork } from '../../ports/longWork.ts'
import type { OutboxEntry } from '../../ports/outbox.ts'
import type { Ports } from '../../ports/ports.ts'
import type { PeriodContext } from '../periodContext.ts'
import type { Pulled, StoredRecords } from '../pullRecords.ts'
import { pullRecords } from '../pullRecords.ts'
import { buildSync, rowKeys } from './buildSync.ts'
import type { CheckFault, SheetCheck } from './checkSheet.ts'
import { checkSheet } from './checkSheet.ts'
import type { DeliveryFault, SentRow } from './deliver.ts'
import { deliver } from './deliver.ts'
import type { Decisions, PlannedRow } from './planSubmission.ts'
import { goes, noDecisions, planSubmission } from './planSubmission.ts'

/** What the person is asked to confirm: the sheet as just read against the server's rows as just pulled. */
export interface Preview {
  readonly check: SheetCheck
  readonly stored: StoredRecords
  /** Rows of whom the unit took duties over from. */
  readonly inherited: Pulled['inherited']
  readonly era: string
  readonly plan: readonly PlannedRow[]
  /** The coordinator has accepted the unit's period: a correction says why. */
  readonly needsNote: boolean
}

/** `unitLocked`: the coordinator has locked this unit's period. */
export type PreviewFault =
  | CheckFault
  | ApiFault
  | { readonly tag: 'noReporter' }
  | { readonly tag: 'periodNotOpen' }
  | { readonly tag: 'unitLocked' }

/** `sheetChanged` brings the new preview; nothing was sent. */
export type SubmitFault =
  | PreviewFault
  | DeliveryFault
  | SendingStopped
  | { readonly tag: 'sheetChanged'; readonly preview: Preview }
  | { readonly tag: 'nothingToSend' }
  | { readonly tag: 'noteMissing' }

/** The person stopped between two chunks: the later ones were not sent and do not wait. */
export type SendingStopped = { readonly tag: 'sendingStopped' }

/** What came of a submission. */
export interface Submission {
  readonly sent: readonly SentRow[]
  /** Rows that were not to be sent: unchanged, withheld, or left to a colleague's value. */
  readonly unsent: readonly PlannedRow[]
  /** Rows that were to be sent and have no answer: those that wait in the outbox and go by themselves, and those that do not. */
  readonly undelivered: readonly PlannedRow[]
  readonly stopped: readonly PlannedRow[]
  /** Set where some chunks could not be delivered, or the person stopped before them. */
  readonly cut: DeliveryFault | SendingStopped | null
}

/** Reads the sheet again, pulls the unit's rows, and says what a submission would change. Sends nothing. */
export async function previewSubmission(ports: Ports, context: PeriodContext, work?: LongWork): Promise<Result<Preview, PreviewFault>> {
  const { reporter, id } = context.account
  if (reporter === null) return fail({ tag: 'noReporter' })
  // Asked here although the server refuses both as well: a person should not read a preview that cannot be sent.
  if (context.period.state !== 'open') return fail({ tag: 'periodNotOpen' })
  const submission = await ports.api.submission(context.period.id, reporter)
  if (!submission.ok) return submission
  if (submission.value.receipt === 'locked') return fail({ tag: 'unitLocked' })
  const check = await checkSheet(ports, context, work)
  if (!check.ok) return check
  const pulled = await pullRecords(ports, context.period.id, reporter, work?.signal)
  if (!pulled.ok) return pulled
  const { stored, inherited, era } = pulled.value
  const plan = planSubmission(check.value.reading, pulled.value, id, noDecisions)
  return ok({ check: check.value, stored, inherited, era, plan, needsNote: submission.value.receipt === 'accepted' })
}

/** The plan of a preview under what the person has decided so far. */
export const replan = (preview: Preview, context: PeriodContext, decisions: Decisions): readonly PlannedRow[] =>
  planSubmission(preview.check.reading, preview, context.account.id, decisions)

/**
 * Sends what the person confirmed, if the sheet still says it: the sheet is read once more and must give the very same
 * bytes. All chunks are in the outbox before the first one leaves; what cannot be delivered stays there.
 */
export const submitSheet = (
  ports: Ports,
  context: PeriodContext,
  preview: Preview,
  decisions: Decisions,
): Promise<Result<Submission, SubmitFault>> => submitInParts(ports, context, { preview, decisions })

/** The same, where the person watches: `work` hears of chunks, and stops between two of them. */
export async function submitInParts(
  ports: Ports,
  context: PeriodContext,
  { preview, decisions }: { readonly preview: Preview; readonly decisions: Decisions },
  work?: LongWork,
): Promise<Result<Submission, SubmitFault>> {
  const { reporter, id } = context.account
  if (reporter === null) return fail({ tag: 'noReporter' })
  const confirmed = replan(preview, context, decisions)
  const bodies = buildSync(context, confirmed, decisions, preview.era)
  if (bodies.length === 0) return fail({ tag: 'nothingToSend' })
  if (preview.needsNote && !decisions.note?.trim()) return fail({ tag: 'noteMissing' })
  // The preview may be minutes old, and the sheet is the truth: what is sent is what it says now, or nothing.
  // The server's rows stay those of the preview: a row that moved there since is a conflict that the answer shows.
  const check = await checkSheet(ports, context)
  if (!check.ok) return check
  const now = planSubmission(check.value.reading, preview, id, decisions)
  if (!sameBodies(bodies, buildSync(context, now, decisions, preview.era)))
    return fail({ tag: 'sheetChanged', preview: { ...preview, check: check.value, plan: now } })

  const { entries, fresh } = await enqueue(ports, { period: context.period.id, reporter, sheet: check.value.grid.sheetName }, bodies)
  // From here on the submission survives the pane: closed now, it goes on at the next opening.
  const delivered = await deliverAll(ports, entries, work && { work, fresh })
  if (delivered.cut !== null && delivered.sent.length === 0)
    return fail(delivered.cut.tag === 'sendingStopped' ? { tag: 'cancelled' } : delivered.cut)
  const answered = new Set(delivered.sent.map(({ key }) => recordKeyText(key)))
  const open = confirmed.filter(({ key }) => !answered.has(key))
  const waiting = await waitingRows(ports, entries)
  return ok({
    ...delivered,
    unsent: open.filter((row) => !goes(row, decisions)),
    undelivered: open.filter((row) => goes(row, decisions) && waiting.has(row.key)),
    stopped: open.filter((row) => goes(row, decisions) && !waiting.has(row.key)),
  })
}

/** The keys of the rows that are still in the outbox, of what was to be sent. */
async function waitingRows(ports: Ports, entries: readonly OutboxEntry[]): Promise<ReadonlySet<string>> {
  const waiting = new Set((await ports.outbox.list()).map(({ id }) => id))
  const bodies = entries.flatMap(({ id, body }) => (waiting.has(id) ? [body] : []))
  return new Set(bodies.flatMap(rowKeys))
}

/** Puts the bodies into the outbox under ids derived from one; a body that still waits there goes under the id it has. */
async function enqueue(
  ports: Ports,
  { period, reporter, sheet }: Pick<OutboxEntry, 'period' | 'reporter' | 'sheet'>,
  bodies: readonly string[],
): Promise<{ readonly entries: readonly OutboxEntry[]; readonly fresh: ReadonlySet<string> }> {
  const waiting = await ports.outbox.list()
  const sync = ports.surroundings.newId()
  const at = ports.surroundings.now()
  const entries = bodies.map(
    (body, index) =>
      // Pressed again after a lost answer: the same bytes under the same id are answered, not written twice.
      waiting.find((entry) => entry.period === period && entry.reporter === reporter && entry.body === body) ??
      ({ id: chunkId(sync, index, bodies.length), period, reporter, body, sheet, at } satisfies OutboxEntry),
  )
  for (const entry of entries) await ports.outbox.put(entry)
  const known = new Set(waiting.map(({ id }) => id))
  return { entries, fresh: new Set(entries.flatMap(({ id }) => (known.has(id) ? [] : [id]))) }
}

/** Somebody watches a delivery; `fresh` are the ids that were never sent before: stopped, they leave the outbox. */
interface Watched {
  readonly work: LongWork
  readonly fresh: ReadonlySet<string>
}

/** Delivers in order and stops at the first that cannot be; a final refusal takes the chunks after it out as well. */
export async function deliverAll(
  ports: Ports,
  entries: readonly OutboxEntry[],
  watched?: Watched,
): Promise<{ sent: readonly SentRow[]; cut: DeliveryFault | SendingStopped | null }> {
  const sent: SentRow[] = []
  for (const [index, entry] of entries.entries()) {
    if (watched?.work.signal.aborted) {
      for (const { id } of entries.slice(index)) if (watched.fresh.has(id)) await ports.outbox.remove(id)
      return { sent, cut: { tag: 'sendingStopped' } }
    }
    const answer = await deliver(ports, entry)
    if (answer.ok) {
      sent.push(...answer.value)
      if (entries.length > 1) watched?.work.onProgress(index + 1, entries.length)
    } else {
      // A refusal is about the request as a whole (its period, its register): the later chunks would get the same.
      if (!answer.fault.willRetry) for (const rest of entries.slice(index + 1)) await ports.outbox.remove(rest.id)
      return { sent, cut: answer.fault }
    }
  }
  return { sent, cut: null }
}

/** The id of a chunk: the sync's UUID, and its number behind a point where there are several. */
export const chunkId = (sync: string, index: number, of: number): string =>
  of === 1 ? sync : `${sync}.${String(index + 1).padStart(4, '0')}`

const sameBodies = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((body, index) => body === b[index])
