import type { LongWork } from '../../ports/longWork.ts'
import type { Ports } from '../../ports/ports.ts'
import type { DeliveryFault, SentRow } from './deliver.ts'
import { deliver } from './deliver.ts'

/** What came of the entries that an earlier opening of the pane had left; `waiting` are still there. */
export interface Resent {
  readonly sent: readonly SentRow[]
  readonly refused: readonly DeliveryFault[]
  readonly waiting: number
  /** The person stopped it: what waits is kept. */
  readonly stopped: boolean
}

/** The person stopped what was being sent again; nothing of it is lost. */
export type ResendingStopped = { readonly tag: 'resendingStopped' }

/**
 * Sends again, oldest first, what this unit sent and was never answered. Entries of other units (another person on the
 * same computer) wait for their owner. Ends at the first that cannot be delivered now, and where the person stops it:
 * between two entries, or while it waits to try one again.
 */
export async function resendOutbox(ports: Ports, reporter: string, work?: LongWork): Promise<Resent> {
  const own = (await ports.outbox.list()).filter((entry) => entry.reporter === reporter)
  const sent: SentRow[] = []
  const refused: DeliveryFault[] = []
  for (const [index, entry] of own.entries()) {
    const left = { sent, refused, waiting: own.length - index }
    if (work?.signal.aborted) return { ...left, stopped: true }
    const answer = await deliver(ports, entry, work?.signal)
    if (answer.ok) sent.push(...answer.value)
    else if (answer.fault.willRetry) return { ...left, stopped: work?.signal.aborted === true }
    else refused.push(answer.fault)
    if (own.length > 1) work?.onProgress(index + 1, own.length)
  }
  return { sent, refused, waiting: 0, stopped: false }
}
