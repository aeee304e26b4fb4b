/** What was sent and not yet answered; survives closing the pane wherever this device lets it, and `safety` says whether it does. */
export interface Outbox {
  /** Resolves once the entry is retained as safely as the device allows; an entry of the same id is replaced. */
  put(entry: OutboxEntry): Promise<void>
  /** Oldest first. */
  list(): Promise<readonly OutboxEntry[]>
  /** Resolves also where there is no such entry. */
  remove(id: string): Promise<void>
  /** How safe entries are, as far as the last use has shown. */
  safety(): OutboxSafety
}

/** Where what waits is retained, and whether all of it could be read. */
export interface OutboxSafety {
  /**
   * `database`: on disk, a power cut included. `webStorage`: on disk, when the browser writes it. `pane`: some entry is
   * nowhere but in the pane, and is lost when that is closed.
   */
  readonly place: 'database' | 'webStorage' | 'pane'
  /** What earlier openings left in the database cannot be read now. */
  readonly unread: boolean
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
