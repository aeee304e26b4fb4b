import type { Ports } from '../../ports/ports.ts'
import type { DeliveryFault, SentRow } from './deliver.ts'
import { deliver } from './deliver.ts'

/** What came of the entries that an earlier opening of the pane had left; `waiting` are still there. */
export interface Resent {
  readonly sent: readonly SentRow[]
  readonly refused: readonly DeliveryFault[]
  readonly waiting: number
}

/**
 * Sends again, oldest first, what this unit sent and was never answered. Entries of other units (another person on the
 * same computer) wait for their owner. Stops at the first that cannot be delivered now.
 */
export async function resendOutbox(ports: Ports, reporter: string): Promise<Resent> {
  const own = (await ports.outbox.list()).filter((entry) => entry.reporter === reporter)
  const sent: SentRow[] = []
  const refused: DeliveryFault[] = []
  for (const [index, entry] of own.entries()) {
    const answer = await deliver(ports, entry)
    if (answer.ok) sent.push(...answer.value)
    else if (answer.fault.willRetry) return { sent, refused, waiting: own.length - index }
    else refused.push(answer.fault)
  }
  return { sent, refused, waiting: 0 }
}
