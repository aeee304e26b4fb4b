import type { Api } from './api.ts'
import type { Inbox } from './inbox.ts'
import type { Memory } from './memory.ts'
import type { OpenRegister } from './openRegister.ts'
import type { Outbox } from './outbox.ts'
import type { Readers } from './readers.ts'
import type { Links, Surroundings } from './surroundings.ts'
import type { Workbook } from './workbook.ts'

/** Every port that a flow may use. */
export interface Ports {
  readonly workbook: Workbook
  readonly api: Api
  readonly outbox: Outbox
  readonly readers: Readers
  readonly memory: Memory
  /** By which a sheet is checked without an account; left out where that is not offered. */
  readonly openRegister?: OpenRegister
  readonly links: Links
  readonly surroundings: Surroundings
  /** Fetches where a pane takes in files that units mailed; without it the pane has no inbox. */
  readonly inbox?: () => Promise<Inbox>
}
