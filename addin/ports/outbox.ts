/** What was sent and not yet answered; survives closing the pane. */
export interface Outbox {
  put(entry: OutboxEntry): Promise<void>
  /** Oldest first. */
  list(): Promise<readonly OutboxEntry[]>
  remove(id: string): Promise<void>
}

/** The exact bytes of a sync, retained until they are answered. */
export interface OutboxEntry {
  readonly id: string
  readonly period: string
  readonly reporter: string
  readonly body: string
  readonly sheet: string
  /** ISO time of the first sending. */
  readonly at: string
}
