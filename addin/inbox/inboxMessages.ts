import type { Result } from '../../shared/base/result.ts'
import type { InboxFile, InboxFileFault, InboxKnown, SheetChoice } from '../../shared/inbox/inboxFile.ts'

/** What the page tells the worker: first what is known, then a file at a time. */
export type ToWorker =
  | { readonly kind: 'known'; readonly known: InboxKnown }
  | {
      readonly kind: 'read'
      readonly id: number
      readonly name: string
      readonly bytes: Uint8Array
      readonly choices: ReadonlyMap<string, SheetChoice>
    }

/** What the worker answers to a file. */
export interface FromWorker {
  readonly id: number
  readonly read: Result<InboxFile, InboxFileFault>
}
