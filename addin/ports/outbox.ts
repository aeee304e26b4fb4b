/** What was sent and not yet answered; survives closing the pane. */
export interface Outbox {
  /** Resolves once the entry would survive a power cut; an entry of the same id is replaced. */
  put(entry: OutboxEntry): Promise<void>
  /** Oldest first. */
  list(): Promise<readonly OutboxEntry[]>
  /** Resolves also where there is no such entry. */
  remove(id: string): Promise<void>
}

/** The exact bytes of a sync, retained until they are answered. */
export interface OutboxEntry {
  /** The id under which the server knows the bytes: a UUID, with a number behind it for a chunk. */
  readonly id: string
  readonly period: string
  /** The unit that sent it: another person on this computer leaves it alone. */
  readonly reporter: string
  /** The request, letter for letter. */
  readonly body: string
  /** The sheet that it was read from. */
  readonly sheet: string
  /** ISO time of the first sending. */
  readonly at: string
}
