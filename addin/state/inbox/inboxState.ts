import type { Result } from '../../../shared/base/result.ts'
import type { Finding } from '../../../shared/finding/finding.ts'
import type { InboxFile, InboxFileFault, SheetChoice } from '../../../shared/inbox/inboxFile.ts'
import type { Correction } from '../../../shared/record/reading.ts'
import type { InboxCity } from '../../flow/inbox/gatherKnown.ts'
import type { SheetOutcome } from '../../flow/inbox/sendSheet.ts'
import type { DeliveryFault } from '../../flow/submit/deliver.ts'
import type { ApiFault } from '../../ports/apiFault.ts'
import type { DroppedFile } from '../../ports/inbox.ts'
import type { ReaderMissing } from '../../ports/readers.ts'
import type { Store } from '../createStore.ts'

/** What a person said of a sheet, and what was done with it. */
export interface SheetState {
  readonly choice: SheetChoice
  /** Null: as far as nothing speaks against it. */
  readonly ticked: boolean | null
  /** The person saw what the unit itself reports, and decided for the file. */
  readonly overUnit: boolean
  /** What would come of it, by the server; forgotten with everything that changes it. */
  readonly tried: SheetOutcome | null
  readonly sent: { readonly at: string; readonly unit: string; readonly outcome: SheetOutcome } | null
  readonly fault: DeliveryFault | ApiFault | null
}

/** A sheet of which nothing was said yet. */
export const NEW_SHEET: SheetState = {
  choice: { unit: null, corrections: [] },
  ticked: null,
  overUnit: false,
  tried: null,
  sent: null,
  fault: null,
}

/** A file of the inbox; `read` is null until its turn comes. */
export interface InboxItem {
  readonly file: DroppedFile
  /** ISO time when it was dropped. */
  readonly at: string
  readonly read: Result<InboxFile, InboxFileFault | ReaderMissing> | null
  readonly sheets: ReadonlyMap<string, SheetState>
}

/** Names a sheet of a file. */
export interface SheetName {
  readonly sha256: string
  readonly sheet: string
}

/** What was dropped and not taken in. */
export interface NotTaken {
  /** Here already, by their content; and more than an inbox holds. */
  readonly repeated: readonly string[]
  readonly tooMany: number
}

/** The inbox of one coordinator and period. */
export interface InboxStores {
  readonly items: Store<readonly InboxItem[]>
  /** Null until it was fetched. */
  readonly city: Store<InboxCity | null>
  readonly notTaken: Store<NotTaken | null>
  /** False where some file would be lost with the pane. */
  readonly lasts: Store<boolean>
}

/** What a person does with it. */
export interface InboxActions {
  /** Fetches the city, and what an earlier opening of the pane left here; reads what is not read. */
  open(): Promise<void>
  /** Takes files in and reads them. */
  add(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Promise<void>
  /** Goes on reading where it was stopped. */
  read(): Promise<void>
  chooseUnit(of: SheetName, unit: string): Promise<void>
  /** The sheet is the right one although a finding doubts it. */
  confirm(of: SheetName, finding: Finding): Promise<void>
  /** An answer to a question. */
  answer(of: SheetName, corrections: readonly Correction[]): Promise<void>
  tick(of: SheetName, ticked: boolean): Promise<void>
  preferFile(of: SheetName): Promise<void>
  /** Asks the server what would come of all that is ready. */
  tryAll(): Promise<void>
  /** Sends what is ticked and ready, one sheet after the other. */
  send(): Promise<void>
  remove(sha256: string): Promise<void>
}

/** So many files an inbox holds at once. */
export const MOST_FILES = 200
