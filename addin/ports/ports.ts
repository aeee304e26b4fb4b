import type { Api } from './api.ts'
import type { Memory } from './memory.ts'
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
  readonly links: Links
  readonly surroundings: Surroundings
}
