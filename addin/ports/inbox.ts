import type { Result } from '../../shared/base/result.ts'
import type { InboxFile, InboxFileFault, InboxKnown, SheetChoice } from '../../shared/inbox/inboxFile.ts'
import type { ReaderMissing } from './readers.ts'

/** A file as it was dropped: its name, its bytes, and their SHA-256 in hexadecimal. */
export interface DroppedFile {
  readonly name: string
  readonly sha256: string
  readonly bytes: Uint8Array
}

/** Reads files, one after the other, and lets the page answer meanwhile. */
export interface InboxReader {
  read(file: DroppedFile, choices: ReadonlyMap<string, SheetChoice>): Promise<Result<InboxFile, InboxFileFault | ReaderMissing>>
  /** Gives back what it holds; a reading under way is not answered any more. */
  close(): void
}

/** A file of the inbox and what was said and done of its sheets, as it outlives the pane. */
export interface KeptFile extends DroppedFile {
  /** Whose inbox: account and period. */
  readonly of: string
  /** ISO time when it was dropped. */
  readonly at: string
  /** By the name of the sheet: JSON of the state's own shape. */
  readonly sheets: Readonly<Record<string, string>>
}

/** Files that wait on this device. Where it retains nothing, they last as long as the pane. */
export interface KeptFiles {
  /** Resolves true once the file is retained on disk; one of the same inbox and SHA-256 is replaced. */
  put(file: KeptFile): Promise<boolean>
  /** Oldest first. */
  list(of: string): Promise<readonly KeptFile[]>
  remove(file: Pick<KeptFile, 'of' | 'sha256'>): Promise<void>
}

/** What the office's inbox needs of this device. */
export interface Inbox {
  reader(known: InboxKnown): InboxReader
  /** SHA-256 in hexadecimal. */
  sha256(bytes: Uint8Array): Promise<string>
  readonly kept: KeptFiles
}
