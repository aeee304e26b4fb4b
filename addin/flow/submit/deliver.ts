import { isRecord } from '../../../shared/base/keysOf.ts'
import { fail, ok, type Result } from '../../../shared/base/result.ts'
import { VALUE_FIELDS, type ValueField } from '../../../shared/record/columnFields.ts'
import type { RecordKey } from '../../../shared/record/figureRecord.ts'
import type { RowOutcome, SyncAnswer, SyncColumn, SyncRequest } from '../../../shared/wire/sync.ts'
import type { ApiFault } from '../../ports/apiFault.ts'
import type { OutboxEntry } from '../../ports/outbox.ts'
import type { Ports } from '../../ports/ports.ts'
import { type Place, placeOf } from '../place.ts'
import type { WireValue } from '../pullRecords.ts'

/** A sent row with what became of it; all of it comes from the bytes sent, so that it can be shown after a restart too. */
export interface SentRow {
  readonly key: RecordKey
  readonly place: Place
  readonly values: Readonly<Partial<Record<ValueField, WireValue>>>
  readonly outcome: RowOutcome
}

/** `willRetry`: the entry stays in the outbox and is sent again later; otherwise the server refused it and nothing was stored. */
export type DeliveryFault = { readonly tag: 'undelivered'; readonly cause: ApiFault; readonly willRetry: boolean }

/** Some half a minute in all: longer than a Wi-Fi that comes back, shorter than a person's patience. */
const TRIES = 5
const FIRST_WAIT_MS = 800
const LONGEST_WAIT_MS = 15_000

/**
 * Sends an entry of the outbox until it is answered, with full jitter between tries, always the same bytes under the same
 * id. Answered or refused for good, it leaves the outbox; cut off, signed out or busy, it stays. A `signal` ends the tries,
 * not the one that is under way: whether that arrives nobody can take back.
 */
export async function deliver(ports: Ports, entry: OutboxEntry, signal?: AbortSignal): Promise<Result<readonly SentRow[], DeliveryFault>> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await ports.api.sync(entry)
    if (answer.ok) {
      await ports.outbox.remove(entry.id)
      return ok(sentRows(entry.body, answer.value))
    }
    const { fault } = answer
    if (isFinal(fault)) {
      await ports.outbox.remove(entry.id)
      return fail({ tag: 'undelivered', cause: fault, willRetry: false })
    }
    if (!isWorthRetrying(fault) || attempt === TRIES) return fail({ tag: 'undelivered', cause: fault, willRetry: true })
    await Promise.race([ports.surroundings.wait(waitBefore(attempt, fault, ports.surroundings.random())), stopped(signal)])
    if (signal?.aborted) return fail({ tag: 'undelivered', cause: fault, willRetry: true })
  }
}

/** When somebody stops it; never where nobody can. */
const stopped = (signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve) => {
    if (signal?.aborted) resolve()
    else signal?.addEventListener('abort', () => resolve(), { once: true })
  })

/** Our own server said no: the id is not used up and nothing was stored. */
const isFinal = (fault: ApiFault): boolean => fault.tag === 'problem' && fault.status < 500 && fault.status !== 429

/** A problem that gets here is the server's own (5xx, or too many requests), and passes. */
const isWorthRetrying = (fault: ApiFault): boolean => fault.tag === 'offline' || fault.tag === 'timeout' || fault.tag === 'problem'

/** Full jitter: anything from nothing to a ceiling that doubles; never sooner than the server asked for. */
function waitBefore(attempt: number, fault: ApiFault, random: number): number {
  const ceiling = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempt - 1))
  const asked = fault.tag === 'problem' ? Math.min((fault.retryAfter ?? 0) * 1_000, LONGEST_WAIT_MS) : 0
  return asked + Math.floor(random * ceiling)
}

/** The rows of a body that this pane, or an earlier opening of it, made; the answer itself names rows by their number alone. */
function sentRows(body: string, answer: SyncAnswer): readonly SentRow[] {
  const { fields, rows }: Pick<SyncRequest, 'fields' | 'rows'> = JSON.parse(body)
  return answer.outcomes.flatMap((outcome): SentRow[] => {
    const row = rows[outcome.row]
    if (row === undefined) return []
    const cells = new Map(fields.map((field, index) => [field, row[index]]))
    const part = (column: keyof RecordKey): string => String(cells.get(column) ?? '')
    const key = { subject: part('subject'), area: part('area'), part: part('part') }
    return [{ key, place: placeOf(cells.get('origin')) ?? NOWHERE, values: valuesOf(cells), outcome }]
  })
}

/** Of a row whose origin cannot be read any more: it has no cell to lead to. */
const NOWHERE: Place = { sheet: '', cells: {} }

/** The values that were sent; a field that was not is absent. */
function valuesOf(cells: ReadonlyMap<SyncColumn, SyncRequest['rows'][number][number] | undefined>): SentRow['values'] {
  const sent = VALUE_FIELDS.flatMap((field): [ValueField, WireValue][] => {
    const value = cells.get(field)
    return value === undefined || isRecord(value) ? [] : [[field, value]]
  })
  return Object.fromEntries(sent)
}
